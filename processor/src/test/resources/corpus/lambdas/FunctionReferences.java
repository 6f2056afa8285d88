package corpus.lambdas;

import static dev.fermata.asyncio.Asyncio.await;

import dev.fermata.Async;
import dev.fermata.asyncio.Coroutine;
import java.util.*;
import java.util.function.*;
import oracle.Trace;

/** References to coroutine functions and constructors; captures of captures. */
@Async
interface FunctionReferences {
  class Made { final Object x; Made(Object x) { this.x = x; } Made() { this("none"); } public String toString() { return "M" + x; } Coroutine<String> show(String s) { return Coroutine.of(x + s); } static Coroutine<String> st(Integer s) { return Coroutine.of("st" + s); } }
  default Coroutine<String> fetch(int n) { return Coroutine.of("f" + n); }
  default Coroutine<String> slow(Trace t, int n) { await(t.pause()); return Coroutine.of("f" + n); }
  private Coroutine<String> priv(int n) { return Coroutine.of("p" + n); }
  private <X> Coroutine<X> gen(X n) { return Coroutine.of(n); }
  default <A, B> Coroutine<B> call(A a, Function<A, Coroutine<B>> op) { return op.apply(a); }
  default Coroutine<Object> refs(Trace t) {
    Function<Integer, Coroutine<String>> a = this::fetch;
    BiFunction<FunctionReferences, Integer, Coroutine<String>> b = FunctionReferences::fetch;
    Function<Integer, Coroutine<String>> c = this::priv;
    Function<Integer, Coroutine<String>> d = Made::st;
    BiFunction<Made, String, Coroutine<String>> e = Made::show;
    Function<Object, Made> n = Made::new;
    Supplier<Made> n0 = Made::new;
    BiFunction<Trace, Integer, Coroutine<String>> s = FunctionReferences.this::slow;
    Function<String, Coroutine<String>> g = this::<String>gen;
    await(t.pause());
    String r = await(a.apply(1)) + await(b.apply(this, 2)) + await(c.apply(3)) + await(d.apply(4)) + await(e.apply(n.apply(5), "!")) + n0.get();
    r += await(s.apply(t, 6)) + await(g.apply("g"));
    r += await(call(7, this::fetch)) + await(call(8, this::priv)) + await(call("h", this::gen)) + await(call("k", n.apply(9)::show));
    return Coroutine.of(r);
  }
  default Coroutine<Object> local(Trace t) {
    int k = await(t.later(4));
    class Loc { int x; Loc(int x) { this.x = x + k; } public String toString() { return "L" + x; } }
    record Rec<T>(T x) {}
    Function<Integer, Loc> f = Loc::new;
    Function<Integer, Rec<Integer>> g = Rec::new;
    IntFunction<Loc[]> h = Loc[]::new;
    IntFunction<Rec<?>[]> hh = Rec[]::new;
    await(t.pause());
    return Coroutine.of(f.apply(1) + "" + g.apply(2) + h.apply(3).length + hh.apply(4).length);
  }
  default Coroutine<Object> captures(Trace t) {
    int a = await(t.later(1));
    Function<Integer, Function<Integer, Function<Integer, Coroutine<Integer>>>> f = x -> { int b = a + x; return y -> z -> { int c = await(t.later(a + b + x + y + z)); Supplier<Coroutine<Integer>> in = () -> Coroutine.of(a + b + c + await(t.later(x)) + y + z); return in.get(); }; };
    Supplier<Supplier<Coroutine<Integer>>> g = () -> () -> Coroutine.of(await(t.later(a)));
    Function<Integer, Coroutine<Supplier<Coroutine<Integer>>>> h = q -> { int w = await(t.later(q)); return Coroutine.of(() -> Coroutine.of(w + a + await(t.later(q)))); };
    return Coroutine.of(await(f.apply(10).apply(20).apply(30)) + await(g.get().get()) + await(await(h.apply(3)).get()));
  }
}
