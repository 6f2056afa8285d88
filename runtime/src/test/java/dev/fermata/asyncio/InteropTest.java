package dev.fermata.asyncio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Flow;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Java's own futures, executors, and other threads. */
@SuppressWarnings("NullAway") // a null where none belongs fails the test
class InteropTest extends LoopTest {

  private final CompletableFuture<String> stage = new CompletableFuture<>();

  private static TestFrame<Object> awaiting(CompletableFuture<?> stage) {
    return TestFrame.of(f -> f.at() == 0 ? f.await(1, stage) : f.sent());
  }

  @Nested
  class AwaitOfCompletionStage {

    @Test
    void hasItsValue() {
      loop.callSoon(() -> stage.complete("r"));
      assertThat(loop.runUntilComplete(awaiting(stage))).isEqualTo("r");
    }

    @Test
    void hasItsValueFromAnotherThread() {
      Task<Object> task = loop.createTask(awaiting(stage));
      turns(1);
      new Thread(() -> stage.complete("r")).start();
      assertThat(loop.runUntilComplete(task)).isEqualTo("r");
    }

    @Test
    void takesNoTurnIfItIsDone() {
      stage.complete("r");
      Task<Object> task = loop.createTask(awaiting(stage));
      turns(1);
      assertThat(task.result()).isEqualTo("r");
    }

    @Test
    void freesTheFailureOfItsWrapper() {
      IOException failure = new IOException();
      List<Throwable> wrappers =
          List.of(
              failure,
              new CompletionException(failure),
              new ExecutionException(failure),
              new CompletionException(new ExecutionException(failure)));
      for (Throwable wrapper : wrappers) {
        CompletableFuture<String> done = CompletableFuture.failedFuture(wrapper);
        assertThat(catchThrowable(() -> loop.runUntilComplete(awaiting(done)))).isSameAs(failure);
        CompletableFuture<String> late = new CompletableFuture<>();
        loop.callSoon(() -> late.completeExceptionally(wrapper));
        assertThat(catchThrowable(() -> loop.runUntilComplete(awaiting(late)))).isSameAs(failure);
        CompletableFuture<String> source = new CompletableFuture<>();
        CompletableFuture<String> dependent = source.thenApply(x -> x);
        loop.callSoon(() -> source.completeExceptionally(wrapper));
        assertThat(catchThrowable(() -> loop.runUntilComplete(awaiting(dependent))))
            .isSameAs(failure);
      }
    }

    @Test
    void ofACancelledOneIsACancellation() {
      stage.cancel(true);
      assertThatThrownBy(() -> loop.runUntilComplete(awaiting(stage)))
          .isInstanceOf(CancelledError.class);
      assertThatThrownBy(() -> loop.runUntilComplete(awaiting(stage.thenApply(x -> x))))
          .isInstanceOf(CancelledError.class);
      CompletableFuture<String> late = new CompletableFuture<>();
      loop.callSoon(() -> late.cancel(true));
      assertThatThrownBy(() -> loop.runUntilComplete(awaiting(late)))
          .isInstanceOf(CancelledError.class);
    }

    @Test
    void cancelledCancelsIt() {
      Task<?> task = loop.createTask(awaiting(stage));
      turns(1);
      task.cancel();
      turns(2);
      assertThat(task.cancelled()).isTrue();
      assertThat(stage.isCancelled()).isTrue();
    }

    @Test
    void ofNullSaysSo() {
      assertThatThrownBy(
              () ->
                  loop.runUntilComplete(
                      new CoroutineFrame<Object>() {
                        @Override
                        protected Object step(Driver driver, Object sent, Throwable thrown)
                            throws Throwable {
                          return await(driver, (CompletableFuture<?>) null);
                        }
                      }))
          .isInstanceOf(NullPointerException.class)
          .hasMessageContaining("await(null)");
    }
  }

  @Nested
  class WrapFuture {

    @Test
    void endsAsTheStage() {
      Asyncio.setEventLoop(loop);
      Future<String> wrapped = Asyncio.wrapFuture(stage);
      Asyncio.setEventLoop(null);
      assertThat(wrapped.done()).isFalse();
      stage.complete("r");
      assertThat(loop.runUntilComplete(wrapped)).isEqualTo("r");
    }

    @Test
    void doesNotMindAClosedLoop() {
      Asyncio.setEventLoop(loop);
      Future<String> wrapped = Asyncio.wrapFuture(stage);
      Asyncio.setEventLoop(null);
      loop.close();
      stage.complete("too late");
      assertThat(wrapped.done()).isFalse();
    }
  }

  @Nested
  class InExecutors {

    private final Executor inline = Runnable::run;

    @Test
    void runTheFunctionElsewhere() {
      Thread here = Thread.currentThread();
      assertThat(loop.runUntilComplete(loop.runInExecutor(null, Thread::currentThread)))
          .isNotSameAs(here)
          .satisfies(
              thread -> {
                assertThat(thread.getName()).startsWith("asyncio_");
                assertThat(thread.isDaemon()).isTrue();
              });
    }

    @Test
    void mayBeGiven() {
      assertThat(loop.runUntilComplete(loop.runInExecutor(inline, () -> "r"))).isEqualTo("r");
    }

    @Test
    void passTheVeryException() {
      IOException failure = new IOException();
      Future<?> future =
          loop.runInExecutor(
              inline,
              () -> {
                throw failure;
              });
      assertThat(catchThrowable(() -> loop.runUntilComplete(future))).isSameAs(failure);
    }

    @Test
    void doNotRunWhatIsCancelledBefore() {
      List<Runnable> waiting = new ArrayList<>();
      Future<?> future = loop.runInExecutor(waiting::add, () -> trace.add("ran"));
      future.cancel();
      turns(1);
      waiting.forEach(Runnable::run);
      turns(1);
      assertThat(trace).isEmpty();
    }

    @Test
    void resultOfWhatIsCancelledMeanwhileIsDropped() {
      List<Runnable> waiting = new ArrayList<>();
      Future<?> future = loop.runInExecutor(waiting::add, () -> "dropped");
      waiting.forEach(Runnable::run);
      future.cancel();
      turns(1);
      assertThat(future.cancelled()).isTrue();
    }

    @Test
    void areShutDownOnceTheWorkIsDone() {
      Future<String> work = loop.runInExecutor(null, () -> "done");
      loop.runUntilComplete(loop.shutdownDefaultExecutor());
      turns(1);
      assertThat(work.result()).isEqualTo("done");
      assertThatThrownBy(() -> loop.runInExecutor(null, () -> 1))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("Executor shutdown has been called");
      assertThat(loop.runUntilComplete(loop.runInExecutor(inline, () -> "own"))).isEqualTo("own");
    }

    @Test
    void shutDownThatTakesTooLongIsLogged() {
      CountDownLatch end = new CountDownLatch(1);
      Future<Boolean> work = loop.runInExecutor(null, () -> end.await(1, TimeUnit.HOURS));
      try (LogCapture log = new LogCapture()) {
        loop.runUntilComplete(loop.shutdownDefaultExecutor(Duration.ofSeconds(1)));
        assertThat(log.messages())
            .singleElement()
            .asString()
            .contains("did not finish joining its threads within PT1S");
      }
      end.countDown();
      assertThat(loop.runUntilComplete(work)).isTrue();
    }

    @Test
    void neverUsedNeedNoShutDown() {
      loop.runUntilComplete(loop.shutdownDefaultExecutor());
    }

    @Test
    void theDefaultMayBeSetAndIsShutDownWithTheLoop() {
      ExecutorService own = Executors.newSingleThreadExecutor(r -> new Thread(r, "own"));
      loop.setDefaultExecutor(own);
      assertThat(
              loop.runUntilComplete(
                  loop.runInExecutor(null, () -> Thread.currentThread().getName())))
          .isEqualTo("own");
      loop.close();
      assertThat(own.isShutdown()).isTrue();
    }

    @Test
    void resultForAClosedLoopIsDropped() {
      List<Runnable> waiting = new ArrayList<>();
      Future<?> future = loop.runInExecutor(waiting::add, () -> "dropped");
      loop.close();
      waiting.forEach(Runnable::run);
      assertThat(future.done()).isFalse();
    }

    @Test
    void cancellationByTheExecutorReachesTheLoop() {
      List<Runnable> waiting = new ArrayList<>();
      Future<?> future = loop.runInExecutor(waiting::add, () -> "never");
      ((java.util.concurrent.Future<?>) waiting.get(0)).cancel(true);
      assertThatThrownBy(() -> loop.runUntilComplete(future)).isInstanceOf(CancelledError.class);
    }

    @Test
    void thatRefuseSaySo() {
      ExecutorService refusing = Executors.newSingleThreadExecutor();
      refusing.shutdown();
      assertThatThrownBy(() -> loop.runInExecutor(refusing, () -> 1))
          .isInstanceOf(java.util.concurrent.RejectedExecutionException.class);
    }
  }

  @Nested
  class RunCoroutineThreadsafe {

    private <T> T elsewhere(java.util.concurrent.Callable<T> callable) {
      CompletableFuture<T> result = new CompletableFuture<>();
      new Thread(
              () -> {
                try {
                  result.complete(callable.call());
                } catch (Throwable e) {
                  result.completeExceptionally(e);
                } finally {
                  loop.callSoonThreadsafe(loop::stop);
                }
              })
          .start();
      loop.runForever();
      return result.join();
    }

    @Test
    void hasTheResult() {
      assertThat(
              elsewhere(
                  () ->
                      Asyncio.runCoroutineThreadsafe(
                              Asyncio.sleep(Duration.ofSeconds(1), "r"), loop)
                          .get()))
          .isEqualTo("r");
    }

    @Test
    void hasTheFailure() {
      IOException failure = new IOException();
      assertThat(
              elsewhere(
                  () ->
                      catchThrowable(
                              Asyncio.runCoroutineThreadsafe(Coroutine.failed(failure), loop)::get)
                          .getCause()))
          .isSameAs(failure);
    }

    @Test
    void isCancelledIfTheTaskIs() {
      assertThat(
              elsewhere(
                  () ->
                      catchThrowable(
                          Asyncio.runCoroutineThreadsafe(
                                  Coroutine.failed(new CancelledError()), loop)
                              ::get)))
          .isInstanceOf(CancellationException.class);
    }

    @Test
    void cancelsTheTask() {
      Future<String> awaited = loop.createFuture();
      CompletableFuture<Object> submitted =
          Asyncio.runCoroutineThreadsafe(TestFrame.awaiting(awaited), loop);
      turns(2);
      assertThat(submitted.cancel(true)).isTrue();
      assertThat(submitted.cancel(true)).isTrue();
      turns(2);
      assertThat(awaited.cancelled()).isTrue();
      assertThat(Asyncio.allTasks(loop)).isEmpty();
    }

    @Test
    void cancelledBeforeItBeginsDoesNotBegin() {
      CompletableFuture<?> submitted =
          Asyncio.runCoroutineThreadsafe(TestFrame.doing(say("ran")::run), loop);
      submitted.cancel(false);
      turns(3);
      assertThat(trace).isEmpty();
    }

    @Test
    void isCancelledIfTheLoopIsClosedBefore() {
      CompletableFuture<Object> begun =
          Asyncio.runCoroutineThreadsafe(TestFrame.awaiting(loop.createFuture()), loop);
      turns(2);
      CompletableFuture<?> notBegun = Asyncio.runCoroutineThreadsafe(Coroutine.of(1), loop);
      loop.close();
      assertThat(begun).isCancelled();
      assertThat(notBegun).isCancelled();
      assertThat(takeReports()).as("the pending task").hasSize(1);
    }

    @Test
    void runsInTheCallersContext() {
      ContextVar<String> var = new ContextVar<>("var", "none");
      assertThat(
              elsewhere(
                  () -> {
                    var.set("caller's");
                    Coroutine<String> coroutine = TestFrame.of(f -> var.get());
                    return Asyncio.runCoroutineThreadsafe(coroutine, loop).get();
                  }))
          .isEqualTo("caller's");
    }

    @Test
    void whatATaskFactoryThrowsFailsIt() {
      IllegalArgumentException failure = new IllegalArgumentException();
      loop.setTaskFactory(
          (l, coroutine, options) -> {
            throw failure;
          });
      CompletableFuture<?> submitted = Asyncio.runCoroutineThreadsafe(Coroutine.of(1), loop);
      turns(1);
      assertThatThrownBy(submitted::join).hasCause(failure);
      assertThat(takeReports()).extracting(ExceptionContext::exception).containsExactly(failure);
    }

    @Test
    void aClosedLoopRefuses() {
      loop.close();
      Coroutine<?> coroutine = Coroutine.completed();
      assertThatThrownBy(() -> Asyncio.runCoroutineThreadsafe(coroutine, loop))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("Event loop is closed");
    }

    @Test
    void aCoroutineThatCannotRunFailsIt() {
      Coroutine<?> used = Coroutine.completed();
      used.close();
      CompletableFuture<?> submitted = Asyncio.runCoroutineThreadsafe(used, loop);
      turns(1);
      assertThatThrownBy(submitted::join).hasCauseInstanceOf(IllegalStateException.class);
      assertThat(takeReports()).hasSize(1);
    }
  }

  @Test
  void questions() throws NoSuchMethodException {
    assertThat(Asyncio.iscoroutine(Coroutine.of(1))).isTrue();
    assertThat(Asyncio.iscoroutine(loop.createFuture())).isFalse();
    assertThat(Asyncio.iscoroutine(null)).isFalse();
    assertThat(Asyncio.isfuture(loop.createFuture())).isTrue();
    assertThat(Asyncio.isfuture(stage)).isFalse();
    assertThat(Asyncio.iscoroutinefunction(Semaphore.class.getMethod("acquire"))).isTrue();
    assertThat(Asyncio.iscoroutinefunction(Semaphore.class.getMethod("release"))).isFalse();
  }

  @Nested
  class WrapBlocking {

    @Test
    void endsAsTheOther() {
      CountDownLatch end = new CountDownLatch(1);
      FutureTask<String> other =
          new FutureTask<>(
              () -> {
                end.await();
                return "r";
              });
      Future<String> wrapped = Asyncio.wrapFuture(other, loop);
      Thread runner = new Thread(other);
      runner.start();
      end.countDown();
      assertThat(loop.runUntilComplete(wrapped)).isEqualTo("r");
    }

    @Test
    void ofOneThatIsDone() {
      FutureTask<String> done = new FutureTask<>(() -> "r");
      done.run();
      assertThat(loop.runUntilComplete(Asyncio.wrapFuture(done, loop))).isEqualTo("r");
      IOException failure = new IOException();
      FutureTask<String> failed =
          new FutureTask<>(
              () -> {
                throw failure;
              });
      failed.run();
      assertThat(catchThrowable(() -> loop.runUntilComplete(Asyncio.wrapFuture(failed, loop))))
          .isSameAs(failure);
    }

    @Test
    void cancellationGoesBothWays() {
      FutureTask<String> first = new FutureTask<>(() -> "never");
      Future<String> wrapped = Asyncio.wrapFuture(first, loop);
      wrapped.cancel();
      turns(1);
      assertThat(first.isCancelled()).isTrue();
      FutureTask<String> second = new FutureTask<>(() -> "never");
      Future<String> other = Asyncio.wrapFuture(second, loop);
      second.cancel(true);
      assertThatThrownBy(() -> loop.runUntilComplete(other)).isInstanceOf(CancelledError.class);
    }

    @Test
    void ofACompletableFutureNeedsNoThread() {
      java.util.concurrent.Future<String> other = stage;
      Future<String> wrapped = Asyncio.wrapFuture(other, loop);
      stage.complete("r");
      assertThat(loop.runUntilComplete(wrapped)).isEqualTo("r");
    }
  }

  @Nested
  class ToCompletableFuture {

    private final Future<String> future = loop.createFuture();

    @Test
    void hasTheResult() {
      CompletableFuture<String> pending = future.toCompletableFuture();
      assertThat(pending).isNotDone();
      future.setResult("r");
      turns(1);
      assertThat(pending).isCompletedWithValue("r");
      assertThat(future.toCompletableFuture()).isCompletedWithValue("r");
    }

    @Test
    void hasTheFailure() {
      CompletableFuture<String> pending = future.toCompletableFuture();
      IOException failure = new IOException();
      future.setException(failure);
      turns(1);
      assertThatThrownBy(pending::join).hasCause(failure);
    }

    @Test
    void cancellationGoesBothWays() {
      CompletableFuture<String> pending = future.toCompletableFuture();
      assertThat(pending.cancel(true)).isTrue();
      turns(1);
      assertThat(future.cancelled()).isTrue();
      Future<String> other = loop.createFuture();
      CompletableFuture<String> cancelled = other.toCompletableFuture();
      other.cancel();
      turns(1);
      assertThat(cancelled).isCancelled();
    }

    @Test
    void isCancelledIfTheLoopIsClosed() {
      CompletableFuture<String> pending = future.toCompletableFuture();
      loop.close();
      assertThat(pending).isCancelled();
      assertThatThrownBy(future::toCompletableFuture).hasMessageContaining("closed");
    }

    @Test
    void dependentStagesAreOrdinary() {
      CompletableFuture<String> dependent = future.toCompletableFuture().thenApply(r -> r + "!");
      dependent.cancel(false);
      turns(1);
      assertThat(future.done()).isFalse();
    }
  }

  @Nested
  class Publishers {

    private final List<Flow.Subscriber<? super String>> subscribers = new ArrayList<>();
    private final List<String> asked = new ArrayList<>();

    private final Flow.Publisher<String> publisher =
        subscriber -> {
          subscribers.add(subscriber);
          subscriber.onSubscribe(
              new Flow.Subscription() {
                @Override
                public void request(long n) {
                  asked.add("request " + n);
                }

                @Override
                public void cancel() {
                  asked.add("cancel");
                }
              });
        };

    private Flow.Subscriber<? super String> subscriber() {
      return subscribers.get(0);
    }

    @Test
    void firstValueAsksForOneAndLeaves() {
      Task<String> task = loop.createTask(Asyncio.firstValue(publisher));
      assertThat(subscribers).isEmpty();
      turns(1);
      assertThat(asked).containsExactly("request 1");
      new Thread(() -> subscriber().onNext("a")).start();
      assertThat(loop.runUntilComplete(task)).isEqualTo("a");
      assertThat(asked).startsWith("request 1", "cancel");
    }

    @Test
    void lastValueAsksForAll() {
      Task<String> task = loop.createTask(Asyncio.lastValue(publisher));
      turns(1);
      assertThat(asked).containsExactly("request " + Long.MAX_VALUE);
      subscriber().onNext("a");
      subscriber().onNext("b");
      subscriber().onComplete();
      assertThat(loop.runUntilComplete(task)).isEqualTo("b");
    }

    @Test
    void noValueIsAnError() {
      for (Coroutine<String> coroutine :
          List.of(Asyncio.firstValue(publisher), Asyncio.lastValue(publisher))) {
        subscribers.clear();
        Task<String> task = loop.createTask(coroutine);
        turns(1);
        subscriber().onComplete();
        assertThatThrownBy(() -> loop.runUntilComplete(task))
            .isInstanceOf(java.util.NoSuchElementException.class)
            .hasMessageContaining("without a value");
      }
    }

    @Test
    void theirErrorsAreTheVeryObject() {
      IOException failure = new IOException();
      Task<String> task = loop.createTask(Asyncio.lastValue(publisher));
      turns(1);
      subscriber().onNext("a");
      subscriber().onError(failure);
      assertThat(catchThrowable(() -> loop.runUntilComplete(task))).isSameAs(failure);
    }

    @Test
    @SuppressWarnings("NullAway") // what publishers must not do
    void nullIsAnErrorOfBothSides() {
      List<Consumer<Flow.Subscriber<? super String>>> violations =
          List.of(subscriber -> subscriber.onNext(null), subscriber -> subscriber.onError(null));
      for (Consumer<Flow.Subscriber<? super String>> violation : violations) {
        subscribers.clear();
        asked.clear();
        Task<String> task = loop.createTask(Asyncio.lastValue(publisher));
        turns(1);
        assertThatThrownBy(() -> violation.accept(subscriber()))
            .isInstanceOf(NullPointerException.class);
        turns(3);
        assertThat(task.done()).isTrue();
        assertThat(task.exception())
            .isInstanceOf(NullPointerException.class)
            .hasMessageContaining("must not");
        assertThat(asked).contains("cancel");
      }
    }

    @Test
    void cancelledUnsubscribes() {
      Task<String> task = loop.createTask(Asyncio.firstValue(publisher));
      turns(1);
      task.cancel();
      assertThatThrownBy(() -> loop.runUntilComplete(task)).isInstanceOf(CancelledError.class);
      assertThat(asked).containsExactly("request 1", "cancel");
      subscriber().onNext("too late");
      turns(1);
    }
  }
}
