package dev.fermata.asyncio;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** After the parts of CPython's test_tasks. */
@SuppressWarnings("NullAway") // a null where none belongs fails the test
class SleepTest extends LoopTest {

  private static final Duration SECOND = Duration.ofSeconds(1);

  @Test
  void takesItsTimeAndHasItsResult() {
    assertThat(loop.runUntilComplete(Asyncio.sleep(SECOND))).isNull();
    assertThat(loop.runUntilComplete(Asyncio.sleep(SECOND, "r"))).isEqualTo("r");
    assertThat(loop.time()).isEqualTo(SECOND.toNanos() * 2);
  }

  @Test
  void beginsWhenAwaited() {
    Coroutine<String> late = Asyncio.sleep(SECOND, "r");
    loop.runUntilComplete(Asyncio.sleep(SECOND));
    loop.runUntilComplete(late);
    assertThat(loop.time()).isEqualTo(SECOND.toNanos() * 2);
  }

  @Test
  void ofNoTimeIsOneTurn() {
    for (Duration none : new Duration[] {Duration.ZERO, SECOND.negated()}) {
      trace.clear();
      Coroutine<?> coroutine =
          TestFrame.of(
              f ->
                  switch (f.at()) {
                    case 0 -> f.await(1, Asyncio.sleep(none));
                    case 1 -> f.await(2, Asyncio.sleep(none, trace.add("1")));
                    default -> trace.add("2");
                  });
      Task<?> task = loop.createTask(coroutine);
      turns(1);
      loop.callSoon(say("other"));
      turns(2);
      assertThat(task.done()).isTrue();
      assertThat(trace).containsExactly("1", "other", "2");
    }
    assertThat(loop.time()).isZero();
  }

  @Test
  void cancelledLeavesNoTimerBehind() {
    Task<?> task = loop.createTask(Asyncio.sleep(Duration.ofDays(1), 1));
    turns(1);
    task.cancel();
    turns(1);
    assertThat(task.cancelled()).isTrue();
    loop.runUntilComplete(Asyncio.sleep(Duration.ofDays(2)));
    assertThat(loop.time()).isEqualTo(Duration.ofDays(2).toNanos());
  }

  @Test
  void thatLongIsFine() {
    Task<?> task = loop.createTask(Asyncio.sleep(Duration.ofSeconds(Long.MAX_VALUE), 1));
    turns(1);
    task.cancel();
    turns(1);
  }
}
