package dev.fermata.processor.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.processor.FermataProcessor;
import dev.fermata.processor.oracle.ProgramCheck;
import dev.fermata.processor.oracle.Source;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Every seed gives good Java, and the same each time. */
final class GeneratorTest {
  @Test
  void javacAcceptsWhatIsGenerated() {
    List<Source> sources =
        LongStream.range(1, 101)
            .mapToObj(seed -> ProgramGenerator.generate(seed).source(0))
            .toList();
    assertThat(new ProgramCheck(FermataProcessor::new).badJava(sources))
        .allSatisfy(error -> assertThat(error).isEmpty());
  }

  @Test
  void sameSeedSameProgram() {
    assertThat(ProgramGenerator.generate(42).source(0))
        .isEqualTo(ProgramGenerator.generate(42).source(0));
  }
}
