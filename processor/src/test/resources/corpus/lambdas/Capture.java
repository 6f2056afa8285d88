package corpus.lambdas;

import static dev.fermata.asyncio.Asyncio.await;

import dev.fermata.Async;
import dev.fermata.asyncio.Coroutine;
import oracle.Problem;
import oracle.Trace;

/** Lambdas that capture variables of this iteration, of other scopes, before and after awaits. */
@Async
interface Capture {
  // catalogue 90 141
  default Coroutine<Object> perIteration(Trace t) {
    java.util.List<Runnable> later = new java.util.ArrayList<>();
    for (int i = 0; i < 3; i++) {
      int j = await(t.later(i * 10));
      later.add(() -> t.log(j));
    }
    await(t.later("then"));
    for (Runnable r : later) r.run();
    return Coroutine.of("end");
  }

  // catalogue 141
  default Coroutine<Object> enhancedForVariable(Trace t) {
    java.util.List<Runnable> later = new java.util.ArrayList<>();
    for (String s : java.util.List.of("a", "b", "c")) {
      String u = s + await(t.later(s.length()));
      later.add(() -> t.log(s + u));
      await(t.later("x"));
    }
    for (String s : new String[] {"d", "e"}) {
      later.add(() -> t.log(s));
      await(t.later(s));
    }
    later.forEach(Runnable::run);
    return Coroutine.of("end");
  }

  // catalogue 90
  default Coroutine<Object> loopDoesNotSuspend(Trace t) {
    java.util.List<java.util.function.IntSupplier> later = new java.util.ArrayList<>();
    for (int i = 0; i < 3; i++) {
      int j = i;
      later.add(() -> j);
    }
    {
      int j = 100;
      later.add(() -> j);
    }
    await(t.later(0));
    int sum = 0;
    for (java.util.function.IntSupplier s : later) sum += s.getAsInt();
    return Coroutine.of(sum);
  }

  // catalogue 90
  default Coroutine<Object> siblings(Trace t) {
    java.util.List<Runnable> later = new java.util.ArrayList<>();
    {
      int x = await(t.later(1));
      later.add(() -> t.log(x));
    }
    {
      int x = await(t.later(2));
      later.add(() -> t.log(x));
    }
    {
      String x = await(t.later("three"));
      later.add(() -> t.log(x));
    }
    await(t.later(0));
    for (Runnable r : later) r.run();
    return Coroutine.of("end");
  }

  // catalogue 141
  default Coroutine<Object> whileLoop(Trace t) {
    java.util.List<Runnable> later = new java.util.ArrayList<>();
    int n = 0;
    while (await(t.later(n < 3))) {
      final int k = n;
      Object o = await(t.later("o" + n));
      later.add(() -> t.log(k + "" + o));
      n++;
    }
    later.forEach(Runnable::run);
    return Coroutine.of("end");
  }

  // catalogue 91
  default Coroutine<Object> issue(Trace t, int p) {
    int x = await(t.later(p));
    java.util.function.IntSupplier inner = () -> p + x;
    java.util.function.IntSupplier outer = () -> inner.getAsInt() * 2;
    await(t.later(0));
    return Coroutine.of(outer.getAsInt());
  }

  // catalogue 91
  default Coroutine<Object> parameterAndAwaited(Trace t) {
    return issue(t, 5);
  }

  default Coroutine<Object> nested(Trace t) {
    int a = await(t.later(1));
    java.util.function.Function<Integer, java.util.function.Function<Integer, Integer>> f = x -> {
      int y = x + a;
      return z -> x + y + z + a;
    };
    int b = await(t.later(2));
    return Coroutine.of(f.apply(b).apply(await(t.later(3))));
  }

  default Coroutine<Object> shadowedNames(Trace t) {
    int x = await(t.later(1));
    java.util.function.Supplier<Integer> s = () -> {
      int y = x;
      class Local {
        int x = y + 10;
      }
      return new Local().x;
    };
    int y = await(t.later(2));
    return Coroutine.of(s.get() + y + x);
  }

  default Coroutine<Object> lambdaParameterNamedLikeLaterLocal(Trace t) {
    java.util.function.IntBinaryOperator op = (i, j) -> i * 10 + j;
    int i = await(t.later(1));
    int j = await(t.later(2));
    return Coroutine.of(op.applyAsInt(j, i));
  }

  default Coroutine<Object> catchParameterAndPattern(Trace t) {
    java.util.List<Runnable> later = new java.util.ArrayList<>();
    for (Object o : new Object[] {"a", 1}) {
      if (o instanceof String s) {
        await(t.later(s));
        later.add(() -> t.log("string", s));
      }
      try {
        await(t.fail("x" + o));
      } catch (IllegalStateException e) {
        later.add(() -> t.log(e));
      }
    }
    later.forEach(Runnable::run);
    return Coroutine.of("end");
  }

  default Coroutine<Object> capturedArray(Trace t) {
    int[] counter = {0};
    Runnable r = () -> counter[0]++;
    for (int i = 0; i < 3; i++) {
      r.run();
      await(t.later(counter[0]));
    }
    counter[0] += await(t.later(10));
    r.run();
    return Coroutine.of(counter[0]);
  }

  default Coroutine<Object> lambdaAsArgumentBesideAwait(Trace t) {
    int base = await(t.later(5));
    t.log(apply(x -> x + base, await(t.later(1))));
    t.log(apply(x -> {
      int y = x * 2;
      return y + base;
    }, await(t.later(2))) + await(t.later(3)));
    return Coroutine.of("end");
  }

  default int apply(java.util.function.IntUnaryOperator f, int x) {
    return f.applyAsInt(x);
  }

  default Coroutine<Object> thisInLambda(Trace t) {
    java.util.function.Supplier<Capture> s = () -> this;
    await(t.later(0));
    t.log(s.get() == this);
    java.util.function.IntUnaryOperator f = x -> apply(y -> y + 1, x);
    return Coroutine.of(f.applyAsInt(await(t.later(1))));
  }

  default Coroutine<Object> recursionThroughArray(Trace t) {
    @SuppressWarnings("unchecked")
    java.util.function.Function<Integer, Integer>[] fact = new java.util.function.Function[1];
    fact[0] = n -> n <= 1 ? 1 : n * fact[0].apply(n - 1);
    return Coroutine.of(fact[0].apply(await(t.later(5))));
  }

  default Coroutine<Object> finalAssignedInBranches(Trace t) {
    final String s;
    if (await(t.later(true))) s = await(t.later("yes"));
    else s = "no";
    java.util.function.Supplier<String> f = () -> s;
    await(t.later(0));
    return Coroutine.of(f.get());
  }

  default Coroutine<Object> primitivesCaptured(Trace t) {
    byte b = await(t.later((byte) 1));
    char c = await(t.later('c'));
    long l = await(t.later(3L));
    float f = 1.5f;
    double d = await(t.later(2.5));
    boolean z = await(t.later(true));
    short s = 4;
    java.util.function.Supplier<String> all = () -> "" + b + c + l + f + d + z + s;
    await(t.later(0));
    return Coroutine.of(all.get());
  }

  default Coroutine<Object> throwingLambda(Trace t) {
    java.util.concurrent.Callable<Integer> c = () -> {
      if (t.v(true)) throw new Problem("from lambda");
      return 1;
    };
    try {
      int x = c.call() + await(t.later(1));
    } catch (Problem e) {
      t.log(await(t.later("caught")));
    } catch (Exception e) {
      t.log("not here");
    }
    return Coroutine.of("end");
  }
}
