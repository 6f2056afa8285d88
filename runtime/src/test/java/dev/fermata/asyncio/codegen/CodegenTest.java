package dev.fermata.asyncio.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class CodegenTest {

  private static boolean initialized;

  private static final class Initialized {
    static {
      initialized = true;
    }
  }

  @Test
  void requireAcceptsOnlyItsOwnVersion() {
    Protocol.require(1);
    assertThatThrownBy(() -> Protocol.require(2))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("version 2")
        .hasMessageContaining("compile again");
  }

  @Test
  void boundIsTrueWhateverIsAssigned() {
    assertThat(AsyncFrame.bound("")).isTrue();
    assertThat(AsyncFrame.bound(false)).isTrue();
    assertThat(AsyncFrame.bound('c')).isTrue();
    assertThat(AsyncFrame.bound(0L)).isTrue();
    assertThat(AsyncFrame.bound(0f)).isTrue();
    assertThat(AsyncFrame.bound(0d)).isTrue();
  }

  @Test
  void initializeRunsTheStaticInitializer() {
    assertThat(initialized).isFalse();
    AsyncFrame.initialize(Initialized.class);
    assertThat(initialized).isTrue();
    AsyncFrame.initialize(int[].class);
  }
}
