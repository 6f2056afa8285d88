package dev.fermata.processor.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Every seed gives the same program each time. */
final class GeneratorTest {
  @Test
  void sameSeedSameProgram() {
    assertThat(ProgramGenerator.generate(42).source(0))
        .isEqualTo(ProgramGenerator.generate(42).source(0));
  }
}
