package corpus.lambdas;

import static dev.fermata.asyncio.Asyncio.await;

import dev.fermata.Async;
import dev.fermata.asyncio.Coroutine;
import oracle.Trace;

/** Lambdas that are coroutines themselves. */
@Async
interface Coroutines {
  default Coroutine<Object> simple(Trace t) {
    java.util.function.Supplier<Coroutine<Integer>> s = () -> {
      int x = await(t.later(1));
      return Coroutine.of(x + 1);
    };
    t.log(await(s.get()));
    return Coroutine.of(await(s.get()) + await(s.get()));
  }

  default Coroutine<Object> expressionBody(Trace t) {
    java.util.function.Supplier<Coroutine<Integer>> s = () -> t.coro(await(t.later(1)) + await(t.later(2)));
    java.util.function.Function<Integer, Coroutine<Integer>> f = x -> Coroutine.of(await(t.later(x)) * 2);
    return Coroutine.of(await(s.get()) + await(f.apply(await(t.later(5)))));
  }

  default Coroutine<Object> captures(Trace t) {
    int base = await(t.later(10));
    java.util.function.Function<Integer, Coroutine<Integer>> f = x -> {
      int y = await(t.later(x + base));
      return Coroutine.of(y * base);
    };
    int r = await(f.apply(1));
    await(t.later(0));
    return Coroutine.of(r + await(f.apply(2)));
  }

  // catalogue 141
  default Coroutine<Object> perIteration(Trace t) {
    java.util.List<java.util.function.Supplier<Coroutine<String>>> all = new java.util.ArrayList<>();
    for (String s : java.util.List.of("a", "b")) {
      int n = await(t.later(s.length()));
      all.add(() -> {
        await(t.later(s));
        return Coroutine.of(s + n);
      });
    }
    String r = "";
    for (java.util.function.Supplier<Coroutine<String>> s : all) r += await(s.get());
    return Coroutine.of(r);
  }

  // catalogue 96
  default Coroutine<Object> nested(Trace t) {
    java.util.function.Function<Integer, Coroutine<Integer>> outer = x -> {
      java.util.function.Function<Integer, Coroutine<Integer>> inner = y -> {
        int z = await(t.later(x + y));
        java.util.function.IntSupplier plain = () -> x + y + z;
        await(t.later(0));
        return Coroutine.of(plain.getAsInt());
      };
      int a = await(inner.apply(await(t.later(1))));
      return Coroutine.of(a + await(inner.apply(2)));
    };
    return Coroutine.of(await(outer.apply(100)));
  }

  default Coroutine<Object> ownHandlers(Trace t) {
    java.util.function.Supplier<Coroutine<String>> s = () -> {
      try {
        await(t.fail("inside"));
        return Coroutine.of("not here");
      } catch (IllegalStateException e) {
        return Coroutine.of(await(t.later("caught " + e.getMessage())));
      } finally {
        await(t.later("finally"));
      }
    };
    return Coroutine.of(await(s.get()));
  }

  default Coroutine<Object> ownLoops(Trace t) {
    java.util.function.Function<Integer, Coroutine<Integer>> sum = n -> {
      int total = 0;
      loop:
      for (int i = 0; ; i++) {
        for (int j = 0; j < i; j++) {
          if (await(t.later(i + j)) > n) break loop;
          total++;
        }
      }
      return Coroutine.of(total);
    };
    return Coroutine.of(await(sum.apply(4)));
  }

  default Coroutine<Object> fails(Trace t) {
    java.util.function.Supplier<Coroutine<String>> s = () -> {
      await(t.later(1));
      throw new IllegalStateException("from the lambda");
    };
    try {
      await(s.get());
    } catch (IllegalStateException e) {
      t.log(e);
    }
    return Coroutine.of("end");
  }

  default Coroutine<Object> usesThis(Trace t) {
    java.util.function.Supplier<Coroutine<Integer>> s = () -> {
      int x = await(twice(t, await(t.later(1))));
      return Coroutine.of(x + await(this.twice(t, 2)));
    };
    return Coroutine.of(await(s.get()));
  }

  default Coroutine<Integer> twice(Trace t, int x) {
    return Coroutine.of(2 * await(t.later(x)));
  }

  interface Body<P, R> {
    Coroutine<R> run(P p);
  }

  default <P, R> Coroutine<R> with(Trace t, Body<P, R> body, P p) {
    t.log("before");
    R r = await(body.run(p));
    t.log("after");
    return Coroutine.of(r);
  }

  default Coroutine<Object> ownFunctionalInterface(Trace t) {
    int k = await(t.later(2));
    return Coroutine.of(await(with(t, x -> {
      String s = await(t.later("x" + x));
      return Coroutine.of(s + k);
    }, await(t.later(5)))));
  }

  default Coroutine<Object> inOperand(Trace t) {
    t.log(await(t.later(1)) + await(with(t, x -> Coroutine.of(await(t.later(x)) + 1), await(t.later(2)))) + await(t.later(3)));
    return Coroutine.of("end");
  }

  default Coroutine<Object> methodReference(Trace t) {
    java.util.function.BiFunction<Trace, Integer, Coroutine<Integer>> f = this::twice;
    return Coroutine.of(await(f.apply(t, await(t.later(4)))));
  }

  default Coroutine<Object> voidBody(Trace t) {
    java.util.function.Supplier<Coroutine<Void>> s = () -> {
      if (await(t.later(true))) return Coroutine.completed();
      t.log("not here");
      return Coroutine.completed();
    };
    await(s.get());
    return Coroutine.of("end");
  }

  default Coroutine<Object> parameterShadowingByName(Trace t) {
    java.util.function.Function<Integer, Coroutine<Integer>> f = n -> Coroutine.of(await(t.later(n)));
    int n = await(f.apply(1));
    java.util.function.BiFunction<Integer, Integer, Coroutine<Integer>> g = (a, b) -> {
      a += await(t.later(b));
      b = await(f.apply(a));
      return Coroutine.of(a + b);
    };
    return Coroutine.of(n + await(g.apply(1, 2)));
  }
}
