package oracle;

import dev.fermata.asyncio.AsyncContextManager;
import dev.fermata.asyncio.Asyncio;
import dev.fermata.asyncio.Awaitable;

/** Entered when it is made, and left when it is closed. */
public final class Gate implements AsyncContextManager<String> {
  private final Trace t;
  public final String name;

  private Gate(Trace t, String name) {
    this.t = t;
    this.name = name;
  }

  static Gate of(Trace t, String name) {
    t.log("enter " + name);
    Asyncio.await(t.pause());
    t.log("entered " + name);
    return new Gate(t, name);
  }

  @Override
  public Awaitable<String> aenter() {
    throw new AssertionError();
  }

  @Override
  public Awaitable<Void> aexit(Throwable thrown) {
    throw new AssertionError();
  }

  @Override
  public void close() {
    t.log("leave " + name);
    t.log("left " + name);
  }
}
