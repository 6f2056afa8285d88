package corpus22.patterns;

import static dev.fermata.asyncio.Asyncio.await;

import dev.fermata.Async;
import dev.fermata.asyncio.Coroutine;
import oracle.Trace;

/** Unnamed variables and patterns. */
@Async
interface Unnamed {
  record Pair(Object a, Object b) {}

  default Coroutine<Object> unnamed(Trace t) {
    int _ = await(t.later(1));
    var _ = await(t.later("x"));
    for (int _ : new int[] {1, 2}) await(t.later("loop"));
    try {
      await(t.fail("x"));
    } catch (IllegalStateException _) {
      await(t.later("caught"));
    }
    try (var _ = t.res("r")) {
      await(t.later("in"));
    }
    java.util.function.BiFunction<Integer, Integer, Integer> f = (x, _) -> x;
    return Coroutine.of(f.apply(await(t.later(3)), 4));
  }

  default Coroutine<Object> patterns(Trace t) {
    for (Object o : new Object[] {new Pair("a", 1), new Pair(2, "b"), 5}) {
      t.log(switch (await(t.later(o))) {
        case Pair(String s, _) -> await(t.later(s));
        case Pair(_, String s) when await(t.later(true)) -> s;
        case Integer _ -> await(t.later("int"));
        default -> "none";
      });
      if (o instanceof Pair(_, var b) && await(t.later(b)) != null) t.log(b);
    }
    return Coroutine.of("end");
  }

  default Coroutine<Object> coroutineLambda(Trace t) {
    java.util.function.Function<Integer, Coroutine<Integer>> f = _ -> {
      int x = await(t.later(1));
      return Coroutine.of(x);
    };
    return Coroutine.of(await(f.apply(0)));
  }
}
