package dev.fermata.asyncio;

import org.jspecify.annotations.Nullable;

/**
 * What the runtime knows of a thread: which loop runs in it, which was set for it, and its context.
 * Asked by functions that are called without a loop; what awaits is passed a {@link Driver}
 * instead.
 */
final class RunningLoop {

  private static final ThreadLocal<RunningLoop> OF_THREAD =
      ThreadLocal.withInitial(RunningLoop::new);

  @Nullable EventLoop running;
  private @Nullable EventLoop set;

  /**
   * The context of code that no loop runs; null until it is needed. While a loop runs, its driver
   * has the context in force.
   */
  @Nullable Context context;

  private RunningLoop() {}

  /** Returns what is known of this thread. */
  static RunningLoop here() {
    return OF_THREAD.get();
  }

  static @Nullable EventLoop running() {
    return OF_THREAD.get().running;
  }

  /** Returns the task that runs in this thread; null if none does. */
  static @Nullable Task<?> task() {
    EventLoop loop = running();
    return loop == null ? null : loop.driver.task;
  }

  static void setRunning(@Nullable EventLoop loop) {
    OF_THREAD.get().running = loop;
  }

  static void set(@Nullable EventLoop loop) {
    OF_THREAD.get().set = loop;
  }

  /** Returns the running loop. */
  static EventLoop get() {
    EventLoop loop = running();
    if (loop == null) {
      throw new IllegalStateException(
          "no running event loop in "
              + Thread.currentThread()
              + ": call this from a coroutine or a callback, or start one with Asyncio.run(..); from"
              + " another thread use runCoroutineThreadsafe(..) or loop.callSoonThreadsafe(..)");
    }
    return loop;
  }

  /** Returns the running loop, or else the one that was set. */
  static EventLoop getOrSet() {
    RunningLoop here = OF_THREAD.get();
    EventLoop loop = here.running != null ? here.running : here.set;
    if (loop == null) {
      throw new IllegalStateException(
          "There is no current event loop in "
              + Thread.currentThread()
              + ": use Asyncio.run(..), or create one with newEventLoop() and set it with"
              + " setEventLoop(..)");
    }
    return loop;
  }
}
