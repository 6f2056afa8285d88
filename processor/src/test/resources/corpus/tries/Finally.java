package corpus.tries;

import static dev.fermata.asyncio.Asyncio.await;

import dev.fermata.Async;
import dev.fermata.asyncio.Coroutine;
import oracle.Trace;

/** finally blocks that suspend, whatever is pending. */
@Async
interface Finally {
  default Coroutine<Object> normal(Trace t) {
    try {
      await(t.later(1));
    } finally {
      await(t.later(2));
      t.log("finally");
    }
    return Coroutine.of("end");
  }

  default Coroutine<Object> exception(Trace t) {
    try {
      await(t.fail("x"));
    } finally {
      await(t.later(2));
      t.log("finally");
    }
    return Coroutine.of("end");
  }

  // catalogue 16
  default Coroutine<Object> returnWaitsForFinally(Trace t) {
    try {
      return Coroutine.of(await(t.later("value")));
    } finally {
      t.log("finally");
      await(t.later("f"));
    }
  }

  // catalogue 16
  default Coroutine<Object> returnValueTakenBeforeFinally(Trace t) {
    int x = 1;
    try {
      return Coroutine.of(x + await(t.later(0)));
    } finally {
      x = 100;
      await(t.later("f"));
    }
  }

  default Coroutine<Object> returnLocalTakenBeforeFinally(Trace t) {
    int x = 1;
    await(t.later(0));
    try {
      return Coroutine.of(x);
    } finally {
      x = 100;
      await(t.later("f"));
      t.log(x);
    }
  }

  // catalogue 6
  default Coroutine<Object> returnThroughTwo(Trace t) {
    try {
      try {
        return Coroutine.of(await(t.later("value")));
      } finally {
        await(t.later("inner"));
        t.log("inner");
      }
    } finally {
      await(t.later("outer"));
      t.log("outer");
    }
  }

  // catalogue 11
  default Coroutine<Object> threeInOrder(Trace t) {
    for (int i = 0; i < 2; i++) {
      try {
        try {
          try {
            try {
              if (await(t.later(i)) == 1) t.boom("x");
            } finally {
              t.log("a");
              await(t.later("a"));
            }
          } finally {
            t.log("b");
            await(t.later("b"));
          }
        } finally {
          t.log("c");
          await(t.later("c"));
        }
      } catch (IllegalStateException e) {
        t.log(e);
      }
    }
    return Coroutine.of("end");
  }

  // catalogue 1
  @SuppressWarnings("finally")

  default Coroutine<Object> returnDropsException(Trace t) {
    try {
      await(t.fail("dropped"));
    } finally {
      await(t.later("f"));
      return Coroutine.of("kept");
    }
  }

  // catalogue 5
  @SuppressWarnings("finally")

  default Coroutine<Object> allReturn(Trace t) {
    try {
      try {
        try {
          return Coroutine.of(await(t.later("a")));
        } finally {
          return Coroutine.of(await(t.later("b")));
        }
      } finally {
        return Coroutine.of(await(t.later("c")));
      }
    } finally {
      return Coroutine.of(await(t.later("d")));
    }
  }

  // catalogue 3
  default Coroutine<Object> throwAndCatchInsideFinally(Trace t) {
    try {
      try {
        await(t.fail("original"));
      } finally {
        try {
          await(t.fail("inner"));
        } catch (RuntimeException e) {
          t.log(e);
          await(t.later("cleaned"));
        }
      }
    } catch (RuntimeException e) {
      t.log("outer", e);
    }
    return Coroutine.of("end");
  }

  default Coroutine<Object> throwReplacesThrow(Trace t) {
    try {
      try {
        await(t.fail("original"));
      } finally {
        await(t.later(1));
        throw new IllegalArgumentException("replaced");
      }
    } catch (RuntimeException e) {
      t.log(e);
    }
    return Coroutine.of("end");
  }

  default Coroutine<Object> throwReplacesReturn(Trace t) {
    try {
      try {
        return Coroutine.of(await(t.later("value")));
      } finally {
        await(t.fail("replaced"));
      }
    } catch (RuntimeException e) {
      t.log(e);
    }
    return Coroutine.of("after");
  }

  // catalogue 15
  default Coroutine<Object> returnThenFinallyThrowsThenCatchGoesOn(Trace t) {
    for (int i = 0; ; i++) {
      try {
        try {
          return Coroutine.of(await(t.later(i)));
        } finally {
          if (i < 2) await(t.fail("again " + i));
        }
      } catch (IllegalStateException e) {
        t.log(e);
      }
    }
  }

  // catalogue 17
  default Coroutine<Object> finallyThrowsWhatTryMade(Trace t) {
    RuntimeException e = null;
    try {
      e = await(t.later(new IllegalStateException("made")));
    } finally {
      if (e != null) {
        await(t.fail(e));
        t.log("not here");
      }
    }
    return Coroutine.of("nor here");
  }

  // catalogue 20
  default Coroutine<Object> rethrowDoesNotRunItselfAgain(Trace t) {
    int runs = 0;
    try {
      try {
        await(t.fail("x"));
      } finally {
        runs++;
        await(t.later(runs));
        if (runs < 3) throw new IllegalArgumentException("in finally " + runs);
      }
    } catch (RuntimeException e) {
      t.log(e);
    }
    return Coroutine.of(runs);
  }

  // catalogue 20
  default Coroutine<Object> failingAwaitInFinallyDoesNotRunItAgain(Trace t) {
    int runs = 0;
    try {
      try {
        await(t.later(1));
      } finally {
        runs++;
        await(t.fail("in finally " + runs));
      }
    } catch (RuntimeException e) {
      t.log(e);
    }
    return Coroutine.of(runs);
  }

  // catalogue 7
  default Coroutine<Object> failureInCatchThroughFinally(Trace t) {
    try {
      try {
        await(t.fail("first"));
      } catch (IllegalStateException e) {
        await(t.fail(new ArithmeticException("second")));
      } finally {
        await(t.later("finally"));
        t.log("finally");
      }
    } catch (ArithmeticException e) {
      t.log("outer", e);
    }
    return Coroutine.of("end");
  }

  // catalogue 26
  default Coroutine<Object> loopInTry(Trace t) {
    int n = 0;
    try {
      for (int i = 0; i < 3; i++) {
        n += await(t.later(i));
      }
      while (n < 10) n += 4;
    } finally {
      n = n * 10 + await(t.later(1));
      for (int i = 0; i < 2; i++) await(t.later("f" + i));
    }
    return Coroutine.of(n);
  }

  default Coroutine<Object> finallyWithoutAwait(Trace t) {
    int n = 0;
    try {
      n = await(t.later(1));
      if (t.v(n == 1)) return Coroutine.of("r" + n);
      n++;
    } finally {
      n += 10;
      t.log(n);
    }
    return Coroutine.of(n);
  }

  default Coroutine<Object> awaitOnlyInFinally(Trace t) {
    try {
      t.log("try");
    } finally {
      await(t.later(1));
    }
    try {
      t.boom("x");
    } catch (IllegalStateException e) {
      t.log(e);
    } finally {
      await(t.later(2));
    }
    return Coroutine.of("end");
  }

  default Coroutine<Object> catchAndFinally(Trace t) {
    for (int i = 0; i < 3; i++) {
      try {
        if (i == 1) await(t.fail("x"));
        if (i == 2) await(t.fail(new ArithmeticException("y")));
        t.log("fine");
      } catch (IllegalStateException e) {
        await(t.later("catch"));
        t.log(e);
      } finally {
        await(t.later("finally"));
        t.log("finally", i);
      }
    }
    return Coroutine.of("end");
  }

  default Coroutine<Object> nestedFinallyInFinally(Trace t) {
    try {
      t.log("try");
      t.boom("x");
    } finally {
      try {
        await(t.later(1));
      } finally {
        try {
          await(t.later(2));
        } finally {
          await(t.later(3));
          t.log("deep");
        }
      }
    }
    return Coroutine.of("end");
  }

  default Coroutine<Object> tryInCatchInFinally(Trace t) {
    try {
      await(t.fail("a"));
    } catch (IllegalStateException a) {
      try {
        await(t.fail("b"));
      } catch (IllegalStateException b) {
        t.log(a);
        t.log(b);
      } finally {
        await(t.later("inner"));
        t.log(a);
      }
    } finally {
      await(t.later("outer"));
    }
    return Coroutine.of("end");
  }
}
