package dev.fermata.asyncio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Cancels tasks in each of their states. */
@SuppressWarnings("NullAway") // a null where none belongs fails the test
class CancellationTest extends LoopTest {

  private final Future<String> future = loop.createFuture();

  @Test
  void beforeItBeginsNothingRuns() {
    Task<?> task = loop.createTask(TestFrame.doing(say("ran")::run));
    assertThat(task.cancel("early")).isTrue();
    assertThat(task.done()).isFalse();
    assertThat(task.cancelling()).isEqualTo(1);
    assertThatThrownBy(() -> loop.runUntilComplete(task))
        .isInstanceOf(CancelledError.class)
        .hasMessage("early");
    assertThat(task.cancelled()).isTrue();
    assertThat(trace).isEmpty();
  }

  @Test
  void beforeItBeginsInASleepOrWaitFor() {
    for (Coroutine<?> coroutine :
        List.of(
            Asyncio.sleep(Duration.ofDays(1), 1),
            Asyncio.waitFor(future, Duration.ofDays(1)),
            new Semaphore(0).acquire(),
            Asyncio.toThread(() -> 1),
            Coroutine.of(1))) {
      Task<?> task = loop.createTask(coroutine);
      task.cancel();
      turns(1);
      assertThat(task.cancelled()).as(coroutine.toString()).isTrue();
    }
    assertThat(loop.time()).isZero();
  }

  @Test
  void whileItWaitsTheFutureIsCancelled() {
    Task<?> task = loop.createTask(TestFrame.awaiting(TestFrame.awaiting(future)));
    turns(1);
    assertThat(task.cancel("m")).isTrue();
    assertThat(future.cancelled()).isTrue();
    assertThat(task.done()).isFalse();
    turns(1);
    assertThat(task.cancelled()).isTrue();
    assertThatThrownBy(task::result).isInstanceOf(CancelledError.class).hasMessage("m");
  }

  @Test
  void whileItWaitsForATaskThatOneIsCancelledFirst() {
    Task<?> inner =
        loop.createTask(
            TestFrame.catching(
                f -> {
                  if (f.at() == 0) {
                    return f.await(1, future);
                  }
                  trace.add("inner " + f.thrown().getMessage());
                  throw f.thrown();
                }));
    Task<?> outer =
        loop.createTask(
            TestFrame.catching(
                f -> {
                  if (f.at() == 0) {
                    return f.await(1, inner);
                  }
                  trace.add("outer " + f.thrown().getMessage());
                  throw f.thrown();
                }));
    turns(1);
    outer.cancel("m");
    turns(2);
    assertThat(trace).containsExactly("inner m", "outer m");
    assertThat(inner.cancelled()).isTrue();
    assertThat(outer.cancelled()).isTrue();
  }

  @Test
  void theVeryErrorComesOutOnce() {
    CancelledError error = new CancelledError("own");
    Task<?> task = loop.createTask(Coroutine.failed(error));
    turns(1);
    assertThat(task.cancelled()).isTrue();
    assertThat(catchThrowable(task::result)).isSameAs(error);
    assertThat(catchThrowable(task::result)).isInstanceOf(CancelledError.class).isNotSameAs(error);
  }

  @Test
  void whenItsFutureIsDoneAlreadyTheStepThrowsAllTheSame() {
    Task<?> task = loop.createTask(TestFrame.awaiting(future));
    turns(1);
    future.setResult("too late");
    assertThat(task.cancel("m")).isTrue();
    turns(1);
    assertThatThrownBy(task::result).isInstanceOf(CancelledError.class).hasMessage("m");
  }

  @Test
  void whenItsFutureHasFailedAlreadyTheCancellationWins() {
    Task<?> task = loop.createTask(TestFrame.awaiting(future));
    turns(1);
    future.setException(new IOException());
    task.cancel();
    turns(1);
    assertThat(task.cancelled()).isTrue();
  }

  @Test
  void whileScheduledByABareYield() {
    Task<?> task = loop.createTask(TestFrame.awaiting(Asyncio.sleep(Duration.ZERO)));
    turns(1);
    task.cancel();
    turns(1);
    assertThat(task.cancelled()).isTrue();
  }

  @Test
  void byItselfTakesEffectAtTheNextAwait() {
    Task<?> task =
        loop.createTask(
            TestFrame.catching(
                f -> {
                  if (f.at() == 0) {
                    Asyncio.currentTask().cancel("by myself");
                    trace.add("goes on");
                    return f.await(1, future);
                  }
                  trace.add(f.thrown().getMessage());
                  throw f.thrown();
                }));
    turns(2);
    assertThat(trace).containsExactly("goes on", "by myself");
    assertThat(future.cancelled()).isTrue();
    assertThat(task.cancelled()).isTrue();
  }

  @Test
  void byItselfJustBeforeItReturnsCancelsItStill() {
    Task<?> task = loop.createTask(TestFrame.doing(() -> Asyncio.currentTask().cancel("end")));
    turns(1);
    assertThat(task.cancelled()).isTrue();
    assertThatThrownBy(task::result).hasMessage("end");
  }

  @Test
  void byItselfJustBeforeItFailsIsForgotten() {
    IOException failure = new IOException();
    Task<?> task =
        loop.createTask(
            TestFrame.doing(
                () -> {
                  Asyncio.currentTask().cancel();
                  throw failure;
                }));
    turns(1);
    assertThat(task.exception()).isSameAs(failure);
  }

  @Test
  void whenDoneHasNoEffect() {
    Task<String> task = loop.createTask(Coroutine.of("r"));
    turns(1);
    assertThat(task.cancel()).isFalse();
    assertThat(task.cancelling()).isZero();
    assertThat(task.result()).isEqualTo("r");
  }

  @Test
  void canBeRefused() {
    Future<String> second = loop.createFuture();
    Task<Object> task =
        loop.createTask(
            TestFrame.catching(
                f ->
                    switch (f.at()) {
                      case 0 -> f.await(1, future);
                      case 1 -> f.await(2, second);
                      default -> f.sent();
                    }));
    turns(1);
    task.cancel();
    turns(1);
    assertThat(task.done()).isFalse();
    second.setResult("refused");
    turns(1);
    assertThat(task.cancelled()).isFalse();
    assertThat(task.result()).isEqualTo("refused");
  }

  @Test
  void canBeTurnedIntoAnotherException() {
    IOException failure = new IOException();
    Task<Object> task =
        loop.createTask(
            TestFrame.catching(
                f -> {
                  if (f.at() == 0) {
                    return f.await(1, future);
                  }
                  throw failure;
                }));
    turns(1);
    task.cancel();
    turns(1);
    assertThat(task.exception()).isSameAs(failure);
  }

  @Test
  void aSecondTimeWhileItCleansUpInterruptsThat() {
    Future<String> cleanUp = loop.createFuture();
    Task<Object> task =
        loop.createTask(
            TestFrame.catching(
                f -> {
                  trace.add("" + (f.thrown() == null ? null : f.thrown().getMessage()));
                  return switch (f.at()) {
                    case 0 -> f.await(1, future);
                    case 1 -> f.await(2, cleanUp);
                    default -> throw f.thrown();
                  };
                }));
    turns(1);
    task.cancel("first");
    turns(1);
    task.cancel("second");
    turns(1);
    assertThat(trace).containsExactly("null", "first", "second");
    assertThat(task.cancelling()).isEqualTo(2);
    assertThat(cleanUp.cancelled()).isTrue();
  }

  @Test
  void uncancelCountsDown() {
    Task<?> task = loop.createTask(TestFrame.awaiting(future));
    assertThat(task.uncancel()).isZero();
    turns(1);
    task.cancel();
    task.cancel();
    assertThat(task.cancelling()).isEqualTo(2);
    assertThat(task.uncancel()).isEqualTo(1);
    assertThat(task.uncancel()).isZero();
    assertThat(task.uncancel()).isZero();
    turns(1);
    assertThat(task.cancelled()).as("the error was under way").isTrue();
  }

  @Test
  void uncancelBeforeTheErrorIsThrownTakesItBack() {
    Task<?> task = loop.createTask(TestFrame.doing(say("ran")::run));
    task.cancel();
    task.uncancel();
    turns(1);
    assertThat(task.cancelled()).isFalse();
    assertThat(trace).containsExactly("ran");
  }

  @Test
  void ofAFutureReachesWhoAwaitsIt() {
    Task<?> task = loop.createTask(TestFrame.awaiting(future));
    turns(1);
    future.cancel("future");
    turns(1);
    assertThat(task.cancelled()).isTrue();
    assertThat(task.cancelling()).as("nobody asked the task").isZero();
    assertThatThrownBy(task::result).hasMessage("future");
  }

  @Test
  void ofACancelledFutureThatIsAwaitedLate() {
    future.cancel("before");
    assertThatThrownBy(() -> loop.runUntilComplete(TestFrame.awaiting(future)))
        .isInstanceOf(CancelledError.class)
        .hasMessage("before");
  }

  @Test
  void inATightLoopOfYieldsGetsThrough() {
    List<@Nullable Integer> count = new ArrayList<>();
    Task<?> task =
        loop.createTask(
            TestFrame.of(
                f -> {
                  count.add(null);
                  return f.await(1, Asyncio.sleep(Duration.ZERO));
                }));
    turns(5);
    task.cancel();
    turns(1);
    assertThat(count).hasSize(5);
    assertThat(task.cancelled()).isTrue();
  }

  @Test
  void runUntilCompleteThrowsIt() {
    Task<?> task = loop.createTask(TestFrame.awaiting(future));
    loop.callSoon(task::cancel);
    assertThatThrownBy(() -> loop.runUntilComplete(task)).isInstanceOf(CancelledError.class);
  }

  /** A timeout by hand: what cancel and uncancel are for. */
  private Coroutine<Object> withTimeout(Duration sleep, Duration timeout) {
    boolean[] timedOut = new boolean[1];
    TimerHandle[] timer = new TimerHandle[1];
    return TestFrame.catching(
        f -> {
          Task<?> self = Asyncio.currentTask();
          switch (f.at()) {
            case 0:
              timer[0] =
                  loop.callLater(
                      timeout,
                      () -> {
                        timedOut[0] = true;
                        self.cancel();
                      });
              return f.await(1, Asyncio.sleep(sleep));
            case 1:
              timer[0].cancel();
              boolean ours =
                  timedOut[0] && self.uncancel() == 0 && f.thrown() instanceof CancelledError;
              if (f.thrown() != null && !ours) {
                throw f.thrown();
              }
              return f.await(2, Asyncio.sleep(Duration.ofSeconds(1)));
            default:
              return timedOut[0] ? "timed out" : "in time";
          }
        });
  }

  @Test
  void uncancelMakesStructuredBlocks() {
    Task<Object> late = loop.createTask(withTimeout(Duration.ofDays(1), Duration.ofSeconds(1)));
    assertThat(loop.runUntilComplete(late)).isEqualTo("timed out");
    assertThat(late.cancelling()).isZero();
    Task<Object> early = loop.createTask(withTimeout(Duration.ZERO, Duration.ofDays(1)));
    assertThat(loop.runUntilComplete(early)).isEqualTo("in time");
    assertThat(early.cancelling()).isZero();
  }

  @Test
  void uncancelTakesBackWhatWasAskedOfOneThatIsScheduled() {
    Task<?> task = loop.createTask(TestFrame.awaiting(future));
    turns(1);
    future.setResult("r");
    task.cancel();
    assertThat(task.cancelling()).isEqualTo(1);
    assertThat(task.uncancel()).isZero();
    assertThat((Object) loop.runUntilComplete(task)).isEqualTo("r");
  }

  @Test
  void thatCannotBePassedOnInACircleIsReportedAndTheLoopGoesOn() {
    List<Task<?>> tasks = new ArrayList<>();
    Task<?> child =
        loop.createTask(
            TestFrame.of(
                f -> {
                  if (f.at() == 0) {
                    return f.await(1, Asyncio.sleep(Duration.ZERO));
                  }
                  Asyncio.currentTask().cancel();
                  return f.await(2, tasks.get(0));
                }));
    tasks.add(loop.createTask(TestFrame.awaiting(child)));
    turns(4);
    assertThat(takeReports())
        .singleElement()
        .satisfies(report -> assertThat(report.exception()).isInstanceOf(StackOverflowError.class));
    assertThat(List.of(child, tasks.get(0))).noneMatch(Future::done);
    loop.close();
    assertThat(takeReports()).as("destroyed while pending").hasSize(2);
  }
}
