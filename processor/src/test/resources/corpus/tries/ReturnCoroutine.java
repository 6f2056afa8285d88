package corpus.tries;

import static dev.fermata.asyncio.Asyncio.await;

import dev.fermata.Async;
import dev.fermata.asyncio.Coroutine;
import oracle.Res;
import oracle.Trace;

/** return c awaits c inside every enclosing handler. */
@Async
interface ReturnCoroutine {
  // catalogue 23
  default Coroutine<Object> caughtInTry(Trace t) {
    try {
      return t.failCoro("x");
    } catch (IllegalStateException e) {
      t.log(e);
    }
    return Coroutine.of("after");
  }

  // catalogue 23
  default Coroutine<Object> finallyAfterwards(Trace t) {
    try {
      return t.coro("value");
    } finally {
      t.log("finally");
      await(t.later("f"));
    }
  }

  // catalogue 23
  default Coroutine<Object> resourceStaysOpen(Trace t) {
    try (Res r = t.res("r")) {
      return use(t, r);
    }
  }

  default Coroutine<Object> use(Trace t, Res r) {
    t.log("use", r);
    await(t.later(1));
    t.log("still", r);
    return Coroutine.of("used " + r);
  }

  default Coroutine<Object> plainTail(Trace t) {
    await(t.later(0));
    return t.coro("tail");
  }

  default Coroutine<Object> tailOnly(Trace t) {
    return use(t, t.res("never closed"));
  }

  default Coroutine<Object> tailFails(Trace t) {
    await(t.later(0));
    return t.failCoro("tail");
  }

  default Coroutine<Object> failedCoroutine(Trace t) {
    try {
      await(t.later(1));
      return Coroutine.failed(new IllegalStateException("failed"));
    } catch (IllegalStateException e) {
      t.log(e);
    }
    return Coroutine.of("after");
  }

  default Coroutine<Object> conditionalReturn(Trace t) {
    boolean b = await(t.later(true));
    try {
      return b ? t.failCoro("x") : Coroutine.of("y");
    } catch (IllegalStateException e) {
      t.log(e);
    }
    boolean c = await(t.later(true));
    return c ? Coroutine.of(await(t.later("ready"))) : t.coro("other");
  }

  default Coroutine<Object> variableReturned(Trace t) {
    Coroutine<Object> ready = Coroutine.of("v");
    await(t.later(1));
    return ready;
  }

  default Coroutine<Object> returnInCatchAndFinally(Trace t) {
    try {
      await(t.later(1));
      throw new IllegalStateException("x");
    } catch (IllegalStateException e) {
      return t.coro(e.getMessage());
    } finally {
      await(t.later("f"));
    }
  }

  default Coroutine<Object> switchReturned(Trace t) {
    int n = await(t.later(2));
    return switch (n) {
      case 1 -> t.coro("one");
      case 2 -> {
        await(t.later("block"));
        yield t.coro("two");
      }
      default -> Coroutine.of("other");
    };
  }

  default Coroutine<Object> returnedThroughLambda(Trace t) {
    java.util.function.Supplier<Coroutine<Object>> s = () -> t.coro("from lambda");
    await(t.later(0));
    return s.get();
  }

  // catalogue 23
  default Coroutine<Integer> failsLater(Trace t) {
    await(t.later(1));
    t.boom("later");
    return Coroutine.of(1);
  }

  default Coroutine<Object> retryAround(Trace t) {
    for (int i = 0; i < 3; i++) {
      try {
        if (i < 2) {
          t.log(await(failsLater(t)));
        } else {
          return t.coro("third");
        }
      } catch (IllegalStateException e) {
        t.log("retry", e);
      }
    }
    return Coroutine.of("not here");
  }
}
