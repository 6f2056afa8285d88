package corpus.tries;

import static dev.fermata.asyncio.Asyncio.await;

import dev.fermata.Async;
import dev.fermata.asyncio.Coroutine;
import oracle.Problem;
import oracle.Trace;

/** try and catch: what is caught, by whom, once. */
@Async
interface Catch {
  default Coroutine<Object> caught(Trace t) {
    try {
      await(t.fail("x"));
      t.log("not here");
    } catch (IllegalStateException e) {
      t.log(e);
    }
    return Coroutine.of("end");
  }

  default Coroutine<Object> notCaught(Trace t) {
    try {
      await(t.fail("x"));
    } catch (IllegalArgumentException e) {
      t.log("not here", e);
    }
    return Coroutine.of("end");
  }

  default Coroutine<Object> nothingThrown(Trace t) {
    try {
      await(t.later(1));
    } catch (RuntimeException e) {
      t.log(e);
    }
    return Coroutine.of("end");
  }

  default Coroutine<Object> thrownBeforeAwait(Trace t) {
    try {
      t.boom("first");
      await(t.later(1));
    } catch (RuntimeException e) {
      t.log(e);
    }
    await(t.later(2));
    return Coroutine.of("end");
  }

  default Coroutine<Object> thrownAfterAwait(Trace t) {
    try {
      await(t.later(1));
      t.boom("after");
    } catch (RuntimeException e) {
      t.log(e);
    }
    return Coroutine.of("end");
  }

  // catalogue 19
  default Coroutine<Object> severalCatchesSuspend(Trace t) {
    for (int i = 0; i < 4; i++) {
      try {
        switch (i) {
          case 0 -> await(t.fail(new IllegalArgumentException("a")));
          case 1 -> await(t.fail(new ArithmeticException("b")));
          case 2 -> await(t.fail(new Error("c")));
          default -> await(t.later(i));
        }
      } catch (IllegalArgumentException e) {
        await(t.later("arg"));
        t.log(e);
      } catch (RuntimeException e) {
        await(t.later("runtime"));
        t.log(e);
      } catch (Error e) {
        await(t.later("error"));
        t.log(e);
      }
    }
    return Coroutine.of("end");
  }

  // catalogue 24
  default Coroutine<Object> thrownInCatchPassesSiblings(Trace t) {
    try {
      try {
        await(t.fail(new IllegalArgumentException("a")));
      } catch (IllegalArgumentException e) {
        await(t.later(1));
        throw new IllegalStateException("from catch");
      } catch (IllegalStateException e) {
        t.log("not here");
      }
    } catch (IllegalStateException e) {
      t.log("outer", e);
    }
    return Coroutine.of("end");
  }

  // catalogue 24
  default Coroutine<Object> failingAwaitInCatchPassesSiblings(Trace t) {
    try {
      try {
        t.boom("a");
        await(t.later(1));
      } catch (IllegalStateException e) {
        await(t.fail(new ArithmeticException("b")));
      } catch (ArithmeticException e) {
        t.log("not here");
      }
    } catch (ArithmeticException e) {
      t.log("outer", e);
    }
    return Coroutine.of("end");
  }

  // catalogue 25
  default Coroutine<Object> multiCatch(Trace t) {
    for (int i = 0; i < 3; i++) {
      try {
        await(t.fail(i == 0 ? new IllegalArgumentException("a") : i == 1 ? new ArithmeticException("b") : new ArrayStoreException("c")));
      } catch (IllegalArgumentException | ArithmeticException e) {
        await(t.later("multi"));
        t.log(e);
        RuntimeException r = e;
        await(t.later(r.getMessage()));
      } catch (RuntimeException e) {
        t.log("other", await(t.later(e.getMessage())));
      }
    }
    return Coroutine.of("end");
  }

  // catalogue 21
  default Coroutine<Object> resumeSkipsInnerCatch(Trace t) {
    String local = "local";
    try {
      try {
        await(t.fail(new ArithmeticException("x")));
      } catch (IllegalStateException e) {
        t.log("not here");
      }
    } catch (ArithmeticException e) {
      t.log(local);
      t.log(e);
    }
    return Coroutine.of(local);
  }

  // catalogue 14
  default Coroutine<Object> shadowing(Trace t) {
    int e1 = 1;
    try {
      await(t.fail("one"));
    } catch (RuntimeException e) {
      try {
        await(t.fail("two"));
      } catch (RuntimeException e2) {
        t.log(e2);
        t.log(e);
        e = e2;
        await(t.later(1));
        t.log(e);
      }
      t.log(e);
    }
    return Coroutine.of(e1);
  }

  // catalogue 14
  default Coroutine<Object> parameterReassigned(Trace t) {
    try {
      await(t.fail("one"));
    } catch (RuntimeException e) {
      await(t.later(1));
      e = new IllegalArgumentException("new", e);
      await(t.later(2));
      t.log(e);
      t.log(e.getCause());
    }
    return Coroutine.of("end");
  }

  // catalogue 14
  default Coroutine<Object> parameterCaptured(Trace t) {
    Runnable r = null;
    try {
      await(t.fail("one"));
    } catch (RuntimeException e) {
      r = () -> t.log(e);
      await(t.later(1));
    }
    await(t.later(2));
    if (r != null) r.run();
    return Coroutine.of("end");
  }

  // catalogue 28
  default Coroutine<Object> changedInTryReadInCatch(Trace t) {
    int n = 0;
    for (int i = 0; i < 3; i++) {
      try {
        n = n * 10 + i;
        if (await(t.later(i)) == 1) throw new IllegalStateException();
        n++;
      } catch (IllegalStateException e) {
        t.log(n);
        n += 100;
      }
    }
    return Coroutine.of(n);
  }

  default Coroutine<Object> assignmentNotDoneWhenAwaitFails(Trace t) {
    int n = 1;
    try {
      n = await(t.fail("x"));
    } catch (IllegalStateException e) {
      t.log(n);
    }
    try {
      n += await(t.<Integer>fail("y"));
    } catch (IllegalStateException e) {
      t.log(n);
    }
    return Coroutine.of(n);
  }

  default Coroutine<Object> retry(Trace t) {
    int attempts = 0;
    while (true) {
      try {
        attempts++;
        if (attempts < 3) await(t.fail("attempt " + attempts));
        return Coroutine.of(await(t.later(attempts)));
      } catch (IllegalStateException e) {
        t.log(e);
      }
    }
  }

  default Coroutine<Object> awaitOnlyInCatch(Trace t) {
    try {
      t.boom("x");
    } catch (IllegalStateException e) {
      t.log(await(t.later(e.getMessage())));
    }
    return Coroutine.of("end");
  }

  default Coroutine<Object> awaitInCatchAndAfter(Trace t) {
    for (int i = 0; i < 2; i++) {
      try {
        if (i == 0) t.boom("x");
        t.log("fine");
      } catch (IllegalStateException e) {
        await(t.later("in catch"));
        t.log(e);
        continue;
      }
      await(t.later("after"));
    }
    return Coroutine.of("end");
  }

  // catalogue 30
  default Coroutine<Object> sameObject(Trace t) {
    IllegalStateException original = new IllegalStateException("the one");
    try {
      await(level1(t, original));
    } catch (IllegalStateException e) {
      t.log(e == original);
    }
    return Coroutine.of("end");
  }

  default Coroutine<Integer> level1(Trace t, Exception e) {
    int x = await(level2(t, e));
    return Coroutine.of(x + 1);
  }

  default Coroutine<Integer> level2(Trace t, Exception e) {
    try {
      return level3(t, e);
    } finally {
      t.log("finally 2");
    }
  }

  default Coroutine<Integer> level3(Trace t, Exception e) {
    try {
      return Coroutine.of(await(t.<Integer>fail(e)));
    } catch (IllegalStateException x) {
      t.log(x == e);
      throw x;
    }
  }

  default Coroutine<Object> catchThrowable(Trace t) {
    try {
      await(t.fail(new Error("e")));
    } catch (Throwable e) {
      t.log(await(t.later(e.getMessage())));
    }
    try {
      await(t.fail(new Problem("p")));
    } catch (Throwable e) {
      t.log(await(t.later(e.getMessage())));
    }
    return Coroutine.of("end");
  }

  default Coroutine<Object> returnInCatch(Trace t) {
    try {
      await(t.fail("x"));
      return Coroutine.of("tried");
    } catch (RuntimeException e) {
      return Coroutine.of(await(t.later(e.getMessage())) + " caught");
    }
  }

  default Coroutine<Object> deepNesting(Trace t) {
    try {
      try {
        try {
          try {
            await(t.later(1));
            throw new IllegalStateException("in");
          } catch (ArithmeticException e) {
            t.log("no");
          }
        } catch (IllegalStateException e) {
          t.log(1);
          await(t.later(2));
          throw new ArithmeticException("1");
        }
      } catch (ArithmeticException e) {
        t.log(e);
        await(t.fail(new IllegalArgumentException("2")));
      }
    } catch (RuntimeException e) {
      t.log(e);
    }
    return Coroutine.of("end");
  }
}
