package dev.fermata.asyncio;

import java.util.List;

/**
 * Where a future or task stands, and who waits for it; see {@link Asyncio#captureCallGraph}. The
 * counterpart of {@code asyncio.FutureCallGraph}.
 *
 * @param future the future or task
 * @param callStack where its coroutine stands, the innermost position first; empty for a future
 *     that is no task, and for a task that is done
 * @param awaitedBy the tasks that await it, and the futures that end with it, as those of {@code
 *     gather} and {@code shield}; with those that wait for them in turn
 */
public record FutureCallGraph(
    Future<?> future, List<StackTraceElement> callStack, List<FutureCallGraph> awaitedBy) {

  /**
   * Creates one.
   *
   * @param future the future or task
   * @param callStack where its coroutine stands
   * @param awaitedBy who waits for it
   */
  public FutureCallGraph {
    callStack = List.copyOf(callStack);
    awaitedBy = List.copyOf(awaitedBy);
  }
}
