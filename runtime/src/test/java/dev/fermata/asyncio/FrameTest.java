package dev.fermata.asyncio;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FrameTest {

  private static boolean initialized;

  private static final class Initialized {
    static {
      initialized = true;
    }
  }

  @Test
  void boundIsTrueWhateverIsAssigned() {
    assertThat(Frame.bound("")).isTrue();
    assertThat(Frame.bound(false)).isTrue();
    assertThat(Frame.bound('c')).isTrue();
    assertThat(Frame.bound(0L)).isTrue();
    assertThat(Frame.bound(0f)).isTrue();
    assertThat(Frame.bound(0d)).isTrue();
  }

  @Test
  void initializeRunsTheStaticInitializer() {
    assertThat(initialized).isFalse();
    Frame.initialize(Initialized.class);
    assertThat(initialized).isTrue();
    Frame.initialize(int[].class);
  }
}
