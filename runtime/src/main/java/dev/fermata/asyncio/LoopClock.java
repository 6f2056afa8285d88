package dev.fermata.asyncio;

/** A loop's source of time. Tests give one that jumps when the loop would sleep. */
interface LoopClock {

  /**
   * Returns the time in nanoseconds; from any thread. It begins near 0, so sums do not overflow.
   */
  long now();

  /**
   * Called before the loop sleeps.
   *
   * @param nanos for how long it would sleep; negative for until it is woken
   * @return for how long it shall really sleep
   */
  default long beforeSleep(long nanos) {
    return nanos;
  }

  /** Returns the clock of the system. */
  static LoopClock system() {
    long origin = System.nanoTime();
    return () -> System.nanoTime() - origin;
  }
}
