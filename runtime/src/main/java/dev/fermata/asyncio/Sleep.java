package dev.fermata.asyncio;

import org.jspecify.annotations.Nullable;

/** The coroutine of {@code sleep}: a timer that completes a future. */
final class Sleep<T extends @Nullable Object> extends CoroutineFrame<T> {

  private final long nanos;
  private @Nullable Object result;
  private @Nullable TimerHandle timer;

  Sleep(long nanos, @Nullable Object result) {
    this.nanos = nanos;
    this.result = result;
  }

  @Override
  protected @Nullable Object step(Driver driver, @Nullable Object sent, @Nullable Throwable thrown)
      throws Throwable {
    if (state == 0 && thrown == null) {
      state = 1;
      if (nanos <= 0) {
        return await(driver, Yield.INSTANCE);
      }
      EventLoop loop = driver.loop;
      Alarm alarm = new Alarm(loop);
      timer = loop.callAt(EventLoop.deadline(loop.time(), nanos), alarm);
      return await(driver, alarm);
    }
    if (timer != null) {
      timer.cancel();
    }
    if (thrown != null) {
      throw thrown;
    }
    return result;
  }

  @Override
  protected void clear() {
    result = null;
    timer = null;
  }

  @Override
  protected StackTraceElement location() {
    return new StackTraceElement(Asyncio.class.getName(), "sleep", null, -1);
  }

  /** What the sleeper waits for, and the timer's callback. */
  static final class Alarm extends Future<@Nullable Object> implements Runnable {
    private Alarm(EventLoop loop) {
      super(loop);
    }

    @Override
    public void run() {
      if (!done()) {
        finish(null);
      }
    }

    @Override
    public String toString() {
      return "<sleep " + stateName() + ">";
    }
  }
}
