package dev.fermata.asyncio;

/**
 * A callback that is scheduled for a time; returned by {@link EventLoop#callLater} and {@link
 * EventLoop#callAt}. To be used on the loop's thread.
 *
 * <p>The counterpart of {@code asyncio.TimerHandle}.
 */
public final class TimerHandle extends Handle {

  private final long when;

  /** Whether it is in the loop's heap of timers. */
  boolean scheduled = true;

  TimerHandle(EventLoop loop, Runnable callback, long when) {
    super(loop, callback);
    this.when = when;
  }

  /** {@return the time for which it is scheduled, in nanoseconds of {@link EventLoop#time()}} */
  public long when() {
    return when;
  }

  @Override
  public void cancel() {
    if (!cancelled()) {
      super.cancel();
      if (scheduled) {
        loop.timerCancelled();
      }
    }
  }

  @Override
  String detail() {
    return " when=" + Messages.seconds(when);
  }
}
