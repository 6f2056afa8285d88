package dev.fermata.processor.desugar;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What cannot be translated is an error of its own, never something else. */
class RefusalsTest {

  @Test
  void refusesSynchronized() {
    assertThat(
            Desugared.of(
                """
                synchronized (this) {
                  await(num());
                }
                return Coroutine.of(i);
                """))
        .startsWith("[fermata.await-in-synchronized]");
  }
}
