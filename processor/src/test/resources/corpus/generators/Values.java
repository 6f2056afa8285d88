package corpus.generators;

import static dev.fermata.asyncio.Asyncio.await;

import dev.fermata.Async;
import dev.fermata.asyncio.Coroutine;
import dev.fermata.asyncio.Generator;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import oracle.Trace;

/** yield in statements and expressions of all kinds; the consumer awaits between values. */
@Async
interface Values {
  default Coroutine<Object> drained(Trace t, Generator<?> values) {
    for (Object value : values) {
      t.log("value", value);
      await(t.pause());
    }
    return Coroutine.of("drained");
  }

  default Generator<Integer> straight(Trace t) {
    t.log("begins");
    Generator.yield(t.v(1));
    t.log("goes on");
    Generator.yield(t.v(2));
    t.log("ends");
    return Generator.completed();
  }

  default Coroutine<Object> straightLine(Trace t) {
    Generator<Integer> values = straight(t);
    t.log("made");
    return drained(t, values);
  }

  /** Types that come from the target in {@code list.add(List.of())}. */
  default Generator<List<String>> inferred(Trace t) {
    Generator.yield(List.of());
    Generator.yield(t.v(true) ? new ArrayList<>() : new ArrayList<>(List.of("a")));
    Generator.yieldFrom(List.of(List.of("b"), List.of()));
    return Generator.completed();
  }

  default Coroutine<Object> inferredTypes(Trace t) {
    for (List<String> each : inferred(t)) {
      t.log("each", String.join(",", each));
      await(t.pause());
    }
    return Coroutine.of("typed");
  }

  default Generator<Object> loops(Trace t) {
    outer:
    for (int i = 0; i < 4; i++) {
      for (String s : List.of("a", "b", "c")) {
        if (i == 1) continue outer;
        if (s.equals("c")) break;
        if (i == 3) break outer;
        Generator.yield(i + s);
      }
      int n = 0;
      do {
        Generator.yield(n);
      } while (++n < i);
      while (n-- > 0) Generator.yield(-n);
    }
    for (long x : new long[] {7, 8}) Generator.yield(x);
    return Generator.completed();
  }

  default Coroutine<Object> allLoops(Trace t) {
    return drained(t, loops(t));
  }

  default Generator<Object> positions(Trace t) {
    int[] a = {1, 2, 3};
    int i = 0;
    Object o = Generator.yield("init");
    t.log(o);
    t.log("argument", Generator.yield("a"));
    a[i++] += Generator.<Object, Object>yield("c") == null ? 10 : 20;
    t.log(a);
    String text = "x" + Generator.yield("s1") + t.v(i) + Generator.yield("s2");
    t.log(text);
    if (Generator.yield("if") == null || Generator.yield("not asked for") == null) {
      t.log("then");
    }
    Object chosen = Generator.yield("cond") == null ? Generator.yield("yes") : "no";
    t.log(chosen);
    switch (String.valueOf(Generator.<Object, Object>yield("selector"))) {
      case "null":
        Generator.yield("case");
      case "other":
        Generator.yield("fall");
        break;
      default:
        Generator.yield("default");
    }
    int result =
        switch (i) {
          case 1 -> {
            Generator.yield("arrow");
            yield 5;
          }
          default -> 6;
        };
    t.log(result);
    List<Object> list = new ArrayList<>(List.of(Generator.yield("x") == null ? 1 : 2, t.v(3)));
    t.log(list);
    boolean is = Generator.<Object, Object>yield("is") instanceof String s && s.isEmpty();
    t.log(is);
    for (int k = Generator.yield("for") == null ? 0 : 9; k < 2; k++, Generator.yield("update")) {
      t.log(k);
    }
    return Generator.completed();
  }

  default Coroutine<Object> allPositions(Trace t) {
    return drained(t, positions(t));
  }

  default Generator<Object> kinds() {
    Generator.yield(1);
    Generator.yield('c');
    Generator.yield(2L);
    Generator.yield(1.5f);
    Generator.yield(null);
    Generator.yield(true ? 1 : 2.0);
    Generator.yield(new int[] {1});
    Generator.yield(List.of());
    byte b = (byte) 200;
    Generator.yield(b);
    return Generator.completed();
  }

  default Coroutine<Object> allKinds(Trace t) {
    return drained(t, kinds());
  }

  default Generator<Supplier<String>> lambdas() {
    for (int i = 0; i < 3; i++) {
      int n = i;
      Generator.<Supplier<String>, Object>yield(() -> "lambda " + n);
    }
    Generator.<Supplier<String>, Object>yield(String::new);
    return Generator.completed();
  }

  default Coroutine<Object> capturedValues(Trace t) {
    List<Supplier<String>> later = new ArrayList<>();
    for (Supplier<String> s : lambdas()) {
      await(t.pause());
      later.add(s);
    }
    for (Supplier<String> s : later) t.log(s.get());
    return Coroutine.of(later.size());
  }

  default Generator<Integer> endless(Trace t) {
    for (int i = 0; ; i++) {
      t.log("computes", i);
      Generator.yield(i);
    }
  }

  default Coroutine<Object> lazy(Trace t) {
    int sum = 0;
    for (int i : endless(t)) {
      sum += await(t.later(i));
      if (i == 3) break;
    }
    return Coroutine.of(sum);
  }

  default Generator<String> early(Trace t, int n) {
    if (n == 0) {
      t.log("at once");
      return Generator.completed();
    }
    Generator.yield("one");
    if (n == 1) return Generator.completed();
    Generator.yield("two");
    return early(t, n - 2);
  }

  default Coroutine<Object> earlyReturns(Trace t) {
    for (int n = 0; n < 5; n++) {
      t.log(n);
      await(drained(t, early(t, n)));
    }
    return Coroutine.of("done");
  }

  default Generator<Integer> failing(Trace t) {
    try {
      Generator.yield(1);
      t.log(1 / (t.v(0)));
      Generator.yield(2);
    } finally {
      t.log("finally");
      Generator.yield(3);
    }
    return Generator.completed();
  }

  default Coroutine<Object> failure(Trace t) {
    Generator<Integer> values = failing(t);
    try {
      await(drained(t, values));
    } catch (ArithmeticException e) {
      t.log(e);
    }
    return Coroutine.of(values.hasNext());
  }

  default Coroutine<Object> asStream(Trace t) {
    Object sum = straight(t).stream().mapToInt(await(t.later(2)) > 1 ? x -> x : x -> -x).sum();
    return Coroutine.of(sum);
  }

  private Generator<Object> helper(Trace t, String name) {
    Generator.yield(name + 1);
    t.log(name);
    Generator.yield(name + 2);
    return Generator.completed();
  }

  default Generator<Object> callsPrivate(Trace t) {
    Generator.yieldFrom(helper(t, "a"));
    Generator.yield("between");
    return helper(t, "b");
  }

  default Coroutine<Object> privateFunctions(Trace t) {
    return drained(t, callsPrivate(t));
  }
}
