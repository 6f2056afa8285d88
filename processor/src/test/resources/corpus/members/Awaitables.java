package corpus.members;

import static dev.fermata.asyncio.Asyncio.await;

import dev.fermata.Async;
import dev.fermata.asyncio.Coroutine;
import oracle.Trace;

/** The kinds of things that can be awaited. */
@Async
interface Awaitables {
  default Coroutine<Object> completionStages(Trace t) {
    t.log(await(t.stage(1)) + await(t.stage(2)));
    try {
      await(t.failStage(new IllegalStateException("stage")));
    } catch (IllegalStateException e) {
      t.log(e);
    }
    java.util.concurrent.CompletableFuture<String> f = java.util.concurrent.CompletableFuture.completedFuture("cf");
    return Coroutine.of(await(f) + await(t.later("x")));
  }

  default Coroutine<Object> coroutines(Trace t) {
    t.log(await(t.coro(1)));
    t.log(await(Coroutine.of(2)));
    t.log(await(Coroutine.completed()));
    try {
      await(t.failCoro("coro"));
    } catch (IllegalStateException e) {
      t.log(e);
    }
    return Coroutine.of("end");
  }

  default Coroutine<Object> awaitableVariable(Trace t) {
    dev.fermata.asyncio.Awaitable<Integer> a = t.later(5);
    await(t.later(0));
    int x = await(a);
    dev.fermata.asyncio.Awaitable<? extends Number> w = t.later(2.5);
    Number n = await(w);
    return Coroutine.of(x + n.intValue());
  }

  default Coroutine<Object> conditionalAwaitable(Trace t) {
    return Coroutine.of(await(await(t.later(true)) ? t.later("a") : t.<String>fail("b")));
  }

  default Coroutine<Object> switchAwaitable(Trace t) {
    return Coroutine.of(await(switch (await(t.later(1))) {
      case 1 -> t.later("one");
      default -> t.<String>fail("other");
    }));
  }

  default Coroutine<Object> nestedAwaitables(Trace t) {
    dev.fermata.asyncio.Awaitable<dev.fermata.asyncio.Awaitable<Integer>> a = t.later(t.later(7));
    return Coroutine.of(await(await(a)));
  }

  default Coroutine<Object> collectedFirst(Trace t) {
    java.util.List<dev.fermata.asyncio.Awaitable<Integer>> all = new java.util.ArrayList<>();
    for (int i = 0; i < 4; i++) all.add(t.later(i));
    int sum = 0;
    for (dev.fermata.asyncio.Awaitable<Integer> a : all) sum += await(a);
    return Coroutine.of(sum);
  }

  default Coroutine<Object> qualifiedAwait(Trace t) {
    int x = dev.fermata.asyncio.Asyncio.await(t.later(1));
    int y = dev.fermata.asyncio.Asyncio.<Integer>await(t.later(2));
    return Coroutine.of(x + y);
  }

  default Coroutine<Object> discardedResults(Trace t) {
    await(t.later(1));
    await(t.stage("s"));
    (await(t.later(3))).hashCode();
    return Coroutine.of("end");
  }

  default Coroutine<Object> errors(Trace t) {
    try {
      await(t.fail(new StackOverflowError("so")));
    } catch (StackOverflowError e) {
      t.log(e);
    }
    try {
      await(t.fail(new AssertionError("ae")));
    } catch (AssertionError e) {
      t.log(e);
    }
    return Coroutine.of("end");
  }
}
