package dev.fermata.asyncio;

import dev.fermata.asyncio.internal.net.Poller;

/** The clock of a loop that is governed by something else. */
record ControlledClock(LoopControl control, EventLoop loop, Poller poller) implements LoopClock {

  @Override
  public long now() {
    return control.now();
  }

  @Override
  public long beforeSleep(long nanos) {
    int work = loop.workElsewhere + (poller.isWatching() ? 1 : 0);
    return control.beforeSleep(nanos, work, loop.stagesAwaited);
  }
}
