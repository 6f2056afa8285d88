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

  /** Classes that mention no type variable, and coroutine functions in them. */
  default Coroutine<Integer> classes(Trace t) {
    class Plain {
      int n = 3;

      Coroutine<Integer> get() {
        return Coroutine.of(await(t.later(n)) + 1);
      }
    }
    class Free {
      Coroutine<Integer> get(Trace other) {
        return Coroutine.of(await(other.later(5)) + 1);
      }
    }
    java.util.function.Function<Trace, Coroutine<Integer>> anonymous =
        new java.util.function.Function<>() {
          int n = 7;

          @Override
          public Coroutine<Integer> apply(Trace other) {
            return Coroutine.of(await(other.later(n)) + 1);
          }
        };
    int sum = await(new Plain().get()) + await(new Free().get(t)) + await(anonymous.apply(t));
    return Coroutine.of(sum);
  }

  /** Classes in a function with a type parameter of its own, and one that mentions both. */
  default <R extends Comparable<R>> Coroutine<Object> classes(Trace t, K k, R r) {
    class Free {
      Coroutine<Integer> get(Trace other) {
        return Coroutine.of(await(other.later(5)) + 1);
      }
    }
    class Both {
      K key = k;

      Coroutine<java.util.List<Object>> get(Trace other) {
        java.util.function.Function<R, Coroutine<R>> inside =
            x -> Coroutine.of(await(other.later(x)));
        return Coroutine.of(java.util.List.of(await(other.later(key)), await(inside.apply(r))));
      }
    }
    int five = await(new Free().get(t));
    return Coroutine.of(five + "" + await(new Both().get(t)));
  }

  default Coroutine<Object> unchecked(Trace t) {
    @SuppressWarnings("unchecked")
    GenericType<String, Integer> me = (GenericType<String, Integer>) this;
    int x = await(me.bigger(t, 1, await(t.later(2))));
    java.util.List<String> l = await(me.twice(t, "k"));
    await(t.later(await(me.classes(t)) + "" + await(me.classes(t, "k", 2))));
    return Coroutine.of(x + l.get(0) + await(me.map(t, "abc", String::length)));
  }
}
