package dev.fermata.asyncio.codegen;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class CodegenTest {

  @Test
  void requireAcceptsOnlyItsOwnVersion() {
    Protocol.require(1);
    assertThatThrownBy(() -> Protocol.require(2))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("version 2")
        .hasMessageContaining("compile again");
  }
}
