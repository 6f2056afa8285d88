package corpus.tries;

import static dev.fermata.asyncio.Asyncio.await;

import dev.fermata.Async;
import dev.fermata.asyncio.Coroutine;
import oracle.Trace;

/** Every way out of try statements inside of each other, with resources. */
@Async interface Nested {
  class R implements AutoCloseable { final Trace t; final String n; R(Trace t, String n) { this.t = t; this.n = n; } public void close() throws Exception { t.log("close " + n); if (n.startsWith("!")) throw new Exception(n); } }
  default Coroutine<Object> deep(Trace t) throws Exception {
    int n = 0;
    a: for (int i = 0; ; i++) {
      try (R r = new R(t, await(t.later("r" + i))); R nul = null; var q = new R(t, i == 2 ? "!q" : "q")) {
        b: try {
          if (i == 0) continue a;
          if (i == 1) break b;
          if (i == 3) break a;
          try { throw new IllegalStateException("s" + await(t.later(i))); }
          finally { if (i == 4) return Coroutine.of("never"); await(t.later("fin")); }
        } catch (IllegalStateException e) { t.log(e.getMessage()); if (i == 2) throw new RuntimeException("x", e); }
        finally { n += await(t.later(10)); if (i == 1) continue a; }
      } catch (RuntimeException e) { t.log(e.getMessage() + e.getSuppressed().length); if (i == 5) throw e; }
      finally { t.log("out" + n); }
      if (i > 6) break;
    }
    return Coroutine.of(n);
  }
  default Coroutine<Object> overriding(Trace t) {
    for (int i = 0; i < 4; i++) {
      try { try { if (i == 0) throw new Error("a"); if (i == 1) return Coroutine.of("lost"); await(t.later(i)); }
        finally { if (i < 2) { await(t.later("f")); if (i == 0) continue; throw new IllegalStateException("b"); } } }
      catch (IllegalStateException e) { t.log(e.getMessage()); }
    }
    try { return Coroutine.of(await(t.later("r"))); } finally { try { await(t.later("g")); } finally { t.log("h"); } }
  }
}
