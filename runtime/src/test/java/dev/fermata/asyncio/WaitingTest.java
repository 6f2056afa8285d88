package dev.fermata.asyncio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The functions sleep, waitFor and shield. */
@SuppressWarnings("NullAway") // a null where none belongs fails the test
class WaitingTest extends LoopTest {

  private static final Duration SECOND = Duration.ofSeconds(1);

  private final Future<String> future = loop.createFuture();

  @Nested
  class Sleep {

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

  @Nested
  class WaitFor {

    @Test
    void resultInTime() {
      loop.callLater(SECOND, () -> future.setResult("r"));
      assertThat(loop.runUntilComplete(Asyncio.waitFor(future, SECOND.multipliedBy(2))))
          .isEqualTo("r");
      assertThat(loop.time()).isEqualTo(SECOND.toNanos());
    }

    @Test
    void resultAtOnceNeedsNoTime() {
      assertThat(loop.runUntilComplete(Asyncio.waitFor(Coroutine.of("r"), SECOND))).isEqualTo("r");
      assertThat(loop.time()).isZero();
    }

    @Test
    void failureInTime() {
      IOException failure = new IOException();
      assertThat(
              catchThrowable(
                  () -> loop.runUntilComplete(Asyncio.waitFor(Coroutine.failed(failure), SECOND))))
          .isSameAs(failure);
    }

    @Test
    void timeoutCancels() {
      assertThatThrownBy(() -> loop.runUntilComplete(Asyncio.waitFor(future, SECOND)))
          .isInstanceOf(TimeoutException.class)
          .hasCauseInstanceOf(CancelledError.class);
      assertThat(future.cancelled()).isTrue();
      assertThat(loop.time()).isEqualTo(SECOND.toNanos());
    }

    @Test
    void timeoutCancelsATaskAndWaitsForIt() {
      Task<?> slow =
          loop.createTask(
              TestFrame.catching(
                  f ->
                      switch (f.at()) {
                        case 0 -> f.await(1, future);
                        case 1 -> f.await(2, Asyncio.sleep(SECOND));
                        default -> throw new CancelledError("cleaned up");
                      }));
      assertThatThrownBy(() -> loop.runUntilComplete(Asyncio.waitFor(slow, SECOND)))
          .isInstanceOf(TimeoutException.class);
      assertThat(slow.cancelled()).isTrue();
      assertThat(loop.time()).isEqualTo(SECOND.toNanos() * 2);
    }

    @Test
    void whatRefusesAndHasAResultIsHeard() {
      Coroutine<Object> stubborn =
          TestFrame.catching(f -> f.at() == 0 ? f.await(1, future) : "anyway");
      Task<Object> task = loop.createTask(Asyncio.waitFor(stubborn, SECOND));
      assertThat(loop.runUntilComplete(task)).isEqualTo("anyway");
      assertThat(task.cancelling()).isZero();
    }

    @Test
    void anotherFailureAtTheTimeoutIsHeard() {
      IOException failure = new IOException();
      Coroutine<Object> failing =
          TestFrame.catching(
              f -> {
                if (f.at() == 0) {
                  return f.await(1, future);
                }
                throw failure;
              });
      assertThat(catchThrowable(() -> loop.runUntilComplete(Asyncio.waitFor(failing, SECOND))))
          .isSameAs(failure);
    }

    @Test
    void cancellationFromOutsideIsNotATimeout() {
      Task<?> task = loop.createTask(Asyncio.waitFor(future, SECOND));
      turns(1);
      task.cancel("outside");
      assertThatThrownBy(() -> loop.runUntilComplete(task))
          .isInstanceOf(CancelledError.class)
          .hasMessage("outside");
      assertThat(future.cancelled()).isTrue();
      assertThat(loop.time()).isZero();
    }

    @Test
    void cancellationFromOutsideAtTheTimeoutIsNotOneEither() {
      Task<?> task = loop.createTask(Asyncio.waitFor(future, SECOND));
      turns(1);
      loop.callLater(SECOND, () -> task.cancel("outside"));
      assertThatThrownBy(() -> loop.runUntilComplete(task)).isInstanceOf(CancelledError.class);
      assertThat(task.cancelling()).isEqualTo(1);
    }

    @Test
    void noTimeAtAllDoesNotEvenBegin() {
      for (Duration none : new Duration[] {Duration.ZERO, SECOND.negated()}) {
        assertThatThrownBy(
                () ->
                    loop.runUntilComplete(
                        Asyncio.waitFor(TestFrame.doing(say("begun")::run), none)))
            .isInstanceOf(TimeoutException.class)
            .hasCauseInstanceOf(CancelledError.class);
      }
      assertThat(trace).isEmpty();
    }

    @Test
    void noTimeAtAllForWhatIsDone() {
      future.setResult("r");
      assertThat(loop.runUntilComplete(Asyncio.waitFor(future, Duration.ZERO))).isEqualTo("r");
    }

    @Test
    void noTimeAtAllForWhatRefuses() {
      Task<Object> stubborn =
          loop.createTask(TestFrame.catching(f -> f.at() == 0 ? f.await(1, future) : "anyway"));
      turns(1);
      assertThat(loop.runUntilComplete(Asyncio.waitFor(stubborn, Duration.ZERO)))
          .isEqualTo("anyway");
    }

    @Test
    void noLimit() {
      loop.callLater(Duration.ofDays(365), () -> future.setResult("r"));
      assertThat(loop.runUntilComplete(Asyncio.waitFor(future, null))).isEqualTo("r");
    }

    @Test
    void nestedTheInnerTimeoutIsOnlyTheInnerOnes() {
      Coroutine<String> inner = Asyncio.waitFor(future, SECOND);
      Coroutine<Object> outer =
          TestFrame.catching(
              f -> f.at() == 0 ? f.await(1, inner) : f.thrown().getClass().getSimpleName());
      assertThat(loop.runUntilComplete(Asyncio.waitFor(outer, SECOND.multipliedBy(2))))
          .isEqualTo("TimeoutException");
    }

    @Test
    void nestedTheOuterTimeoutPassesThroughTheInner() {
      Coroutine<String> inner = Asyncio.waitFor(future, SECOND.multipliedBy(2));
      assertThatThrownBy(() -> loop.runUntilComplete(Asyncio.waitFor(inner, SECOND)))
          .isInstanceOf(TimeoutException.class)
          .hasCauseInstanceOf(CancelledError.class);
    }
  }

  @Nested
  class Shield {

    @Test
    void passesTheResult() {
      Future<String> outer = Asyncio.shield(future);
      future.setResult("r");
      assertThat(loop.runUntilComplete(outer)).isEqualTo("r");
    }

    @Test
    void passesTheFailure() {
      IOException failure = new IOException();
      Future<String> outer = Asyncio.shield(future);
      future.setException(failure);
      assertThat(catchThrowable(() -> loop.runUntilComplete(outer))).isSameAs(failure);
    }

    @Test
    void ofWhatIsDoneIsThatItself() {
      future.setResult("r");
      assertThat(Asyncio.shield(future)).isSameAs(future);
    }

    @Test
    void cancelStopsAtIt() {
      Future<String> outer = Asyncio.shield(future);
      Task<?> task = loop.createTask(TestFrame.awaiting(outer));
      turns(1);
      task.cancel();
      turns(2);
      assertThat(task.cancelled()).isTrue();
      assertThat(outer.cancelled()).isTrue();
      assertThat(future.done()).isFalse();
      assertThat(future).as("it lets go").hasToString("<Future pending cb=[report of a shield]>");
      future.setResult("r");
      turns(1);
    }

    @Test
    void cancelFromBehindPasses() {
      Future<String> outer = Asyncio.shield(future);
      future.cancel();
      turns(1);
      assertThat(outer.cancelled()).isTrue();
    }

    @Test
    void makesATaskOfACoroutine() {
      Coroutine<String> coroutine =
          TestFrame.of(
              f -> f.at() == 0 ? f.await(1, Asyncio.shield(Asyncio.sleep(SECOND, "r"))) : f.sent());
      assertThat(loop.runUntilComplete(coroutine)).isEqualTo("r");
    }
  }
}
