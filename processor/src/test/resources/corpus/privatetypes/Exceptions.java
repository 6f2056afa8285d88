package corpus.privatetypes;

import static dev.fermata.asyncio.Asyncio.await;

import dev.fermata.Async;
import dev.fermata.asyncio.Coroutine;
import java.io.IOException;
import oracle.Trace;

/** Private exceptions and resources. */
@Async
class Exceptions {
  private static class Stop extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final int code;

    Stop(int code) {
      super("stop " + code, null, false, false);
      this.code = code;
    }
  }

  private static final class Checked extends Exception {
    private static final long serialVersionUID = 1;

    private Checked(String message) {
      super(message);
    }
  }

  private static class Broken extends IOException {
    private static final long serialVersionUID = 1;
  }

  private record Resource(Trace t, int n) implements AutoCloseable {
    @Override
    public void close() throws Checked {
      t.log("close " + n);
      if (n > 1) {
        throw new Checked("closing " + n);
      }
    }
  }

  private Coroutine<Integer> risky(Trace t, int n) throws Checked, Broken {
    if (await(t.later(n)) == 1) {
      throw new Checked("one");
    }
    if (n == 2) {
      throw new Broken();
    }
    if (n == 3) {
      throw new Stop(await(t.later(33)));
    }
    return Coroutine.of(n);
  }

  private static void fail(int n) throws Checked {
    throw new Checked("failed " + n);
  }

  public Coroutine<Object> caught(Trace t) {
    String text = "";
    for (int i = 0; i < 5; i++) {
      try {
        text += await(risky(t, i));
      } catch (Checked e) {
        text += e.getMessage() + await(t.later("c"));
      } catch (Stop e) {
        text += e.code + await(t.later("s"));
      } catch (IOException e) {
        text += e instanceof Broken ? "b" : "?";
      } finally {
        text += await(t.later(";"));
      }
    }
    return Coroutine.of(text);
  }

  public Coroutine<Object> several(Trace t) {
    try {
      await(risky(t, await(t.later(2))));
    } catch (Checked | Broken e) {
      t.log(e.getClass().getSimpleName() + await(t.later(1)));
    }
    try {
      fail(await(t.later(5)));
      return Coroutine.of("not here");
    } catch (Checked e) {
      return Coroutine.of(e.getMessage());
    }
  }

  public Coroutine<Object> plain(Trace t) {
    try {
      throw new Stop(await(t.later(1)));
    } catch (Stop e) {
      t.log(e.code);
    }
    await(t.later(2));
    try {
      fail(3);
    } catch (Checked e) {
      t.log(e.getMessage());
    }
    throw new Stop(4);
  }

  public Coroutine<Object> others(Trace t) {
    try {
      try {
        throw new IllegalStateException(await(t.later("other")));
      } catch (Stop e) {
        t.log("wrong");
      }
    } catch (RuntimeException e) {
      return Coroutine.of(e.getMessage());
    }
    return Coroutine.of("not here");
  }

  public Coroutine<Object> resources(Trace t) {
    try (Resource one = new Resource(t, 1);
        Resource two = await(t.later(new Resource(t, 2)))) {
      t.log(one.n() + await(t.later(two.n)));
      throw new Stop(7);
    } catch (Stop e) {
      return Coroutine.of(e.code + "" + e.getSuppressed().length);
    } catch (Checked e) {
      return Coroutine.of(e.getMessage());
    }
  }
}
