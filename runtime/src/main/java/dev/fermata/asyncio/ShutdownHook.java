package dev.fermata.asyncio;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Tells a runner's coroutine that the program is about to end, and puts the end off until the
 * runner has cleaned up, and the program's main method, if that is what has called it, has
 * returned.
 */
final class ShutdownHook extends Thread {

  /** A loop that does not turn for so long is taken to be blocked. */
  private static final long BLOCKED_NANOS = TimeUnit.SECONDS.toNanos(1);

  /** How often to look whether the main thread still has something to do. */
  private static final long LOOK_MILLIS = 20;

  private final EventLoop loop;
  private final Thread runner = Thread.currentThread();
  private final long graceNanos;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final CountDownLatch noticed = new CountDownLatch(1);
  private volatile @Nullable Task<?> main;

  private ShutdownHook(EventLoop loop, long graceNanos) {
    super("asyncio_exit");
    this.loop = loop;
    this.graceNanos = graceNanos;
  }

  static ShutdownHook install(EventLoop loop, Duration grace) {
    ShutdownHook hook = new ShutdownHook(loop, EventLoop.nanos(grace));
    if (hook.graceNanos > 0) {
      try {
        Runtime.getRuntime().addShutdownHook(hook);
      } catch (IllegalStateException e) {
        // The end has begun already, and has told whoever was running then.
      }
    }
    return hook;
  }

  void setMain(@Nullable Task<?> main) {
    this.main = main;
  }

  /** Says that the runner has cleaned up. */
  void closed() {
    closed.countDown();
    if (graceNanos > 0) {
      try {
        Runtime.getRuntime().removeShutdownHook(this);
      } catch (IllegalStateException e) {
        // The end has begun; this hook runs and is about to see the latch.
      }
    }
  }

  @Override
  public void run() {
    Task<?> main = this.main;
    if (main == null || isExiting()) {
      return;
    }
    long deadline = System.nanoTime() + graceNanos;
    boolean inMain = isInMain();
    Interop.callSoonUnlessClosed(
        loop,
        () -> {
          noticed.countDown();
          main.cancel();
        });
    try {
      if (!noticed.await(Math.min(BLOCKED_NANOS, graceNanos / 2), TimeUnit.NANOSECONDS)) {
        runner.interrupt();
      }
      if (!closed.await(deadline - System.nanoTime(), TimeUnit.NANOSECONDS)) {
        ExceptionReports.warn(
            "the program ends though "
                + main.getName()
                + ", which was cancelled, is still running");
      } else if (inMain) {
        waitForMain(deadline);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Waits until what follows the run in the program's main method is done. */
  private void waitForMain(long deadline) throws InterruptedException {
    while (runner.isAlive() && !isExiting() && System.nanoTime() - deadline < 0) {
      runner.join(LOOK_MILLIS);
    }
  }

  /**
   * Returns whether the runner's thread is in a main method, which will return. Others are not
   * waited for: one of a pool, say, never ends.
   */
  private boolean isInMain() {
    StackTraceElement[] stack = runner.getStackTrace();
    return stack.length > 0 && stack[stack.length - 1].getMethodName().equals("main");
  }

  /** Returns whether the runner's thread itself called exit: then it cannot be waited for. */
  private boolean isExiting() {
    for (StackTraceElement frame : runner.getStackTrace()) {
      if (frame.getClassName().equals("java.lang.Shutdown")) {
        return true;
      }
    }
    return false;
  }
}
