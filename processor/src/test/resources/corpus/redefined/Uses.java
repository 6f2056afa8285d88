package corpus.redefined;

import static dev.fermata.asyncio.Asyncio.await;

import dev.fermata.Async;
import dev.fermata.asyncio.Coroutine;
import java.util.function.Supplier;
import oracle.Trace;

/** In a package of namesakes of the JDK's classes and the runtime's. */
@Async
public interface Uses {
  default Coroutine<java.lang.Object> all(Trace t) {
    String s = new String();
    Object o = new Object();
    Integer i = await(t.later(new Integer()));
    java.lang.Integer boxed = await(t.later(4));
    boolean b = await(t.later(true));
    await(t.later(0));
    Throwable u = new Throwable();
    Driver d = await(t.later(new Driver()));
    await(t.later(0));
    return Coroutine.of(s.own + o.own + i.own + u.own + d.own + boxed + (b ? new AsyncFrame().own : 0) + new Override().own);
  }

  default Coroutine<java.lang.Object> tries(Trace t) {
    try {
      await(t.later(0));
      await(t.fail("x"));
    } catch (java.lang.RuntimeException e) {
      t.log(e);
      await(t.later(0));
    } finally {
      t.log(await(t.later(1)));
    }
    try (oracle.Res r = t.res("a")) {
      t.log(await(t.later(1)));
    }
    switch (await(t.later("k"))) {
      case "k": t.log(await(t.later(3))); break;
      default:
    }
    for (java.lang.Integer i : await(t.later(java.util.List.of(1, 2)))) t.log(await(t.later(i)));
    for (java.lang.Object o : await(t.later(new java.lang.String[] {"a"}))) t.log(await(t.later(o)));
    return Coroutine.of("end");
  }

  default Coroutine<java.lang.Object> lambdas(Trace t) {
    int n = await(t.later(3));
    Supplier<Coroutine<java.lang.String>> f = () -> Coroutine.of(await(t.later("a" + n)));
    await(t.later(0));
    if (await(t.<java.lang.Object>later("o")) instanceof java.lang.String u && u.length() > 0) t.log(u + await(t.later(1)));
    assert n == await(t.later(3)) : "no" + await(t.later(4));
    return Coroutine.of(await(f.get()) + await(t.later(2)) + new Class().own);
  }

  default Coroutine<java.lang.Void> nothing(Trace t) {
    await(t.later(0));
    return Coroutine.completed();
  }

  private int helper(Trace t) { return 4; }

  default <T extends java.lang.Object> Coroutine<java.lang.Object> generic(Trace t, T x) throws java.io.IOException {
    java.lang.Class<?> c = x.getClass();
    java.lang.Object o = c;
    await(t.later(helper(t)));
    return Coroutine.of(o);
  }
  default Coroutine<java.lang.Object> calls(Trace t) {
    try { return Coroutine.of(await(generic(t, "x"))); } catch (java.io.IOException e) { return nothingElse(t); }
  }
  default Coroutine<java.lang.Object> nothingElse(Trace t) { return Coroutine.of(await(t.later(1))); }
}
