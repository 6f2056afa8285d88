package corpus.hostile;

import static dev.fermata.asyncio.Asyncio.await;

import dev.fermata.Async;
import dev.fermata.asyncio.Coroutine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import oracle.Trace;

/** Classes and variables called like the packages that generated code needs. */
@Async interface NamesLikePackages {
  default Coroutine<Object> locals(Trace t) {
    class dev { int n = 1; int get() { return n; } }
    class java { int n = 2; }
    record oracle(int x) {}
    dev d = new dev();
    d.n += await(t.later(3));
    var j = new java();
    oracle o = new oracle(await(t.later(j.n)));
    List<Object> l = new ArrayList<>(List.of(d.get(), j.n, o.x()));
    try { await(t.later(l.size())); } catch (IllegalStateException | IllegalArgumentException e) { l.add(e); } finally { t.log("f"); }
    switch (d.n) { case 1 -> await(t.later(1)); default -> await(t.later(2)); }
    return Coroutine.of(l);
  }
  default Coroutine<Object> variables(Trace t) {
    int dev = await(t.later(1)); String java = await(t.later("j")); Object oracle = 3; int fermata = 4; int util = 5;
    List<Integer> l = new ArrayList<>();
    for (int x : List.of(dev, fermata, util)) { l.add(x + await(t.later(x))); }
    Supplier<Coroutine<Integer>> s = () -> Coroutine.of(await(t.later(dev)) + java.length());
    try { l.add(await(s.get())); } catch (RuntimeException e) { t.log(java); throw e; }
    Map<String, List<Integer>> m = new HashMap<>(); m.computeIfAbsent(java, k -> new ArrayList<>()).add(dev);
    return Coroutine.of(m + "" + l + oracle);
  }
  default Coroutine<Object> lambdaParams(Trace t) {
    BiFunction<Integer, Integer, Coroutine<Integer>> f = (java, dev) -> { List<Integer> r = new ArrayList<>(); r.add(await(t.later(java))); r.add(dev); return Coroutine.of(r.size()); };
    Function<Integer, Integer> g = java -> { List<Integer> r = new ArrayList<>(); r.add(java); return r.size(); };
    return Coroutine.of(await(f.apply(1, 2)) + g.apply(3));
  }
}
