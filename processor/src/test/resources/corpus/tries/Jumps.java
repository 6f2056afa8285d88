package corpus.tries;

import static dev.fermata.asyncio.Asyncio.await;

import dev.fermata.Async;
import dev.fermata.asyncio.Coroutine;
import oracle.Trace;

/** break, continue and return across handlers, once each. */
@Async
interface Jumps {
  // catalogue 4
  default Coroutine<Object> breakInsideTryDoesNotRunFinally(Trace t) {
    try {
      for (int i = 0; i < 5; i++) {
        if (await(t.later(i)) == 1) break;
      }
      t.log("after the loop");
      while (true) {
        await(t.later("w"));
        break;
      }
    } finally {
      await(t.later("f"));
      t.log("finally");
    }
    return Coroutine.of("end");
  }

  // catalogue 9
  default Coroutine<Object> labelledContinueThroughFinally(Trace t) {
    outer:
    for (int i = 0; i < 3; i++) {
      while (true) {
        try {
          if (await(t.later(i)) < 2) continue outer;
          break outer;
        } finally {
          await(t.later("f" + i));
          t.log("finally", i);
        }
      }
    }
    return Coroutine.of("end");
  }

  // catalogue 10
  default Coroutine<Object> continueInCatch(Trace t) {
    for (int i = 0; i < 3; i++) {
      try {
        if (await(t.later(i)) != 1) await(t.fail("x" + i));
        t.log("fine", i);
      } catch (IllegalStateException e) {
        t.log(e);
        if (i == 0) continue;
        await(t.later("catch"));
      } finally {
        await(t.later("f"));
        t.log("finally", i);
      }
      t.log("after", i);
    }
    return Coroutine.of("end");
  }

  // catalogue 8
  default Coroutine<Object> onceThoughSwitchAndLoopBreak(Trace t) {
    try {
      do {
        switch (await(t.later(1))) {
          case 1:
            break;
          default:
            t.log("not here");
        }
        if (await(t.later(true))) break;
      } while (true);
      t.boom("x");
    } catch (IllegalStateException e) {
      do {
        switch (await(t.later(2))) {
          case 2:
            break;
        }
        break;
      } while (true);
      t.log("caught");
    } finally {
      for (; ; ) {
        if (await(t.later(3)) == 3) break;
      }
      t.log("finally");
    }
    return Coroutine.of("end");
  }

  default Coroutine<Object> breakThroughTwo(Trace t) {
    for (int i = 0; i < 3; i++) {
      try {
        try {
          if (await(t.later(i)) == 1) break;
        } finally {
          await(t.later("inner" + i));
        }
        t.log("between", i);
      } finally {
        await(t.later("outer" + i));
      }
    }
    return Coroutine.of("end");
  }

  default Coroutine<Object> differentTargetsOfOneFinally(Trace t) {
    for (int mode = 0; mode < 5; mode++) {
      a:
      for (int i = 0; i < 2; i++) {
        b: {
          for (int j = 0; j < 2; j++) {
            try {
              switch (mode) {
                case 0:
                  break;
                case 1:
                  continue a;
                case 2:
                  break b;
                case 3:
                  break a;
                default:
                  continue;
              }
              t.log("in", j);
            } finally {
              await(t.later("" + mode + i + j));
            }
          }
          t.log("after j");
        }
        t.log("after b");
      }
    }
    return Coroutine.of("end");
  }

  default Coroutine<Object> returnInLoopInTryInLoop(Trace t) {
    for (int i = 0; i < 3; i++) {
      try {
        for (int j = 0; j < 3; j++) {
          try {
            if (await(t.later(i + j)) == 2) return Coroutine.of("found " + i + j);
          } finally {
            await(t.later("inner"));
          }
        }
      } finally {
        t.log("outer", i);
      }
    }
    return Coroutine.of("none");
  }

  default Coroutine<Object> jumpFromCatch(Trace t) {
    int n = 0;
    loop:
    while (true) {
      try {
        n++;
        await(t.fail("n" + n));
      } catch (IllegalStateException e) {
        if (n < 3) continue loop;
        break loop;
      }
    }
    return Coroutine.of(n);
  }

  default Coroutine<Object> jumpOutOfFinallyWithoutPending(Trace t) {
    outer:
    for (int i = 0; i < 2; i++) {
      try {
        await(t.later(i));
      } finally {
        if (await(t.later(i == 0))) continue outer;
      }
      t.log("after", i);
    }
    return Coroutine.of("end");
  }

  default Coroutine<Object> tryWithoutAwaitJumps(Trace t) {
    int n = 0;
    for (int i = 0; i < 4; i++) {
      await(t.later(i));
      try {
        if (i == 1) continue;
        if (i == 3) break;
        n += 10;
      } finally {
        n++;
      }
    }
    return Coroutine.of(n);
  }

  default Coroutine<Object> tryWithoutAwaitReturns(Trace t) {
    for (int i = 0; ; i++) {
      await(t.later(i));
      try {
        if (i == 2) return Coroutine.of("value " + i);
      } finally {
        t.log("finally", i);
      }
    }
  }

  // catalogue 16
  default Coroutine<Void> nothing(Trace t, int i) {
    try {
      if (i == 0) return Coroutine.completed();
      await(t.later(i));
      if (i == 1) return Coroutine.completed();
      t.log("end");
    } finally {
      await(t.later("f" + i));
    }
    return Coroutine.completed();
  }

  default Coroutine<Object> returnOfVoid(Trace t) {
    await(nothing(t, 0));
    await(nothing(t, 1));
    await(nothing(t, 2));
    return Coroutine.of("end");
  }

  default Coroutine<Object> variableDefinitelyAssignedThroughFinally(Trace t) {
    int x;
    try {
      x = await(t.later(1));
    } finally {
      await(t.later("f"));
    }
    t.log(x);
    int y;
    try {
      await(t.later(2));
    } finally {
      y = await(t.later(3));
    }
    return Coroutine.of(y);
  }

  /** The catch clause is nothing but a jump to what awaits behind the loop. */
  default Coroutine<Object> breakAsAWholeCatch(Trace t) {
    int i = 0;
    while (true) {
      try {
        if (await(t.later(i++)) == 2) throw new IllegalStateException("out");
      } catch (IllegalStateException e) {
        break;
      }
      t.log("goes on", i);
    }
    t.log(await(t.later("behind")));
    return Coroutine.of(i);
  }
}
