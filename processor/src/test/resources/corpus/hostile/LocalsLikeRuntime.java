package corpus.hostile;

import static dev.fermata.asyncio.Asyncio.await;

import dev.fermata.Async;
import dev.fermata.asyncio.Coroutine;
import oracle.Trace;

/** Local types named like what every machine mentions. */
@Async
interface LocalsLikeRuntime {
  default Coroutine<Object> runtime(Trace t) {
    record Driver(int a) {}
    record AsyncFrame(int a) {}
    record Object(int a) {}
    record Throwable(int a) {}
    record Override(int a) {}
    record StackTraceElement(int a) {}
    record IllegalStateException(int a) {}
    record Error(int a) {}
    record Integer(int a) {}
    Driver d = new Driver(await(t.later(1)));
    AsyncFrame f = new AsyncFrame(await(t.later(2)));
    Object o = new Object(await(t.later(3)));
    Throwable u = new Throwable(await(t.later(4)));
    Override v = new Override(await(t.later(5)));
    StackTraceElement s = new StackTraceElement(await(t.later(6)));
    IllegalStateException i = new IllegalStateException(await(t.later(7)));
    try {
      await(t.later(0));
      await(t.fail("x"));
    } catch (java.lang.IllegalStateException e) {
      t.log(e.getMessage());
    } finally {
      await(t.later(0));
    }
    java.lang.Integer boxed = await(t.later(3));
    await(t.later(0));
    return Coroutine.of(d + "" + f + o + u + v + s + i + new Error(1) + new Integer(boxed));
  }

  default Coroutine<Object> string(Trace t) {
    class String { int n = 1; }
    String s = new String();
    java.lang.String u = "a" + await(t.later(2)) + s.n;
    await(t.later(0));
    return Coroutine.of(u + s.n);
  }

  default Coroutine<Object> own(Trace t) {
    record LocalsLikeRuntimeAsync(int a) {}
    LocalsLikeRuntimeAsync l = new LocalsLikeRuntimeAsync(await(t.later(1)));
    t.log(await(t.later(l)));
    t.log(await(string(t)));
    return Coroutine.of(l + "" + new LocalsLikeRuntimeAsync(2));
  }

  default Coroutine<Object> scopes(Trace t) {
    int base = await(t.later(3));
    class A { int n() { return base; } }
    class AScope { int n() { return base + 1; } }
    t.log(await(t.later(new A().n())));
    return Coroutine.of(new A().n() + new AScope().n());
  }

  default Coroutine<Object> packages(Trace t) {
    class java { int n = 1; }
    class dev { int n = 2; }
    class corpus { int n = 3; }
    java j = new java();
    await(t.later(0));
    return Coroutine.of(j.n + new dev().n + new corpus().n);
  }
}
