package dev.fermata.asyncio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A loop as an executor service. */
@SuppressWarnings({"NullAway", "FutureReturnValueIgnored"})
class LoopExecutorServiceTest extends LoopTest {

  private final ExecutorService executor = loop.asExecutorService();

  @Test
  void callsInTheLoopInOrder() {
    Thread here = Thread.currentThread();
    executor.execute(say("a"));
    executor.execute(() -> trace.add("here " + (Thread.currentThread() == here)));
    loop.callSoon(say("c"));
    turns(1);
    assertThat(trace).containsExactly("a", "here true", "c");
  }

  @Test
  void isForStages() {
    CompletableFuture<String> stage = new CompletableFuture<>();
    CompletableFuture<Boolean> dependent =
        stage.thenApplyAsync(value -> Asyncio.getRunningLoop() == loop, executor);
    new Thread(() -> stage.complete("r")).start();
    assertThat(loop.runUntilComplete(Asyncio.wrapFuture(dependent, loop))).isTrue();
  }

  @Test
  void shutDownTakesNoMoreButDoesWhatItHas() throws InterruptedException {
    executor.execute(say("taken"));
    executor.shutdown();
    assertThat(executor.isShutdown()).isTrue();
    assertThat(executor.isTerminated()).isFalse();
    assertThatThrownBy(() -> executor.execute(say("no")))
        .isInstanceOf(RejectedExecutionException.class)
        .hasMessageContaining("shut down");
    assertThat(executor.awaitTermination(1, TimeUnit.NANOSECONDS)).isFalse();
    turns(1);
    assertThat(executor.isTerminated()).isTrue();
    assertThat(executor.awaitTermination(1, TimeUnit.DAYS)).isTrue();
    assertThat(trace).containsExactly("taken");
    loop.callSoon(say("the loop goes on"));
    turns(1);
    assertThat(trace).contains("the loop goes on");
  }

  @Test
  void shutDownNowGivesBackWhatHasNotBegun() {
    Runnable never = say("never");
    executor.execute(never);
    assertThat(executor.shutdownNow()).isEqualTo(List.of(never));
    turns(1);
    assertThat(trace).isEmpty();
    assertThat(executor.isTerminated()).isTrue();
  }

  @Test
  void terminationIsAwaitedInAnotherThread() throws InterruptedException {
    executor.execute(say("work"));
    executor.shutdown();
    Future<Boolean> terminated =
        loop.runInExecutor(null, () -> executor.awaitTermination(1, TimeUnit.DAYS));
    assertThat(loop.runUntilComplete(terminated)).isTrue();
  }

  @Test
  void terminationIsNotForTheLoopToAwait() {
    executor.shutdown();
    executor.shutdown();
    ExecutorService busy = loop.asExecutorService();
    loop.callSoon(
        () -> {
          busy.execute(() -> {});
          assertThatThrownBy(() -> busy.awaitTermination(1, TimeUnit.DAYS))
              .isInstanceOf(IllegalStateException.class)
              .hasMessageContaining("another thread");
        });
    turns(2);
  }

  @Test
  void endsWithTheLoop() throws InterruptedException {
    executor.execute(say("dropped"));
    loop.close();
    assertThat(executor.isTerminated()).isTrue();
    assertThat(executor.awaitTermination(1, TimeUnit.DAYS)).isTrue();
    assertThatThrownBy(() -> executor.execute(say("no")))
        .isInstanceOf(RejectedExecutionException.class);
    assertThatThrownBy(() -> loop.asExecutorService().execute(say("no")))
        .isInstanceOf(RejectedExecutionException.class)
        .hasMessageContaining("closed");
    assertThat(trace).isEmpty();
  }
}
