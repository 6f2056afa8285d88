package dev.fermata.benchmarks.coroutine;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** An executor without a thread: whoever waits for a future runs what is due. */
final class CallerRuns implements Executor {
  private final Queue<Runnable> due = new ArrayDeque<>();

  @Override
  public void execute(Runnable command) {
    due.add(command);
  }

  /** Runs what is due until a future is done. */
  <T> T await(CompletableFuture<T> future) {
    while (!future.isDone()) {
      due.remove().run();
    }
    return future.join();
  }
}
