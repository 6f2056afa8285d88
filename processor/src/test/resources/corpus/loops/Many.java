package corpus.loops;

import static dev.fermata.asyncio.Asyncio.await;

import dev.fermata.Async;
import dev.fermata.asyncio.Coroutine;
import oracle.Trace;

/** Many rounds with ready awaitables: constant stack. */
@Async
interface Many {
  // catalogue 75 76
  default Coroutine<Integer> id(int x) {
    return Coroutine.of(x);
  }

  // catalogue 75 76
  default Coroutine<Object> awaitCoroutines(Trace t) {
    long sum = 0;
    for (int i = 0; i < 100_000; i++) {
      sum += await(id(i));
    }
    await(t.later(0));
    return Coroutine.of(sum);
  }

  // catalogue 75
  default Coroutine<Object> awaitReady(Trace t) {
    long sum = 0;
    for (int i = 0; i < 20_000; i++) {
      sum += await(Coroutine.of(i));
    }
    await(t.later(0));
    return Coroutine.of(sum);
  }

  // catalogue 75
  default Coroutine<Integer> depth(Trace t, int n) {
    if (n == 0) return Coroutine.of(await(t.later(0)));
    return Coroutine.of(1 + await(depth(t, n - 1)));
  }

  default Coroutine<Object> recursion(Trace t) {
    return Coroutine.of(await(depth(t, 400)));
  }

  default Coroutine<Boolean> even(Trace t, int n) {
    if (n == 0) return Coroutine.of(await(t.later(true)));
    return odd(t, n - 1);
  }

  default Coroutine<Boolean> odd(Trace t, int n) {
    if (n == 0) return Coroutine.of(await(t.later(false)));
    return even(t, n - 1);
  }

  default Coroutine<Object> mutualRecursion(Trace t) {
    t.log(await(even(t, 301)));
    return Coroutine.of(await(even(t, 300)));
  }

  default Coroutine<Integer> fib(Trace t, int n) {
    if (n < 2) return Coroutine.of(await(t.later(n)));
    return Coroutine.of(await(fib(t, n - 1)) + await(fib(t, n - 2)));
  }

  default Coroutine<Object> treeRecursion(Trace t) {
    return Coroutine.of(await(fib(t, 7)));
  }
}
