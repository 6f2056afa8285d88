package dev.fermata.asyncio;

import org.jspecify.annotations.Nullable;

/**
 * Which loop runs in a thread, and which was set for it. Asked by functions that are called without
 * a loop; what awaits is passed a {@link Driver} instead.
 */
final class RunningLoop {

  private static final ThreadLocal<RunningLoop> OF_THREAD =
      ThreadLocal.withInitial(RunningLoop::new);

  private @Nullable EventLoop running;
  private @Nullable EventLoop set;

  private RunningLoop() {}

  static @Nullable EventLoop running() {
    return OF_THREAD.get().running;
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
