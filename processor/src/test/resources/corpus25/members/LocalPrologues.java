package corpus25.members;

import static dev.fermata.asyncio.Asyncio.await;

import dev.fermata.Async;
import dev.fermata.asyncio.Coroutine;
import java.util.ArrayList;
import java.util.List;
import oracle.Trace;

/** Constructors of local and inner classes that do something before they call super. */
@Async class LocalPrologues {
  final int n; private final List<String> log = new ArrayList<>();
  LocalPrologues() { int q = 4; if (q < 0) throw new IllegalStateException(); this.n = q * 2; super(); }
  abstract static class Base { final String s; Base(String s) { this.s = s + show(); } String show() { return "base"; } }
  /// A *doc*
  public Coroutine<Object> local(Trace t) {
    int k = await(t.later(5));
    class Sub extends Base {
      final int f;
      Sub(int x) { var y = x + k; if (y > 100) { throw new IllegalArgumentException("big"); } f = y; super("s" + y); log.add("made"); }
      @Override String show() { return "sub" + f; }
      Coroutine<Object> co() { return Coroutine.of(await(t.later(f)) + s + n); }
    }
    Base anon = new Base(await(t.later("an"))) { final int z = k; @Override String show() { return "z" + z + k; } };
    try { new Sub(await(t.later(200))); } catch (IllegalArgumentException e) { t.log(e.getMessage()); }
    return Coroutine.of(await(new Sub(1).co()) + anon.s + log + anon.show());
  }
  /// Inner with prologue
  class Inner { int v; Inner(int x) { int w = x * 2; super(); v = w + n; } }
  public Coroutine<Object> inner(Trace t) { return Coroutine.of(new Inner(await(t.later(3))).v + this.new Inner(1).v); }
}
