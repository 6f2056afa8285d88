package dev.fermata.testing;

import dev.fermata.asyncio.EventLoop;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The limits of one run: of virtual time, which the clock knows, and of real time, after which the
 * thread is interrupted. An interrupt ends what blocks, and the loop too; but a loop that is told
 * to end may have a callback to run yet that blocks, so it is interrupted again until it has ended.
 */
final class Limits implements AutoCloseable {

  private static final long AGAIN_MILLIS = 50;

  private static final ScheduledThreadPoolExecutor WATCHDOG = watchdog();

  private final Options options;
  private final VirtualControl control;
  private final EventLoop loop;
  private final Thread thread = Thread.currentThread();
  private final ScheduledFuture<?> alarm;

  /** Where the thread was when the time was over; null before. Guarded by this. */
  private StackTraceElement @Nullable [] expiredAt;

  private boolean ended;

  Limits(Options options, VirtualControl control, EventLoop loop) {
    this.options = options;
    this.control = control;
    this.loop = loop;
    control.limit(options.timeout());
    alarm =
        WATCHDOG.scheduleWithFixedDelay(
            this::expire, options.realTimeout().toMillis(), AGAIN_MILLIS, TimeUnit.MILLISECONDS);
  }

  private static ScheduledThreadPoolExecutor watchdog() {
    ScheduledThreadPoolExecutor executor =
        new ScheduledThreadPoolExecutor(
            1,
            runnable -> {
              Thread thread = new Thread(runnable, "fermata_watchdog");
              thread.setDaemon(true);
              return thread;
            });
    executor.setRemoveOnCancelPolicy(true);
    return executor;
  }

  private synchronized void expire() {
    if (!ended) {
      if (expiredAt == null) {
        expiredAt = thread.getStackTrace();
      }
      thread.interrupt();
    }
  }

  synchronized boolean expired() {
    return expiredAt != null;
  }

  /** What runs the loop. */
  @FunctionalInterface
  interface Work<T extends @Nullable Object> {
    T run() throws Throwable;
  }

  /** Does something within the limits. */
  <T extends @Nullable Object> T call(Work<T> work) throws Throwable {
    try {
      T result = work.run();
      if (!expired()) {
        return result;
      }
    } catch (Throwable failure) {
      if (!expired()) {
        throw failure;
      }
    }
    throw late();
  }

  private TimeLimitError late() {
    StringBuilder text =
        new StringBuilder("It took longer than ")
            .append(TaskReports.text(options.realTimeout()))
            .append(" of real time. The thread was interrupted here:");
    for (StackTraceElement each : expiredAt()) {
      text.append("\n    at ").append(each);
    }
    text.append(
        "\nWhile functions run in executors, one of Java's own futures is awaited or the clock is"
            + " held, it stands still. If such a future waits for something in virtual time, see"
            + " Options.holdForStages.");
    return new TimeLimitError(TaskReports.late(loop, text.toString()));
  }

  private synchronized StackTraceElement[] expiredAt() {
    return expiredAt == null ? new StackTraceElement[0] : expiredAt;
  }

  /** Ends the run: from here on nobody interrupts the thread. */
  @Override
  public void close() {
    alarm.cancel(false);
    boolean interrupted;
    synchronized (this) {
      ended = true;
      interrupted = expiredAt != null;
    }
    if (interrupted) {
      // Whoever comes next need not know.
      Thread.interrupted();
    }
    control.limit(null);
  }
}
