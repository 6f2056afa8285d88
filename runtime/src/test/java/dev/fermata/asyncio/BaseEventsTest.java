package dev.fermata.asyncio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@SuppressWarnings("NullAway") // a null where none belongs fails the test
class BaseEventsTest extends LoopTest {

  private static final Duration SECOND = Duration.ofSeconds(1);

  @Nested
  class CallSoon {

    @Test
    void firstInFirstOut() {
      IntStream.range(0, 200).forEach(i -> loop.callSoon(say("" + i)));
      turns(1);
      assertThat(trace)
          .containsExactlyElementsOf(IntStream.range(0, 200).mapToObj(i -> "" + i).toList());
    }

    @Test
    void whatACallbackSchedulesRunsInTheNextTurn() {
      loop.callSoon(
          () -> {
            trace.add("first");
            loop.callSoon(say("next turn"));
          });
      loop.callSoon(say("second"));
      turns(1);
      assertThat(trace).containsExactly("first", "second");
      turns(1);
      assertThat(trace).containsExactly("first", "second", "next turn");
    }

    @Test
    void cancelledDoesNotRun() {
      Handle handle = loop.callSoon(say("cancelled"));
      assertThat(handle.cancelled()).isFalse();
      handle.cancel();
      handle.cancel();
      assertThat(handle.cancelled()).isTrue();
      assertThat(handle).hasToString("<Handle cancelled>");
      turns(1);
      assertThat(trace).isEmpty();
    }

    @Test
    void oneCanCancelALaterOneOfTheSameTurn() {
      Handle[] handles = new Handle[1];
      loop.callSoon(() -> handles[0].cancel());
      handles[0] = loop.callSoon(say("cancelled"));
      turns(1);
      assertThat(trace).isEmpty();
    }

    @Test
    void exceptionGoesToTheHandlerAndTheLoopGoesOn() {
      IOException failure = new IOException("checked too");
      Handle handle =
          loop.callSoon(
              () -> {
                throw Throwables.sneak(failure);
              });
      loop.callSoon(say("next"));
      turns(1);
      assertThat(trace).containsExactly("next");
      assertThat(takeReports())
          .singleElement()
          .satisfies(
              report -> {
                assertThat(report.message())
                    .isEqualTo("Exception in callback lambda in BaseEventsTest.CallSoon");
                assertThat(report.exception()).isSameAs(failure);
                assertThat(report.details()).containsEntry("handle", handle);
              });
    }

    @Test
    void nullIsRefused() {
      assertThatThrownBy(() -> loop.callSoon(null)).isInstanceOf(NullPointerException.class);
    }
  }

  @Nested
  class Running {

    @Test
    void stopEndsTheRunAfterTheTurn() {
      loop.callSoon(
          () -> {
            loop.stop();
            loop.callSoon(say("next run"));
          });
      loop.callSoon(say("same turn"));
      loop.runForever();
      assertThat(trace).containsExactly("same turn");
      turns(1);
      assertThat(trace).containsExactly("same turn", "next run");
    }

    @Test
    void stopBeforeTheRunLetsOneTurnPass() {
      loop.callSoon(say("a"));
      loop.stop();
      loop.runForever();
      assertThat(trace).containsExactly("a");
    }

    @Test
    void isRunningOnlyMeanwhile() {
      assertThat(loop.isRunning()).isFalse();
      loop.callSoon(() -> trace.add("running " + loop.isRunning()));
      turns(1);
      assertThat(loop.isRunning()).isFalse();
      assertThat(trace).containsExactly("running true");
    }

    @Test
    void runUntilCompleteReturnsTheResult() {
      assertThat(loop.runUntilComplete(Coroutine.of("r"))).isEqualTo("r");
      Future<String> future = loop.createFuture();
      loop.callLater(SECOND, () -> future.setResult("f"));
      assertThat(loop.runUntilComplete(future)).isEqualTo("f");
      assertThat(loop.runUntilComplete(future)).as("of one that is done").isEqualTo("f");
      assertThat(loop.runUntilComplete(Asyncio.sleep(Duration.ZERO))).isNull();
    }

    @Test
    void runUntilCompleteThrowsTheVeryException() {
      IOException failure = new IOException();
      assertThat(catchThrowable(() -> loop.runUntilComplete(Coroutine.failed(failure))))
          .isSameAs(failure);
    }

    @Test
    void runUntilCompleteStoppedEarly() {
      Future<String> future = loop.createFuture();
      loop.callSoon(loop::stop);
      assertThatThrownBy(() -> loop.runUntilComplete(future))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("Event loop stopped before Future completed")
          .hasMessageContaining("loop.stop()");
      future.setResult("later");
      loop.callSoon(say("still runs"));
      turns(1);
      assertThat(trace).containsExactly("still runs");
    }

    @Test
    void runUntilCompleteLeavesNoCallbackBehind() {
      Future<String> future = loop.createFuture();
      loop.callSoon(loop::stop);
      assertThatThrownBy(() -> loop.runUntilComplete(future)).hasMessageContaining("stopped");
      assertThat(future).hasToString("<Future pending>");
    }

    @Test
    void runUntilCompleteOfAnotherLoopsFuture() {
      EventLoop other = VirtualClockLoop.create();
      Future<String> future = other.createFuture();
      assertThatThrownBy(() -> loop.runUntilComplete(future))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("belongs to a different loop")
          .hasMessageContaining("runCoroutineThreadsafe");
      other.close();
    }

    @Test
    void runningLoopsCannotBeRunAgain() {
      loop.callSoon(
          () ->
              assertThatThrownBy(() -> loop.runUntilComplete(Coroutine.of(1)))
                  .isInstanceOf(IllegalStateException.class)
                  .hasMessageContaining("This event loop is already running")
                  .hasMessageContaining("await instead"));
      loop.callSoon(
          () ->
              assertThatThrownBy(loop::runForever)
                  .isInstanceOf(IllegalStateException.class)
                  .hasMessageContaining("already running"));
      turns(1);
    }

    @Test
    void twoLoopsCannotRunInOneThread() {
      EventLoop other = VirtualClockLoop.create();
      loop.callSoon(
          () ->
              assertThatThrownBy(other::runForever)
                  .isInstanceOf(IllegalStateException.class)
                  .hasMessageContaining("while another loop is running")
                  .hasMessageContaining("thread of its own"));
      turns(1);
      other.close();
    }

    @Test
    void aRefusedCoroutineCanStillBeRun() {
      Coroutine<Integer> coroutine = Coroutine.of(1);
      loop.callSoon(
          () ->
              assertThatThrownBy(() -> loop.runUntilComplete(coroutine))
                  .hasMessageContaining("running"));
      turns(1);
      assertThat(loop.runUntilComplete(coroutine)).isEqualTo(1);
    }

    @Test
    void interruptStopsTheLoopAndIsKept() {
      Thread.currentThread().interrupt();
      assertThatThrownBy(() -> loop.runUntilComplete(loop.createFuture()))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("interrupted");
      assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void interruptWakesASleepingLoop() {
      EventLoop sleeper = EventLoop.create();
      Thread here = Thread.currentThread();
      Thread interrupter = new Thread(here::interrupt);
      sleeper.callSoon(interrupter::start);
      sleeper.runForever();
      assertThat(Thread.interrupted()).isTrue();
      sleeper.close();
    }
  }

  @Nested
  class Closing {

    @Test
    void closedLoopsRefuse() {
      loop.close();
      loop.close();
      assertThat(loop.isClosed()).isTrue();
      List<Runnable> attempts =
          List.of(
              () -> loop.callSoon(say("no")),
              () -> loop.callSoonThreadsafe(say("no")),
              () -> loop.callLater(SECOND, say("no")),
              () -> loop.callAt(1, say("no")),
              () -> loop.runForever(),
              () -> loop.runUntilComplete(Coroutine.of(1)),
              () -> loop.createTask(Coroutine.of(1)),
              () -> loop.runInExecutor(null, () -> 1));
      for (Runnable attempt : attempts) {
        assertThatThrownBy(attempt::run)
            .isInstanceOf(IllegalStateException.class)
            .hasMessageContaining("Event loop is closed")
            .hasMessageContaining("EventLoop.create()");
      }
    }

    @Test
    void runningLoopsCannotBeClosed() {
      loop.callSoon(
          () ->
              assertThatThrownBy(loop::close)
                  .isInstanceOf(IllegalStateException.class)
                  .hasMessageContaining("Cannot close a running event loop")
                  .hasMessageContaining(Thread.currentThread().toString())
                  .hasMessageContaining("stop()"));
      turns(1);
    }

    @Test
    void dropsWhatIsScheduled() {
      loop.callSoon(say("soon"));
      loop.callLater(SECOND, say("later"));
      loop.close();
      assertThat(trace).isEmpty();
    }

    @Test
    void reportsPendingTasks() {
      Task<?> task = loop.createTask(TestFrame.awaiting(loop.createFuture()), "stuck");
      turns(1);
      loop.close();
      assertThat(takeReports())
          .singleElement()
          .satisfies(
              report -> {
                assertThat(report.message()).startsWith("Task was destroyed but it is pending!");
                assertThat(report.future()).isSameAs(task);
                assertThat(report.details().get("taskStack").toString())
                    .contains("TestFrame.java:101");
              });
    }
  }

  @Nested
  class ExceptionHandler {

    @Test
    void canBeSetAndReset() {
      assertThat(loop.getExceptionHandler()).isNotNull();
      loop.setExceptionHandler(null);
      assertThat(loop.getExceptionHandler()).isNull();
    }

    @Test
    void isTold() {
      ExceptionContext context = ExceptionContext.of("told").with("key", "value");
      loop.callExceptionHandler(context);
      assertThat(takeReports()).containsExactly(context);
    }

    @Test
    void itsOwnFailureIsLogged() {
      loop.setExceptionHandler(
          (l, context) -> {
            throw new IllegalStateException("handler");
          });
      try (LogCapture log = new LogCapture()) {
        loop.callExceptionHandler(ExceptionContext.of("original"));
        assertThat(log.messages())
            .singleElement()
            .asString()
            .contains("Unhandled error in exception handler")
            .contains("original");
        assertThat(log.thrown()).extracting(Throwable::getMessage).containsExactly("handler");
      }
    }

    @Test
    void theDefaultOneLogsAllThereIs() {
      loop.setExceptionHandler(null);
      RuntimeException failure = new RuntimeException("why");
      try (LogCapture log = new LogCapture()) {
        loop.callExceptionHandler(
            ExceptionContext.of("what")
                .with("exception", failure)
                .with("handle", "h")
                .with("sourceTraceback", List.of(new StackTraceElement("C", "m", "C.java", 7))));
        assertThat(log.messages())
            .containsExactly(
                "what\nhandle: h\nObject created at (most recent call first):\n"
                    + "  at C.m(C.java:7)");
        assertThat(log.thrown()).containsExactly(failure);
      }
    }

    @Test
    void aReportThatCannotBeWrittenIsLoggedAsThat() {
      Object broken =
          new Object() {
            @Override
            public String toString() {
              throw new IllegalStateException("broken");
            }
          };
      loop.setExceptionHandler(null);
      try (LogCapture log = new LogCapture()) {
        loop.callExceptionHandler(ExceptionContext.of("what").with("key", broken));
        assertThat(log.messages()).containsExactly("Exception in default exception handler");
        assertThat(log.thrown()).extracting(Throwable::getMessage).containsExactly("broken");
      }
      loop.setExceptionHandler(
          (l, context) -> {
            throw new IllegalArgumentException("handler");
          });
      try (LogCapture log = new LogCapture()) {
        loop.callExceptionHandler(ExceptionContext.of("what").with("key", broken));
        assertThat(log.messages())
            .containsExactly(
                "Exception in default exception handler while handling an unexpected error in"
                    + " custom exception handler");
      }
    }

    @Test
    void mayDeferToTheDefaultOne() {
      loop.setExceptionHandler((l, context) -> l.defaultExceptionHandler(context));
      try (LogCapture log = new LogCapture()) {
        loop.callExceptionHandler(ExceptionContext.of("deferred"));
        assertThat(log.messages()).containsExactly("deferred");
      }
    }
  }

  @Nested
  class OtherThreads {

    @Test
    void theirCallsWakeTheLoopAndKeepTheirOrder() throws InterruptedException {
      EventLoop real = EventLoop.create();
      CountDownLatch running = new CountDownLatch(1);
      Thread other =
          new Thread(
              () -> {
                try {
                  running.await();
                } catch (InterruptedException e) {
                  throw new AssertionError(e);
                }
                for (int i = 0; i < 1000; i++) {
                  real.callSoonThreadsafe(say("" + i));
                }
                real.callSoonThreadsafe(real::stop);
              });
      other.start();
      real.callSoon(running::countDown);
      real.runForever();
      other.join();
      real.close();
      assertThat(trace)
          .containsExactlyElementsOf(IntStream.range(0, 1000).mapToObj(i -> "" + i).toList());
    }

    @Test
    void inTheLoopsThreadThreadsafeCallsStandInLine() {
      loop.callSoonThreadsafe(say("a"));
      loop.callSoon(say("b"));
      loop.callSoonThreadsafe(say("c"));
      turns(1);
      assertThat(trace).containsExactly("a", "b", "c");
      trace.clear();
      loop.callSoon(
          () -> {
            loop.callSoonThreadsafe(say("d"));
            loop.callSoon(say("e"));
          });
      turns(2);
      assertThat(trace).containsExactly("d", "e");
    }

    @Test
    void eachMayRunALoopOfItsOwn() throws InterruptedException {
      AtomicReference<String> fromOther = new AtomicReference<>();
      Thread other =
          new Thread(
              () -> {
                EventLoop theirs = VirtualClockLoop.create();
                fromOther.set(
                    theirs.runUntilComplete(
                        TestFrame.of(
                            f -> {
                              assertThat(Asyncio.getRunningLoop()).isSameAs(theirs);
                              return Asyncio.currentTask().getLoop() == theirs ? "own" : "other";
                            })));
                theirs.close();
              });
      loop.callSoon(
          () -> {
            other.start();
            try {
              other.join();
            } catch (InterruptedException e) {
              throw new AssertionError(e);
            }
          });
      turns(1);
      assertThat(fromOther).hasValue("own");
    }
  }

  @Test
  void describesItself() {
    assertThat(loop.toString())
        .matches("<SelectorEventLoop-\\d+ running=false closed=false debug=false>");
    EventLoop other = EventLoop.create();
    assertThat(other.toString()).isNotEqualTo(loop.toString());
    other.close();
  }

  @Test
  void theSystemsClockDoesNotGoBack() {
    EventLoop real = EventLoop.create();
    long before = real.time();
    assertThat(real.runUntilComplete(Asyncio.sleep(Duration.ofNanos(1), "slept")))
        .isEqualTo("slept");
    assertThat(real.time()).isGreaterThan(before);
    real.close();
  }

  @Test
  void shutdownAsyncgensFindsNone() {
    loop.runUntilComplete(loop.shutdownAsyncgens());
    loop.runUntilComplete(loop.shutdownAsyncgens());
  }

  @Test
  void aTaskStoppedMidwayCanStillBeRunOrCancelled() {
    Coroutine<?> ticking =
        TestFrame.of(
            f -> {
              trace.add("x" + f.at());
              if (f.at() == 2) {
                loop.stop();
              }
              return f.await(f.at() + 1, Asyncio.sleep(SECOND));
            });
    Task<?> task = loop.createTask(ticking);
    assertThatThrownBy(() -> loop.runUntilComplete(task))
        .hasMessageContaining("Event loop stopped before Future completed");
    assertThat(task.done()).isFalse();
    assertThat(trace).containsExactly("x0", "x1", "x2");
    assertThat(loop.time()).isEqualTo(SECOND.toNanos() * 2);
    task.cancel();
    assertThatThrownBy(() -> loop.runUntilComplete(task)).isInstanceOf(CancelledError.class);
  }

  @Test
  void ensureFuture() {
    Future<String> future = loop.createFuture();
    assertThat(Asyncio.ensureFuture(future)).isSameAs(future);
    assertThat(Asyncio.ensureFuture(future, loop)).isSameAs(future);
    EventLoop other = VirtualClockLoop.create();
    assertThatThrownBy(() -> Asyncio.ensureFuture(future, other))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("belongs to a different loop than the one specified");
    Future<String> task = Asyncio.ensureFuture(Coroutine.of("r"), loop);
    assertThat(task).isInstanceOf(Task.class);
    assertThat(Asyncio.ensureFuture(task)).isSameAs(task);
    assertThat(loop.runUntilComplete(task)).isEqualTo("r");
    assertThatThrownBy(() -> Asyncio.ensureFuture(Coroutine.of(1)))
        .hasMessageContaining("no current event loop");
    Asyncio.setEventLoop(loop);
    try {
      Future<String> onSet = Asyncio.ensureFuture(Coroutine.of("set"));
      assertThat(loop.runUntilComplete(onSet)).isEqualTo("set");
    } finally {
      Asyncio.setEventLoop(null);
    }
    assertThat(loop.runUntilComplete(Asyncio.ensureFuture(Asyncio.sleep(Duration.ZERO), loop)))
        .isNull();
    other.close();
  }

  @Test
  void ensureFutureClosesWhatItCannotSchedule() {
    loop.close();
    TestFrame<?> coroutine = TestFrame.doing(() -> {});
    assertThatThrownBy(() -> Asyncio.ensureFuture(coroutine, loop))
        .hasMessageContaining("Event loop is closed");
    assertThat(coroutine.cleared).isTrue();
  }
}
