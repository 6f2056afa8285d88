package dev.fermata.asyncio;

/** Keeps a loop awake: it turns until there is something to do, and opens no selector. */
final class SpinningClock implements LoopClock {

  private SpinningClock() {}

  static EventLoop loop() {
    EventLoop loop = new SelectorEventLoop(new SpinningClock());
    // Tasks that are pending when a loop is closed are part of these tests.
    loop.setExceptionHandler((l, report) -> {});
    return loop;
  }

  /** Runs some turns of a loop. */
  static void turns(EventLoop loop, int count) {
    for (int i = 0; i < count; i++) {
      loop.stop();
      loop.runForever();
    }
  }

  @Override
  public long now() {
    return 0;
  }

  @Override
  public long beforeSleep(long nanos) {
    Thread.onSpinWait();
    return 0;
  }
}
