package corpus.generators;

import static dev.fermata.asyncio.Asyncio.await;
import static dev.fermata.asyncio.Asyncio.coroutine;

import dev.fermata.Async;
import dev.fermata.asyncio.AsyncGenerator;
import dev.fermata.asyncio.AsyncIterable;
import dev.fermata.asyncio.Awaitable;
import dev.fermata.asyncio.Coroutine;
import dev.fermata.asyncio.Generator;
import dev.fermata.asyncio.SendGenerator;
import dev.fermata.asyncio.StopAsyncIterationException;
import java.util.ArrayList;
import java.util.List;
import oracle.Trace;

/** Bodies that await and yield, loops over them, and generators that are coroutines. */
@Async
interface AsyncGenerators {
  default AsyncGenerator<Integer> count(Trace t, int to) {
    try {
      for (int i = 0; i < to; i++) {
        int n = await(t.later(i));
        t.log("yields", n);
        Object sent = AsyncGenerator.yield(n);
        t.log("sent", sent);
      }
      t.log("done", await(t.later("counting")));
    } finally {
      t.log("finally");
    }
    return AsyncGenerator.completed();
  }

  // catalogue 107
  default Coroutine<Object> loop(Trace t) {
    int sum = 0;
    for (int i : await(count(t, 4))) {
      sum += i * await(t.later(10));
    }
    return Coroutine.of(sum);
  }

  default Coroutine<Object> jumps(Trace t) {
    List<Object> seen = new ArrayList<>();
    outer:
    for (int i : await(count(t, 5))) {
      for (var j : await(AsyncIterable.from(List.of("a", "b", "c")))) {
        if (i == 1) continue outer;
        if (j.equals("b")) continue;
        if (i == 3) break outer;
        seen.add(i + j);
        if (i == 2) break;
      }
      seen.add("end of " + i);
    }
    return Coroutine.of(seen);
  }

  default Coroutine<Object> returning(Trace t) {
    for (long i : await(count(t, 5))) {
      if (i == 2) return Coroutine.of(i);
    }
    return Coroutine.of("none");
  }

  // catalogue 107
  default Coroutine<Object> failing(Trace t) {
    try {
      for (int i : await(count(t, 5))) {
        if (i == 1) throw new IllegalStateException("body");
      }
    } catch (IllegalStateException e) {
      t.log(e);
    } finally {
      await(t.pause());
    }
    return Coroutine.of("end");
  }

  default Coroutine<Object> noElements(Trace t) {
    for (Object o : await(AsyncGenerator.completed())) t.log(o);
    for (int i : await(count(t, 0))) t.log(i);
    for (String s : await(AsyncIterable.from(List.<String>of()))) t.log(s);
    return Coroutine.of("end");
  }

  /** The end of another iterator is no end of this loop. */
  default Coroutine<Object> endInTheBody(Trace t) {
    AsyncGenerator<Integer> done = count(t, 0);
    try {
      for (int i : await(count(t, 3))) {
        t.log(i);
        if (i == 1) await(done.anext());
      }
    } catch (StopAsyncIterationException e) {
      t.log("out of the body");
    }
    return Coroutine.of("end");
  }

  default Coroutine<Object> captured(Trace t) {
    List<Runnable> later = new ArrayList<>();
    for (int i : await(count(t, 3))) {
      int twice = 2 * await(t.later(i));
      later.add(() -> t.log(i + " " + twice));
    }
    later.forEach(Runnable::run);
    return Coroutine.of("end");
  }

  default Coroutine<Object> byHand(Trace t) {
    AsyncGenerator<Integer> g = count(t, 3);
    t.log(await(g.anext()));
    t.log(await(g.asend(await(t.later("hello")))));
    await(g.aclose());
    try {
      await(g.anext());
    } catch (StopAsyncIterationException e) {
      t.log("no more");
    }
    return Coroutine.of("end");
  }

  default AsyncGenerator<Object> handling(Trace t) {
    while (true) {
      try {
        AsyncGenerator.yield(await(t.later("ready")));
      } catch (IllegalStateException e) {
        t.log("caught", e);
        AsyncGenerator.yield("handled " + await(t.later(e.getMessage())));
      }
    }
  }

  default Coroutine<Object> throwing(Trace t) {
    AsyncGenerator<Object> g = handling(t);
    t.log(await(g.anext()));
    t.log(await(g.athrow(new IllegalStateException("one"))));
    t.log(await(g.anext()));
    try {
      await(g.athrow(new IllegalArgumentException("two")));
    } catch (IllegalArgumentException e) {
      t.log(e);
    }
    return Coroutine.of(await(g.athrow(new IllegalStateException("ignored"))));
  }

  default <T> AsyncGenerator<T> twice(Trace t, AsyncIterable<? extends T> source) {
    for (T x : await(source)) {
      AsyncGenerator.yield(x);
      await(t.pause());
      AsyncGenerator.yield(x);
    }
    return AsyncGenerator.completed();
  }

  default Coroutine<Object> pipeline(Trace t) {
    return Coroutine.of(await(twice(t, twice(t, count(t, 2))).toList()));
  }

  default SendGenerator<Awaitable<?>, Object, Object> old(Trace t) {
    Object a = Generator.yield(t.later(1));
    t.log("a", a);
    try {
      Object b = Generator.yield(t.coro("two"));
      t.log("b", b);
      Generator.yield(t.fail("bad"));
    } catch (IllegalStateException e) {
      t.log(e);
    }
    String c = Generator.yieldFrom(older(t));
    return SendGenerator.returning(c + Generator.<Awaitable<?>, Object>yield(t.later("end")));
  }

  default SendGenerator<Awaitable<?>, Object, String> older(Trace t) {
    Integer n = Generator.<Awaitable<?>, Integer>yield(t.later(20));
    return SendGenerator.returning("older " + n);
  }

  default Coroutine<Object> generatorBased(Trace t) {
    Object first = await(coroutine(old(t)));
    return Coroutine.of(first + await(coroutine(older(t))));
  }

  /** The generator of a coroutine that has no result; what its type hides is dropped. */
  default Generator<Awaitable<Integer>> oldest(Trace t) {
    int one = Generator.yield(t.later(1));
    Integer two = Generator.yield(t.later(one + 1));
    t.log("two", two);
    return Generator.completed();
  }

  default Coroutine<Object> withoutResult(Trace t) {
    Void none = await(coroutine(oldest(t)));
    Generator<? extends Awaitable<?>> old = old(t);
    Void dropped = await(coroutine(old));
    return Coroutine.of(none + " " + dropped);
  }
}
