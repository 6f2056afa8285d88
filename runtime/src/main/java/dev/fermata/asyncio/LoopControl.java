package dev.fermata.asyncio;

import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * What governs a loop that is not to run as the system's clock and the order of arrival have it.
 * For tools such as {@code fermata-testing}, whose clock jumps; programs use {@link
 * EventLoop#create()}.
 *
 * <p>A loop that is governed also reports when it is closed, in debug mode, the coroutines that
 * were made while it ran and never awaited; others report them once they are garbage collected.
 */
public interface LoopControl {

  /**
   * {@return the time in nanoseconds; called from any thread} It never goes back, and begins near
   * 0, so that sums do not overflow.
   */
  long now();

  /**
   * Called when nothing is ready, before the loop sleeps. What this throws comes out of the method
   * that runs the loop.
   *
   * @param nanos for how long the loop would sleep; negative if it has no timer
   * @param work how many functions are under way in executors, and channels waited for: what comes
   *     of them comes by itself
   * @param stages how many of Java's own futures are awaited: other threads may complete them, or
   *     callbacks of this loop
   * @return for how long to sleep really: 0 for not at all, as when {@link #now} has moved;
   *     negative for until another thread wakes the loop
   */
  long beforeSleep(long nanos, int work, int stages);

  /**
   * {@return what the order of that which is ready in the same turn is drawn from; null for the
   * order of arrival} Callbacks keep their order among themselves, which {@link EventLoop#callSoon}
   * and {@link EventLoop#callAt} promise; steps of tasks are put anywhere between them. Asked once.
   */
  default @Nullable Random order() {
    return null;
  }

  /**
   * {@return whether each await is to suspend for at least one turn, also where what it awaits is
   * done or need not wait} Asked once.
   */
  default boolean everyAwaitSuspends() {
    return false;
  }
}
