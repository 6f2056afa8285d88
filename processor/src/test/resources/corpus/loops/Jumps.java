package corpus.loops;

import static dev.fermata.asyncio.Asyncio.await;

import dev.fermata.Async;
import dev.fermata.asyncio.Coroutine;
import oracle.Trace;

/** break and continue with and without labels, through several loops. */
@Async
interface Jumps {
  default Coroutine<Object> breakOuter(Trace t) {
    outer:
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        if (await(t.later(i * 3 + j)) == 4) break outer;
      }
    }
    return Coroutine.of("end");
  }

  default Coroutine<Object> continueOuter(Trace t) {
    outer:
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        if (await(t.later(j)) == 1) continue outer;
        t.log(i * 10 + j);
      }
      t.log("not here");
    }
    return Coroutine.of("end");
  }

  default Coroutine<Object> continueOuterWhile(Trace t) {
    int i = 0;
    outer:
    while (await(t.later(i < 3))) {
      i++;
      while (true) {
        if (t.v(i) == 2) continue outer;
        await(t.later("inner"));
        break;
      }
      t.log("end", i);
    }
    return Coroutine.of("end");
  }

  default Coroutine<Object> continueOuterDo(Trace t) {
    int i = 0;
    outer:
    do {
      i++;
      for (String s : new String[] {"a", "b"}) {
        if (await(t.later(s)).equals("b")) continue outer;
      }
    } while (await(t.later(i)) < 2);
    return Coroutine.of(i);
  }

  default Coroutine<Object> continueOuterForEach(Trace t) {
    outer:
    for (String s : java.util.List.of("a", "b")) {
      for (int i = 0; ; i++) {
        if (await(t.later(i)) == 1) continue outer;
        t.log(s + i);
      }
    }
    return Coroutine.of("end");
  }

  // catalogue 72
  default Coroutine<Object> fourLevels(Trace t) {
    a:
    for (int i = 0; i < 2; i++)
      b:
      for (int j = 0; j < 2; j++)
        c:
        for (int k = 0; k < 2; k++)
          d:
          for (int l = 0; l < 2; l++) {
            int n = await(t.later(i * 8 + j * 4 + k * 2 + l));
            switch (n) {
              case 1:
                continue c;
              case 2:
                break d;
              case 4:
                continue b;
              case 9:
                break c;
              case 12:
                break a;
              default:
                t.log(n);
            }
          }
    return Coroutine.of("end");
  }

  // catalogue 72
  default Coroutine<Object> labelsOfSiblings(Trace t) {
    x:
    for (int i = 0; i < 2; i++) {
      y:
      for (int j = 0; j < 2; j++) {
        if (await(t.later(j)) == 0) continue y;
        break x;
      }
    }
    x:
    for (int i = 0; i < 2; i++) {
      y:
      while (true) {
        if (await(t.later(i)) == 1) break x;
        break y;
      }
    }
    return Coroutine.of("end");
  }

  default Coroutine<Object> awaitOnlyAfterInnerLoop(Trace t) {
    outer:
    for (int i = 0; i < 4; i++) {
      for (int j = 0; j < 4; j++) {
        if (j == i) continue outer;
        if (i == 3) break outer;
      }
      await(t.later(i));
    }
    await(t.later("end"));
    return Coroutine.of("end");
  }

  default Coroutine<Object> jumpsInLoopWithoutAwait(Trace t) {
    int n = 0;
    outer:
    for (int i = 0; i < 4; i++) {
      await(t.later(i));
      for (int j = 0; j < 4; j++) {
        n++;
        if (j == 1) continue;
        if (j == 2 && i == 1) continue outer;
        if (i == 2) break outer;
        if (j == 3) break;
      }
      t.log("end of", i);
    }
    return Coroutine.of(n);
  }

  default Coroutine<Object> returnFromInnerLoopWithoutAwait(Trace t) {
    for (int i = 0; i < 3; i++) {
      await(t.later(i));
      for (int j = 0; j < 3; j++) {
        if (i * j == 1) return Coroutine.of("found " + i + j);
      }
    }
    return Coroutine.of("none");
  }

  default Coroutine<Object> labelledBlockInLoop(Trace t) {
    for (int i = 0; i < 3; i++) {
      skip: {
        if (await(t.later(i)) == 1) break skip;
        t.log("body", i);
      }
      t.log("after", i);
    }
    return Coroutine.of("end");
  }

  default Coroutine<Object> breakLoopFromSwitch(Trace t) {
    loop:
    while (true) {
      switch (await(t.later(2))) {
        case 1:
          break;
        case 2:
          break loop;
        default:
          continue;
      }
    }
    return Coroutine.of("end");
  }

  default Coroutine<Object> continueFromSwitch(Trace t) {
    for (int i = 0; i < 4; i++) {
      switch (i) {
        case 0:
          continue;
        case 1:
          await(t.later("one"));
          break;
        case 2:
          await(t.later("two"));
          continue;
        default:
          t.log("default");
      }
      t.log("after", i);
    }
    return Coroutine.of("end");
  }

  default Coroutine<Object> doubleLabels(Trace t) {
    a:
    b:
    for (int i = 0; i < 3; i++) {
      if (await(t.later(i)) == 0) continue b;
      if (i == 1) continue b;
      break a;
    }
    return Coroutine.of("end");
  }
}
