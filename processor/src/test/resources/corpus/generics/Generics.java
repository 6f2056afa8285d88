package corpus.generics;

import static dev.fermata.asyncio.Asyncio.await;

import dev.fermata.Async;
import dev.fermata.asyncio.Coroutine;
import oracle.Problem;
import oracle.Trace;

/** Generic coroutine functions, wildcard capture, types that come from the target. */
@Async
interface Generics {
  // catalogue 98 101
  default <X> Coroutine<X> pass(Trace t, dev.fermata.asyncio.Awaitable<X> a) {
    X x = await(a);
    await(t.later(0));
    return Coroutine.of(x);
  }

  // catalogue 98
  default Coroutine<Object> awaitOfTypeVariable(Trace t) {
    String s = await(pass(t, t.later("s")));
    int i = await(pass(t, t.later(1))) + await(this.<Integer>pass(t, t.later(2)));
    return Coroutine.of(s + i);
  }

  default <K extends Comparable<K>, V> Coroutine<java.util.Map<K, V>> group(Trace t, java.util.List<V> values, java.util.function.Function<? super V, ? extends K> key) {
    java.util.Map<K, V> map = new java.util.TreeMap<>();
    for (V v : values) {
      K k = await(t.later(key.apply(v)));
      V old = map.put(k, v);
      if (old != null) await(t.later(old));
    }
    return Coroutine.of(map);
  }

  default Coroutine<Object> boundedTypeVariables(Trace t) {
    return Coroutine.of(await(group(t, java.util.List.of("a", "bb", "cc"), String::length)).toString());
  }

  // catalogue 97
  default Coroutine<Object> wildcards(Trace t) {
    java.util.List<? extends Number> n = await(t.later(java.util.List.of(1, 2)));
    Number first = n.get(await(t.later(0)));
    java.util.List<? super Integer> sink = await(t.later(new java.util.ArrayList<Number>()));
    sink.add(await(t.later(5)));
    Object o = sink.get(0);
    java.util.Map<String, ? extends java.util.List<?>> m = await(t.later(java.util.Map.of("k", java.util.List.of('c'))));
    t.log(m.get("k").get(await(t.later(0))));
    return Coroutine.of(first + "" + o);
  }

  // catalogue 131
  default Coroutine<Object> wildcardCapture(Trace t) {
    java.util.List<?> l = java.util.List.of("a", "b");
    var x = l.get(0);
    await(t.later(1));
    t.log(x);
    t.log(sizeOf(l) + await(t.later(2)));
    for (var y : l) {
      await(t.later(3));
      t.log(y);
    }
    var copy = new java.util.ArrayList<>(l);
    await(t.later(copy.size()));
    return Coroutine.of(copy.get(1));
  }

  default <E> int sizeOf(java.util.List<E> l) {
    return l.size();
  }

  // catalogue 131
  default Coroutine<Object> capturedOperand(Trace t) {
    java.util.List<? extends Comparable<?>> l = java.util.List.of("a");
    t.log(l.get(0) + "" + await(t.later(1)));
    Class<? extends Number> c = Integer.valueOf(1).getClass();
    t.log(c.getSimpleName() + await(t.later(c.hashCode() == 0)));
    return Coroutine.of(java.util.Objects.equals(l.get(0), await(t.later("a"))));
  }

  default Coroutine<Object> targetTyping(Trace t) {
    java.util.List<String> empty = pick(java.util.List.of(), await(t.later(true)), java.util.List.of("x"));
    t.log(empty);
    t.log(pick(java.util.Collections.emptyMap(), await(t.later(false)), java.util.Map.of("k", await(t.later(1)))));
    java.util.Set<Long> s = new java.util.TreeSet<>(java.util.Arrays.asList(await(t.later(1L)), 2L));
    java.util.Optional<CharSequence> o = java.util.Optional.of(await(t.later("o")));
    return Coroutine.of(s + "" + o);
  }

  default <X> X pick(X a, boolean b, X c) {
    return b ? a : c;
  }

  default Coroutine<Object> diamondsInArguments(Trace t) {
    return Coroutine.of(pick(new java.util.ArrayList<>(), await(t.later(false)), new java.util.ArrayList<String>(java.util.List.of(await(t.later("d"))))));
  }

  // catalogue 131
  default Coroutine<Object> inferredIntersection(Trace t) {
    var list = java.util.Arrays.asList(1, "a");
    t.log(list.get(0) + "" + list.get(await(t.later(1))));
    return Coroutine.of(pick(1, await(t.later(true)), "s") + "");
  }

  default Coroutine<Object> genericMethodsChained(Trace t) {
    return Coroutine.of(java.util.Optional.of(await(t.later(5))).map(x -> x + 1).filter(x -> x > 2).orElse(await(t.later(0))));
  }

  default Coroutine<Object> collectors(Trace t) {
    java.util.Map<Boolean, java.util.List<Integer>> m = java.util.stream.Stream.of(1, await(t.later(2)), 3).collect(java.util.stream.Collectors.partitioningBy(x -> x > 1));
    await(t.later(0));
    return Coroutine.of(m.get(true));
  }

  default Coroutine<Object> arraysOfTypeVariable(Trace t) {
    String[] a = await(last(t, new String[] {"a", "b"}));
    return Coroutine.of(a);
  }

  default <X> Coroutine<X[]> last(Trace t, X[] xs) {
    X x = xs[await(t.later(1))];
    xs[0] = x;
    await(t.later(0));
    return Coroutine.of(xs);
  }

  default <X extends Number & Comparable<X>> Coroutine<X> max(Trace t, X a, X b) {
    X m = await(t.later(a.compareTo(b) > 0)) ? a : b;
    await(t.later(m.intValue()));
    return Coroutine.of(m);
  }

  // catalogue 97
  default Coroutine<Object> intersectionBound(Trace t) {
    return Coroutine.of(await(max(t, 3, 5)));
  }

  default <E extends Exception> Coroutine<Integer> thrower(Trace t, E e, boolean b) throws E {
    await(t.later(1));
    if (b) throw e;
    return Coroutine.of(5);
  }

  default Coroutine<Object> genericThrows(Trace t) {
    int x = await(thrower(t, new IllegalStateException("u"), false));
    try {
      await(thrower(t, new Problem("generic"), true));
    } catch (Problem p) {
      t.log(p);
    }
    return Coroutine.of(x);
  }

  default Coroutine<Object> recursiveGenerics(Trace t) {
    return Coroutine.of(await(names(t, Thread.State.class, await(t.later(2)))));
  }

  default <E extends Enum<E>> Coroutine<String> names(Trace t, Class<E> type, int n) {
    String s = "";
    for (E e : type.getEnumConstants()) {
      if (n-- == 0) break;
      s += await(t.later(e.name()));
    }
    return Coroutine.of(s);
  }

  default Coroutine<Object> voidAndNull(Trace t) {
    Void v = await(t.pause());
    t.log(v);
    Object o = await(nothing(t));
    return Coroutine.of(o);
  }

  default Coroutine<Void> nothing(Trace t) {
    Void v = await(t.later((Void) null));
    return Coroutine.of(v);
  }
}
