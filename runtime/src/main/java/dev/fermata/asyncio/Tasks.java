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
    CoroutineFrame<T> coroutine = frame(awaitable);
    try {
      return (loop != null ? loop : RunningLoop.getOrSet()).createTask(coroutine);
    } catch (IllegalStateException e) {
      if (coroutine.isNew()) {
        // Nobody else is going to run it.
        coroutine.close();
      }
      throw e;
    }
  }

  /** Returns what a task factory has made, if it is what was asked for. */
  @SuppressWarnings("unchecked")
  static <T extends @Nullable Object> Task<T> checkMade(
      @Nullable Task<?> task, EventLoop loop, Coroutine<T> coroutine) {
    if (task == null || task.loop != loop || task.getCoro() != coroutine) {
      throw new IllegalStateException(
          "the task factory was to make a task of "
              + loop
              + " that runs "
              + coroutine
              + ", but returned "
              + task
              + ": make the task with Task.create(loop, coroutine, options) of what it is given");
    }
    // Whatever runs this coroutine has its result.
    return (Task<T>) task;
  }

  /** Returns options that start eagerly, unless they say that the task is not to. */
  static TaskOptions eager(TaskOptions options) {
    return options.eagerStart() == null ? options.eagerStart(true) : options;
  }

  /** Returns a coroutine as it is, and makes one of anything else. */
  static <T extends @Nullable Object> CoroutineFrame<T> frame(Awaitable<T> awaitable) {
    return awaitable instanceof CoroutineFrame<T> frame ? frame : new AwaitFrame<>(awaitable);
  }
}
