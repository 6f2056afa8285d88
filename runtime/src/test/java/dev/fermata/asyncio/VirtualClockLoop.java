package dev.fermata.asyncio;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Loops whose clock stands still while callbacks run and jumps to the next timer when the loop
 * would sleep, so that tests of time take none. A loop that waits only for another thread really
 * waits.
 */
final class VirtualClockLoop {

  private VirtualClockLoop() {}

  static EventLoop create() {
    return create(new Clock());
  }

  static EventLoop create(Clock clock) {
    return new SelectorEventLoop(clock);
  }

  /** The clock; advances only by sleeping, and by {@link #advance}. */
  static final class Clock implements LoopClock {
    private final AtomicLong now = new AtomicLong();

    void advance(long nanos) {
      now.addAndGet(nanos);
    }

    @Override
    public long now() {
      return now.get();
    }

    @Override
    public long beforeSleep(long nanos) {
      if (nanos < 0) {
        return nanos;
      }
      advance(nanos);
      return 0;
    }
  }
}
