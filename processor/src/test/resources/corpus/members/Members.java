package corpus.members;

import static dev.fermata.asyncio.Asyncio.await;

import dev.fermata.Async;
import dev.fermata.asyncio.Coroutine;
import oracle.Problem;
import oracle.Trace;

/** Private, overloaded, varargs, static and ordinary methods beside coroutine functions. */
@Async
interface Members {
  default Coroutine<Object> callsPrivateFunction(Trace t) {
    return Coroutine.of(await(hidden(t, 1)) + await(hidden(t, "s")).length());
  }

  private Coroutine<Integer> hidden(Trace t, int x) {
    return Coroutine.of(await(t.later(x)) + 1);
  }

  private Coroutine<String> hidden(Trace t, String x) {
    String y = await(t.later(x));
    return Coroutine.of(y + y);
  }

  default Coroutine<Object> callsPrivateOrdinary(Trace t) {
    return Coroutine.of(plain(await(t.later(1))) + this.plain(2) + await(t.later(plain(3))));
  }

  private int plain(int x) {
    return x * 10 + other(x) + constant();
  }

  private int other(int x) {
    return x;
  }

  private static int constant() {
    return 1000;
  }

  private <X extends Comparable<X>> X larger(X a, X b) {
    return a.compareTo(b) > 0 ? a : b;
  }

  default Coroutine<Object> callsPrivateGeneric(Trace t) {
    t.log(larger("a", await(t.later("b"))));
    return Coroutine.of(larger(await(t.later(1)), 2));
  }

  private int thrower(int x) throws Problem {
    if (x > 1) throw new Problem("x" + x);
    return x;
  }

  default Coroutine<Object> callsPrivateThrowing(Trace t) {
    try {
      t.log(thrower(await(t.later(1))));
      t.log(thrower(await(t.later(2))));
    } catch (Problem e) {
      t.log(e);
    }
    return Coroutine.of("end");
  }

  default Coroutine<Object> callsStatic(Trace t) {
    t.log(Members.helper(await(t.later(1))) + helper(await(t.later(2))) + constant());
    return Coroutine.of(await(t.later(3)));
  }

  static int helper(int x) {
    return x + 100;
  }

  String FIELD = "field";

  default Coroutine<Object> readsField(Trace t) {
    t.log(FIELD + await(t.later(1)) + Members.FIELD);
    return Coroutine.of(this.FIELD + await(t.later("x")));
  }

  // catalogue 46
  default Coroutine<String> varargs(Trace t, String s, int... xs) {
    String r = s;
    for (int x : xs) r += await(t.later(x));
    return Coroutine.of(r + xs.length);
  }

  // catalogue 47 103
  default Coroutine<Object> callsVarargs(Trace t) {
    t.log(await(varargs(t, "a")));
    t.log(await(varargs(t, "b", 1, await(t.later(2)), 3)));
    return Coroutine.of(await(varargs(t, await(t.later("c")), new int[] {7})));
  }

  default Coroutine<String> over(Trace t, Object o) {
    return Coroutine.of(await(t.later("Object")));
  }

  default Coroutine<String> over(Trace t, String o) {
    return Coroutine.of(await(t.later("String")));
  }

  default Coroutine<String> over(Trace t, int o) {
    return Coroutine.of(await(t.later("int")));
  }

  default Coroutine<String> over(Trace t, Integer... o) {
    return Coroutine.of(await(t.later("Integers")));
  }

  default Coroutine<Object> overloads(Trace t) {
    return Coroutine.of(await(over(t, 1)) + await(over(t, "s")) + await(over(t, (Object) "s")) + await(over(t, 1, 2)) + await(over(t, 'c')) + await(over(t, 2L)));
  }

  default Coroutine<Integer> noAwait(int x) {
    if (x < 0) throw new IllegalArgumentException("negative");
    return Coroutine.of(x + 1);
  }

  default Coroutine<Object> functionWithoutAwait(Trace t) {
    t.log(await(noAwait(1)));
    try {
      await(noAwait(await(t.later(-1))));
    } catch (IllegalArgumentException e) {
      t.log(e);
    }
    return Coroutine.of("end");
  }

  default Coroutine<Integer> alwaysThrows(Trace t) {
    throw new IllegalStateException(await(t.later("message")));
  }

  default Coroutine<Object> neverReturns(Trace t) {
    try {
      await(alwaysThrows(t));
    } catch (IllegalStateException e) {
      t.log(e);
    }
    return Coroutine.of("end");
  }

  default int ordinary(Trace t, int x) {
    int sum = 0;
    for (int i = 0; i < x; i++) sum += i;
    t.log("ordinary");
    return sum;
  }

  default Coroutine<Object> callsOrdinary(Trace t) {
    return Coroutine.of(ordinary(t, await(t.later(4))) + await(t.later(1)) + ordinary(t, 2));
  }

  default Coroutine<?> wildcardResult(Trace t) {
    return Coroutine.of(await(t.later("wild")));
  }

  default Coroutine<? extends Number> boundedResult(Trace t) {
    int x = await(t.later(5));
    return Coroutine.of(x);
  }

  default Coroutine<Object> wildcardResults(Trace t) {
    Object o = await(wildcardResult(t));
    Number n = await(boundedResult(t));
    return Coroutine.of(o + "" + n);
  }

  default Coroutine<int[]> arrayResult(Trace t, int... xs) {
    xs[0] += await(t.later(1));
    return Coroutine.of(xs);
  }

  default Coroutine<Object> arrayResults(Trace t) {
    int[] a = {1, 2};
    int[] b = await(arrayResult(t, a));
    return Coroutine.of(a == b ? a : b);
  }

  default Coroutine<Object> finalParameters(Trace t) {
    return Coroutine.of(await(withFinal(t, 1, "s")));
  }

  default Coroutine<String> withFinal(final Trace t, final int x, final @Deprecated String s) {
    await(t.later(x));
    Runnable r = () -> t.log(s + x);
    r.run();
    await(t.later(0));
    return Coroutine.of(s + x);
  }
}
