package corpus.generics;

import static dev.fermata.asyncio.Asyncio.await;

import dev.fermata.Async;
import dev.fermata.asyncio.Coroutine;
import oracle.Trace;

/** Type parameters on the interface, bound by a subtype. */
@Async
interface GenericType<K, V extends Comparable<? super V>> {
  class Impl extends GenericTypeAsync<String, Integer> {}
  default Coroutine<V> bigger(Trace t, V a, V b) {
    boolean less = await(t.later(a.compareTo(b) < 0));
    V r = less ? b : a;
    await(t.later(r));
    return Coroutine.of(r);
  }

  default Coroutine<java.util.List<K>> twice(Trace t, K k) {
    java.util.List<K> l = new java.util.ArrayList<>();
    l.add(await(t.later(k)));
    l.add(k);
    return Coroutine.of(l);
  }

  default <R> Coroutine<R> map(Trace t, K k, java.util.function.Function<? super K, ? extends R> f) {
    K x = await(t.later(k));
    return Coroutine.of(f.apply(x));
  }

  default Coroutine<Object> unchecked(Trace t) {
    @SuppressWarnings("unchecked")
    GenericType<String, Integer> me = (GenericType<String, Integer>) this;
    int x = await(me.bigger(t, 1, await(t.later(2))));
    java.util.List<String> l = await(me.twice(t, "k"));
    return Coroutine.of(x + l.get(0) + await(me.map(t, "abc", String::length)));
  }
}
