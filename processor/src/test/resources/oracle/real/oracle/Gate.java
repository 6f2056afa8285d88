package oracle;

import dev.fermata.asyncio.AsyncContextManager;
import dev.fermata.asyncio.Awaitable;
import dev.fermata.asyncio.Driver;
import dev.fermata.asyncio.codegen.AsyncFrame;

/** Logs before and after it has waited to enter and to leave. */
public final class Gate implements AsyncContextManager<String> {
  private final Trace t;
  public final String name;

  private Gate(Trace t, String name) {
    this.t = t;
    this.name = name;
  }

  static Gate of(Trace t, String name) {
    return new Gate(t, name);
  }

  @Override
  public Awaitable<String> aenter() {
    t.log("enter " + name);
    return new Passing<>(t.pause(), "entered ", name);
  }

  @Override
  public Awaitable<Void> aexit(Throwable thrown) {
    t.log("leave " + name);
    return new Passing<>(t.calm(), "left ", null);
  }

  private final class Passing<X> extends AsyncFrame<X> {
    private final Awaitable<?> first;
    private final String word;
    private final X result;

    Passing(Awaitable<?> first, String word, X result) {
      this.first = first;
      this.word = word;
      this.result = result;
    }

    @Override
    protected Object step(Driver driver, Object sent, Throwable thrown) throws Throwable {
      if (thrown != null) {
        throw thrown;
      }
      if (state == 0) {
        state = 1;
        if (await(driver, first) == SUSPENDED) {
          return SUSPENDED;
        }
      }
      t.log(word + name);
      return result;
    }
  }
}
