package corpus.loops;

import static dev.fermata.asyncio.Asyncio.await;

import dev.fermata.Async;
import dev.fermata.asyncio.Coroutine;
import oracle.Trace;

/** The enhanced for, over arrays and Iterables. */
@Async
interface ForEach {
  // catalogue 73
  default Coroutine<Object> array(Trace t) {
    int sum = 0;
    for (int x : new int[] {1, 2, 3}) {
      sum += await(t.later(x));
    }
    return Coroutine.of(sum);
  }

  // catalogue 73
  default Coroutine<Object> iterable(Trace t) {
    StringBuilder s = new StringBuilder();
    for (String x : java.util.List.of("a", "b", "c")) {
      s.append(await(t.later(x)));
    }
    return Coroutine.of(s);
  }

  // catalogue 73
  default Coroutine<Object> awaitedArray(Trace t) {
    for (String x : await(t.later(new String[] {"a", "b"}))) {
      t.log(x);
    }
    return Coroutine.of("end");
  }

  // catalogue 73
  default Coroutine<Object> awaitedIterable(Trace t) {
    for (int x : await(t.later(java.util.List.of(1, 2, 3)))) {
      await(t.later(x * x));
    }
    return Coroutine.of("end");
  }

  // catalogue 73
  default Coroutine<Object> continue_(Trace t) {
    for (int x : new int[] {1, 2, 3, 4}) {
      if (x % 2 == 0) continue;
      await(t.later(x));
    }
    for (Integer x : java.util.List.of(1, 2, 3, 4)) {
      if (await(t.later(x)) == 2) continue;
      if (x == 3) break;
      t.log("body", x);
    }
    return Coroutine.of("end");
  }

  default Coroutine<Object> empty(Trace t) {
    for (int x : new int[0]) await(t.later(x));
    for (Object x : java.util.List.of()) await(t.later(x));
    await(t.later("after"));
    return Coroutine.of("end");
  }

  default Coroutine<Object> widening(Trace t) {
    long sum = 0;
    for (long x : new int[] {1, 2}) sum += await(t.later(x));
    for (double x : new float[] {1.5f}) sum += await(t.later(x)).intValue();
    for (Object x : new String[] {"s"}) await(t.later(x));
    for (int x : java.util.List.of('a', 'b')) sum += await(t.later(x));
    return Coroutine.of(sum);
  }

  default Coroutine<Object> boxing(Trace t) {
    int sum = 0;
    for (Integer x : new int[] {1, 2}) sum += await(t.later(x));
    for (int x : new Integer[] {3, 4}) sum += await(t.later(x));
    return Coroutine.of(sum);
  }

  default Coroutine<Object> unboxNull(Trace t) {
    java.util.List<Integer> list = java.util.Arrays.asList(1, null);
    for (int x : list) {
      await(t.later(x));
    }
    return Coroutine.of("end");
  }

  default Coroutine<Object> nullSources(Trace t) {
    int[] a = null;
    try {
      for (int x : a) await(t.later(x));
    } catch (NullPointerException e) {
      t.log(e);
    }
    Iterable<String> i = null;
    try {
      for (String x : i) await(t.later(x));
    } catch (NullPointerException e) {
      t.log(e);
    }
    await(t.later(0));
    return Coroutine.of("end");
  }

  default Coroutine<Object> arrayReassignedInBody(Trace t) {
    int[] a = {1, 2, 3};
    for (int x : a) {
      a = new int[] {9, 9, 9, 9};
      await(t.later(x));
    }
    return Coroutine.of(a);
  }

  default Coroutine<Object> arrayElementsChangedWhileSuspended(Trace t) {
    int[] a = {1, 2, 3};
    for (int x : a) {
      if (x < 3) a[2] = x * 100;
      await(t.later(x));
    }
    return Coroutine.of(a);
  }

  default Coroutine<Object> concurrentModification(Trace t) {
    java.util.List<Integer> list = new java.util.ArrayList<>(java.util.List.of(1, 2, 3));
    for (int x : list) {
      if (await(t.later(x)) == 2) list.add(4);
    }
    return Coroutine.of(list);
  }

  default Coroutine<Object> variableAssignedInBody(Trace t) {
    for (String s : new String[] {"a", "b"}) {
      s += await(t.later("x"));
      s += await(t.later("y"));
      t.log(s);
    }
    return Coroutine.of("end");
  }

  default Coroutine<Object> finalVariable(Trace t) {
    for (final String s : java.util.List.of("a", "b")) {
      await(t.later(s));
      Runnable r = () -> t.log(s);
      r.run();
    }
    return Coroutine.of("end");
  }

  default Coroutine<Object> varVariable(Trace t) {
    for (var e : new java.util.TreeMap<>(java.util.Map.of("k", 1, "l", 2)).entrySet()) {
      t.log(e.getKey() + await(t.later(e.getValue())));
    }
    return Coroutine.of("end");
  }

  default Coroutine<Object> twoDimensions(Trace t) {
    int sum = 0;
    for (int[] row : new int[][] {{1, 2}, {}, {3}})
      for (int x : row)
        sum += await(t.later(x));
    return Coroutine.of(sum);
  }

  default Coroutine<Object> ownIterable(Trace t) {
    Iterable<Integer> countdown = () -> new java.util.Iterator<Integer>() {
      int n = 3;

      @Override
      public boolean hasNext() {
        t.log("hasNext", n);
        return n > 0;
      }

      @Override
      public Integer next() {
        return n--;
      }
    };
    for (int x : countdown) await(t.later(x));
    for (int x : countdown) {
      t.log(x);
      if (await(t.later(x)) == 2) break;
    }
    return Coroutine.of("end");
  }

  default Coroutine<Object> rawIterable(Trace t) {
    @SuppressWarnings("rawtypes")
    java.util.List raw = java.util.List.of("a", 1);
    for (Object o : raw) t.log(await(t.later(o)));
    return Coroutine.of("end");
  }

  default Coroutine<Object> typeVariableElements(Trace t) {
    return Coroutine.of(await(join(t, java.util.List.of("a", "b"))));
  }

  default <E extends CharSequence, L extends java.util.List<? extends E>> Coroutine<String> join(Trace t, L list) {
    String s = "";
    for (E e : list) {
      await(t.later(e));
      s += e.length() + await(t.later(e.toString()));
    }
    return Coroutine.of(s);
  }

  default Coroutine<Object> sourceWithEffects(Trace t) {
    for (int x : t.v(new int[] {t.v(1), await(t.later(2))})) t.log(x);
    return Coroutine.of("end");
  }

  default Coroutine<Object> returnFromLoop(Trace t) {
    for (String s : java.util.List.of("a", "b", "c")) {
      if (await(t.later(s)).equals("b")) return Coroutine.of(s);
    }
    return Coroutine.of("none");
  }
}
