package dev.fermata.asyncio;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A callback that is scheduled for a time; returned by {@link EventLoop#callLater} and {@link
 * EventLoop#callAt}. To be used on the loop's thread.
 *
 * <p>Timers are ordered by their times. Two are equal, as in asyncio, if they have the same time
 * and equal callbacks and both or neither are cancelled.
 *
 * <p>The counterpart of {@code asyncio.TimerHandle}.
 */
public final class TimerHandle extends Handle implements Comparable<TimerHandle> {

  private final long when;

  /** Whether it is in the loop's heap of timers. */
  boolean scheduled = true;

  TimerHandle(EventLoop loop, Runnable callback, long when, @Nullable Object context) {
    super(loop, callback, context);
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
  public int compareTo(TimerHandle other) {
    return Long.compare(when, other.when);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof TimerHandle timer
        && when == timer.when
        && Objects.equals(callback(), timer.callback());
  }

  @Override
  public int hashCode() {
    return Long.hashCode(when);
  }

  @Override
  String detail() {
    return " when=" + Messages.seconds(when);
  }
}
