package dev.fermata.asyncio;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/**
 * Cancelled timers leave by CPython's thresholds: more than 100 timers, more than half of them
 * cancelled.
 */
class TimersTest extends LoopTest {

  private final Timers timers = new Timers();
  private int count;

  private void add(int cancelled, int others) {
    for (int i = 0; i < cancelled; i++) {
      TimerHandle timer = new TimerHandle(loop, () -> {}, 1000 + count++, null);
      timers.add(timer);
      timer.scheduled = false;
      timer.cancel();
      timer.scheduled = true;
      timers.cancelled();
    }
    for (int i = 0; i < others; i++) {
      timers.add(new TimerHandle(loop, () -> {}, 1000 + count++, null));
    }
  }

  @Test
  void surfaceOneByOneWhileTheyAreFew() {
    add(0, 1);
    add(4, 0);
    timers.dropCancelled();
    assertThat(timers.size()).as("the first is not cancelled").isEqualTo(5);
    add(0, 95);
    timers.dropCancelled();
    assertThat(timers.size()).as("100 are few").isEqualTo(100);
  }

  @Test
  void atTheHeadAreDropped() {
    add(3, 1);
    add(2, 0);
    timers.dropCancelled();
    assertThat(timers.size()).isEqualTo(3);
    assertThat(timers.firstTime()).isEqualTo(1003);
  }

  @Test
  void areDroppedAllAtOnceWhenTheyAreTheMost() {
    add(0, 51);
    add(51, 0);
    timers.dropCancelled();
    assertThat(timers.size()).as("half of them is not more than half").isEqualTo(102);
    add(1, 0);
    timers.dropCancelled();
    assertThat(timers.size()).isEqualTo(51);
  }
}
