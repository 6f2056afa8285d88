package corpus.blocks;

import static dev.fermata.asyncio.Asyncio.await;

import dev.fermata.Async;
import dev.fermata.asyncio.Coroutine;
import oracle.Problem;
import oracle.Trace;

/** Equal names in sibling scopes, with equal and with other types. */
@Async
interface SameNames {
  // catalogue 93
  default Coroutine<Object> siblings(Trace t) {
    {
      int x = await(t.later(1));
      t.log(x);
    }
    {
      String x = await(t.later("two"));
      t.log(x);
    }
    for (long x = 3; x < 5; x++) {
      await(t.later(x));
    }
    return Coroutine.of("end");
  }

  // catalogue 27
  default Coroutine<Object> branches(Trace t) {
    if (await(t.later(true))) {
      int x = await(t.later(1));
      t.log(x + 1);
    } else {
      Object x = await(t.later("o"));
      t.log(x);
    }
    if (await(t.later(false))) {
      double x = await(t.later(1.5));
      t.log(x + 1);
    } else {
      char x = await(t.later('c'));
      await(t.later(x));
      t.log(x);
    }
    return Coroutine.of("end");
  }

  // catalogue 93
  default Coroutine<Object> inLambdas(Trace t) {
    java.util.function.IntUnaryOperator f = x -> x + 1;
    int y = await(t.later(1));
    java.util.function.IntUnaryOperator g = x -> x * 2 + y;
    int x = await(t.later(f.applyAsInt(3)));
    return Coroutine.of(g.applyAsInt(x));
  }

  // catalogue 93
  default Coroutine<Object> catches(Trace t) {
    try {
      await(t.fail("one"));
    } catch (RuntimeException e) {
      t.log(e);
    }
    try {
      await(t.fail(new Problem("two")), Problem.class);
    } catch (Problem e) {
      await(t.later(2));
      t.log(e);
    }
    int e = await(t.later(3));
    return Coroutine.of(e);
  }

  // catalogue 93
  default Coroutine<Object> switchGroups(Trace t) {
    switch (await(t.later(1))) {
      case 1: {
        int v = await(t.later(10));
        t.log(v);
        break;
      }
      default: {
        String v = await(t.later("d"));
        t.log(v);
      }
    }
    switch (await(t.later("x"))) {
      case "x" -> {
        long v = await(t.later(5L));
        t.log(v);
      }
      default -> {
        byte v = 1;
        t.log(v);
      }
    }
    return Coroutine.of("end");
  }
}
