package dev.fermata.asyncio;

import org.jspecify.annotations.Nullable;

/** Makes futures of whatever can be awaited. */
final class Tasks {

  private Tasks() {}

  /**
   * Returns a future as it is, and makes a task of anything else.
   *
   * @param loop the loop to which a future must belong; null for any, then a task is made on the
   *     current one
   */
  static <T extends @Nullable Object> Future<T> ensureFuture(
      Awaitable<T> awaitable, @Nullable EventLoop loop) {
    if (awaitable instanceof Future<T> future) {
      if (loop != null && future.loop != loop) {
        throw new IllegalArgumentException(
            "The future belongs to a different loop than the one specified as the loop argument: "
                + future
                + " belongs to "
                + future.loop
                + ", not to "
                + loop
                + ". For the result of a coroutine on another loop use runCoroutineThreadsafe(..)");
      }
      return future;
    }
    return (loop != null ? loop : RunningLoop.getOrSet()).createTask(frame(awaitable));
  }

  /** Returns a coroutine as it is, and makes one of anything else. */
  static <T extends @Nullable Object> CoroutineFrame<T> frame(Awaitable<T> awaitable) {
    return awaitable instanceof CoroutineFrame<T> frame ? frame : new AwaitFrame<>(awaitable);
  }
}
