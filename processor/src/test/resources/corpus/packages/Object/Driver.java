package corpus.packages.Object;

import static dev.fermata.asyncio.Asyncio.await;

import dev.fermata.Async;
import dev.fermata.asyncio.Coroutine;
import oracle.Trace;

/** Named like a class that every machine mentions, as is its package; so are its machines. */
@Async
public interface Driver {
  default Coroutine<Object> run(Trace t) {
    Object s = await(t.later("a"));
    Driver i = await(t.later(this));
    await(t.later(0));
    return Coroutine.of(s + "" + (i == this));
  }
  default Coroutine<Object> asyncFrame(Trace t) {
    record AsyncFrame(int x) {}
    return Coroutine.of(new AsyncFrame(await(t.later(4))));
  }
  default Coroutine<Object> object(Trace t) { await(t.later(4)); return Coroutine.of(4); }
  default Coroutine<Object> driver(Trace t) { await(t.later(4)); return Coroutine.of(4); }
  default Coroutine<Object> override(Trace t) { await(t.later(4)); return Coroutine.of(4); }
  default Coroutine<Object> throwable(Trace t) {
    try { await(t.later(4)); } finally { t.log("x"); }
    return Coroutine.of(await(string(t)));
  }
  default Coroutine<Object> string(Trace t) { String s = await(t.later("4")); await(t.later(s)); return Coroutine.of(s); }
  default Coroutine<Object> stackTraceElement(Trace t) { await(t.later(4)); return Coroutine.of(4); }
  default Coroutine<Object> javaUtil(Trace t) { java.util.List<String> l = await(t.later(java.util.List.of("a"))); await(t.later(0)); return Coroutine.of(l); }
  default Coroutine<Object> list(Trace t) { java.util.List<String> l = await(t.later(java.util.List.of("a"))); await(t.later(0)); return Coroutine.of(l); }
  default Coroutine<Object> trace(Trace t) { Trace u = await(t.later(t)); await(t.later(0)); return Coroutine.of(u == t); }
  default Coroutine<Object> coroutine(Trace t) { return Coroutine.of(await(trace(t))); }
  default Coroutine<Object> suppressWarnings(Trace t) { await(t.later(4)); return Coroutine.of(4); }
  default Coroutine<Object> generated(Trace t) { await(t.later(4)); return Coroutine.of(4); }
  default Coroutine<Object> reach(Trace t) { await(t.later(4)); return Coroutine.of(4); }
}
