package dev.fermata.asyncio;

import static dev.fermata.asyncio.Asyncio.createTask;
import static dev.fermata.asyncio.Asyncio.sleep;
import static dev.fermata.asyncio.Script.await;
import static dev.fermata.asyncio.Script.doing;
import static dev.fermata.asyncio.Script.fails;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** After CPython's test_waitfor. */
@SuppressWarnings("NullAway") // a null where none belongs fails the test
class WaitForTest extends LoopTest {

  private static final Duration SECOND = Duration.ofSeconds(1);

  private final Future<String> future = loop.createFuture();

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
                  loop.runUntilComplete(Asyncio.waitFor(TestFrame.doing(say("begun")::run), none)))
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
    assertThat(loop.runUntilComplete(Asyncio.waitFor(stubborn, Duration.ZERO))).isEqualTo("anyway");
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

  /** Takes some time, whoever wants it cancelled. */
  private Script<String> stubborn(Duration duration) {
    return Script.of(
        () -> {
          long end = loop.time() + duration.toNanos();
          while (loop.time() < end) {
            try {
              await(sleep(Duration.ofNanos(end - loop.time())));
            } catch (CancelledError e) {
              trace.add("refused");
            }
          }
          trace.add("ended");
          return "r";
        });
  }

  @Test
  void cancelledItWaitsForWhatRefuses() {
    run(
        () -> {
          Task<?> task = createTask(Asyncio.waitFor(stubborn(SECOND), SECOND.multipliedBy(2)));
          await(sleep(Duration.ZERO));
          task.cancel();
          await(Asyncio.wait(List.of(task)));
          assertThat(trace).containsExactly("refused", "ended");
          assertThat(task.result()).isEqualTo("r");
        });
  }

  @Test
  void timedOutItWaitsForWhatRefuses() {
    assertThat(loop.runUntilComplete(Asyncio.waitFor(stubborn(SECOND), Duration.ofMillis(500))))
        .isEqualTo("r");
    assertThat(trace).containsExactly("refused", "ended");
    assertThat(loop.time()).isEqualTo(SECOND.toNanos());
  }

  @Test
  void noTimeAtAllCancelsWhatRuns() {
    for (Duration none : new Duration[] {Duration.ZERO, SECOND.negated()}) {
      run(
          () -> {
            Task<?> task =
                createTask(
                    doing(
                        () -> {
                          try {
                            await(sleep(SECOND));
                          } catch (CancelledError e) {
                            await(sleep(Duration.ofMillis(1)));
                            trace.add("cleaned up");
                            throw e;
                          }
                        }));
            await(sleep(Duration.ZERO));
            fails(TimeoutException.class, () -> await(Asyncio.waitFor(task, none)));
            assertThat(task.cancelled()).isTrue();
          });
    }
    assertThat(trace).containsExactly("cleaned up", "cleaned up");
  }

  @Test
  void cancelledWhileItCancelsAtOnce() {
    run(
        () -> {
          Task<?> inner = createTask(stubborn(SECOND));
          await(sleep(Duration.ZERO));
          Task<?> task = createTask(Asyncio.waitFor(inner, Duration.ZERO));
          await(sleep(Duration.ZERO));
          task.cancel();
          fails(CancelledError.class, () -> await(task));
          assertThat(inner.done()).isFalse();
          await(inner);
        });
  }

  @Test
  void aResultInTheSameTurn() {
    run(
        () -> {
          loop.callSoon(() -> future.setResult("ok"));
          assertThat(await(Asyncio.waitFor(future, SECOND))).isEqualTo("ok");
        });
  }

  @Test
  void cancellationReachesTheTask() {
    for (Duration timeout : new Duration[] {null, SECOND}) {
      run(
          () -> {
            Task<?> task = createTask(doing(() -> await(loop.createFuture())));
            Task<?> waiting = createTask(Asyncio.waitFor(task, timeout));
            loop.callSoon(waiting::cancel);
            fails(CancelledError.class, () -> await(waiting));
            assertThat(task.cancelled()).isTrue();
          });
    }
  }

  @Test
  void cancelledInTheTurnInWhichTheResultIsThere() {
    run(
        () -> {
          Task<String> inner = createTask(Coroutine.of("done"));
          Task<?> task =
              createTask(
                  doing(
                      () -> {
                        await(Asyncio.waitFor(inner, SECOND));
                        await(sleep(SECOND));
                        trace.add("not reached");
                      }));
          await(sleep(Duration.ZERO));
          task.cancel();
          fails(CancelledError.class, () -> await(task));
          assertThat(inner.result()).isEqualTo("done");
        });
    assertThat(trace).isEmpty();
  }

  @Test
  void aShieldKeepsTheTaskGoing() {
    for (Duration timeout : new Duration[] {Duration.ZERO, Duration.ofMillis(10)}) {
      run(
          () -> {
            Task<String> task = createTask(sleep(SECOND, "done"));
            Future<String> shielded = Asyncio.shield(task);
            fails(TimeoutException.class, () -> await(Asyncio.waitFor(shielded, timeout)));
            assertThat(task.done()).isFalse();
            assertThat(shielded.cancelled()).isTrue();
            assertThat(await(task)).isEqualTo("done");
            assertThat(await(Asyncio.waitFor(Asyncio.shield(task), null))).isEqualTo("done");
          });
    }
  }
}
