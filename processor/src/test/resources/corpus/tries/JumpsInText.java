package corpus.tries;

import static dev.fermata.asyncio.Asyncio.await;

import dev.fermata.Async;
import dev.fermata.asyncio.Coroutine;
import oracle.Res;
import oracle.Trace;

/** A jump out of a statement without await, through a finally in that statement. */
@Async
interface JumpsInText {
  default Coroutine<Object> finallyThrowsInsideOuterTry(Trace t) {
    out:
    {
      try {
        await(t.later(1));
        while (true) {
          try {
            if (t.v(true)) break out;
          } finally {
            t.boom("f");
          }
        }
      } catch (IllegalStateException e) {
        t.log("caught", e);
      }
    }
    await(t.later(2));
    return Coroutine.of("end");
  }

  default Coroutine<Object> finallyDiscardsTheJump(Trace t) {
    out:
    {
      try {
        await(t.later(1));
        int i = 0;
        while (true) {
          try {
            if (t.v(i) == 1) break out;
          } finally {
            if (i++ < 3) continue;
          }
          t.log("round", i);
          if (i > 5) break;
        }
        t.boom("after");
      } catch (IllegalStateException e) {
        t.log("caught", e);
      }
    }
    await(t.later(2));
    return Coroutine.of("end");
  }

  default Coroutine<Object> closeThrowsInsideOuterTry(Trace t) {
    out:
    {
      try {
        await(t.later(1));
        try (Res r = t.badRes("r")) {
          if (t.v(true)) break out;
        }
      } catch (Exception e) {
        t.log("caught", e);
      }
    }
    await(t.later(2));
    return Coroutine.of("end");
  }

  default Coroutine<Object> returnThroughAwaitingFinally(Trace t) {
    try {
      try {
        await(t.later(1));
        try {
          if (t.v(true)) return Coroutine.of("returned");
        } finally {
          t.boom("f");
        }
      } catch (IllegalStateException e) {
        t.log("caught", e);
        await(t.later(2));
      }
    } finally {
      await(t.later(3));
    }
    return Coroutine.of("end");
  }

  default Coroutine<Object> continueIntoLoopAround(Trace t) {
    for (int i = 0; i < 3; i++) {
      try {
        await(t.later(i));
        try {
          if (i == 1) continue;
        } finally {
          if (t.v(i) == 1) t.boom("f" + i);
        }
      } catch (IllegalStateException e) {
        t.log("caught", e);
      }
      t.log("after", i);
    }
    return Coroutine.of("end");
  }

  default Coroutine<Object> returnDiscarded(Trace t) {
    try {
      await(t.later(1));
      for (; ; ) {
        try {
          if (t.v(true)) return Coroutine.of("returned");
        } finally {
          break;
        }
      }
      t.boom("after");
    } catch (IllegalStateException e) {
      t.log("caught", e);
    }
    return Coroutine.of("end");
  }

  default Coroutine<Object> synchronizedAround(Trace t) {
    out:
    {
      try {
        await(t.later(1));
        synchronized (t) {
          try {
            if (t.v(true)) break out;
          } finally {
            t.boom("f");
          }
        }
      } catch (IllegalStateException e) {
        t.log("caught", e);
      }
    }
    return Coroutine.of("end");
  }

  default Coroutine<Object> finallyStopsEveryJump(Trace t) {
    out:
    for (int i = 0; i < 2; i++) {
      t.log("round", await(t.later(i)));
      try {
        if (t.v(i) == 0) break out;
        else break;
      } finally {
        return Coroutine.of("from finally");
      }
    }
    return Coroutine.of("end");
  }

  default Coroutine<Object> finallyStopsOneJump(Trace t) {
    for (int i = 0; i < 3; i++) {
      t.log("round", await(t.later(i)));
      try {
        try {
          if (t.v(i) == 1) break;
        } finally {
          if (i == 0) throw new IllegalStateException("stopped");
          else continue;
        }
      } catch (IllegalStateException e) {
        t.log("caught", e);
      } finally {
        if (t.v(i) == 2) break;
      }
    }
    await(t.later(2));
    return Coroutine.of("end");
  }

  default Coroutine<Object> finallyStopsAReturn(Trace t) {
    try {
      await(t.later(1));
      while (true) {
        try {
          return Coroutine.of(t.v("never"));
        } finally {
          t.log("inner");
          break;
        }
      }
      try {
        return Coroutine.of(t.v("never either"));
      } finally {
        throw new IllegalArgumentException("from finally");
      }
    } catch (IllegalArgumentException e) {
      t.log("caught", e);
    } finally {
      t.log("outer", await(t.later(2)));
    }
    return Coroutine.of("end");
  }

  default Coroutine<Object> finallyStopsAYield(Trace t) {
    int n = 3;
    return Coroutine.of(
        t.v(1)
            + switch (await(t.later(n))) {
              case 3 -> {
                while (true) {
                  try {
                    yield t.v(10);
                  } finally {
                    if (n-- > 0) continue;
                    else break;
                  }
                }
                yield n;
              }
              default -> 5;
            });
  }
}
