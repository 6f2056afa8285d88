package corpus.arrays;

import static dev.fermata.asyncio.Asyncio.await;

import dev.fermata.Async;
import dev.fermata.asyncio.Coroutine;
import oracle.Trace;

/** Array creation and initialisers. */
@Async
interface Creation {
  // catalogue 35
  default Coroutine<Object> initialisers(Trace t) {
    int[] a = {t.v(1), await(t.later(2)), t.v(3), await(t.later(4))};
    t.log(a);
    t.log(new int[] {await(t.later(1)), t.v(2)});
    t.log(new String[] {"a", await(t.later("b")), null});
    t.log(new long[] {1, await(t.later(2)), 'c'});
    t.log(new Object[] {1, await(t.later("b")), 'c', 2.5});
    byte[] b = {1, await(t.later((byte) 2)), 'c'};
    return Coroutine.of(b);
  }

  // catalogue 35
  default Coroutine<Object> nestedInitialisers(Trace t) {
    int[][] m = {{1, await(t.later(2))}, {}, {await(t.later(3))}, await(t.later(new int[] {4}))};
    t.log(m);
    t.log(new String[][] {{"a"}, {await(t.later("b")), "c"}, null});
    return Coroutine.of("end");
  }

  // catalogue 125
  default Coroutine<Object> dimensions(Trace t) {
    int[] a = new int[await(t.later(3))];
    t.log(a);
    int[][] m = new int[t.v(2)][await(t.later(3))];
    t.log(m);
    int[][][] n = new int[await(t.later(1))][t.v(2)][];
    t.log(n);
    t.log(new String[await(t.later(1))][await(t.later(2))]);
    return Coroutine.of("end");
  }

  // catalogue 125
  default Coroutine<Object> negativeSize(Trace t) {
    try {
      t.log(new int[t.v(-1)][await(t.later(2))]);
    } catch (NegativeArraySizeException e) {
      t.log(e);
    }
    try {
      t.log(new int[await(t.later(2))][t.v(-2)][t.v(3)]);
    } catch (NegativeArraySizeException e) {
      t.log(e);
    }
    return Coroutine.of("end");
  }

  default Coroutine<Object> smallDimensionTypes(Trace t) {
    t.log(new int[await(t.later((byte) 2))]);
    t.log(new int[await(t.later('\u0003'))]);
    return Coroutine.of(new int[await(t.later((short) 1))]);
  }

  default Coroutine<Object> genericArrays(Trace t) {
    @SuppressWarnings("unchecked")
    java.util.List<String>[] a = new java.util.List[await(t.later(2))];
    a[await(t.later(0))] = java.util.List.of(await(t.later("x")));
    return Coroutine.of(a[0]);
  }

  default Coroutine<Object> access(Trace t) {
    int[] a = {10, 20, 30};
    int i = 0;
    t.log(a[i++] + await(t.later(1)) + a[i++] + a[await(t.later(2))]);
    t.log(await(t.later(a))[i] + await(t.later(a)).length);
    t.log(new int[] {5, 6}[await(t.later(1))]);
    return Coroutine.of(a[a[await(t.later(0))] / 10]);
  }

  default Coroutine<Object> accessOrder(Trace t) {
    int[] a = {1, 2};
    int[] b = {3, 4};
    t.log(a[(a = b)[0] - 3 + await(t.later(0))]);
    int i = 0;
    t.log(b[i] + b[i = await(t.later(1))] + b[i]);
    try {
      t.log(t.v((int[]) null)[await(t.later(0))]);
    } catch (NullPointerException e) {
      t.log(e);
    }
    try {
      t.log(a[t.v(7)] + await(t.later(1)));
    } catch (ArrayIndexOutOfBoundsException e) {
      t.log(e);
    }
    try {
      t.log(a[await(t.later(7))]);
    } catch (ArrayIndexOutOfBoundsException e) {
      t.log(e);
    }
    return Coroutine.of("end");
  }

  default Coroutine<Object> cloneAndLength(Trace t) {
    int[] a = await(t.later(new int[] {1, 2})).clone();
    t.log(await(t.later(a)).length);
    return Coroutine.of(a);
  }

  default Coroutine<Object> arrayOfLambdas(Trace t) {
    java.util.function.IntSupplier[] f = {() -> 1, await(t.later((java.util.function.IntSupplier) () -> 2)), () -> 3};
    int sum = 0;
    for (java.util.function.IntSupplier s : f) sum += s.getAsInt() * await(t.later(1));
    return Coroutine.of(sum);
  }
}
