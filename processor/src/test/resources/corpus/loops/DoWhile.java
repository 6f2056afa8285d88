package corpus.loops;

import static dev.fermata.asyncio.Asyncio.await;

import dev.fermata.Async;
import dev.fermata.asyncio.Coroutine;
import oracle.Trace;

/** do-while: the body first, continue goes to the condition. */
@Async
interface DoWhile {
  // catalogue 45
  default Coroutine<Object> awaitInCondition(Trace t) {
    int i = 0;
    do {
      t.log(i);
      i++;
    } while (await(t.later(i < 3)));
    return Coroutine.of(i);
  }

  // catalogue 45
  default Coroutine<Object> awaitInBody(Trace t) {
    int i = 0;
    do {
      i = await(t.later(i + 1));
    } while (t.v(i < 3));
    return Coroutine.of(i);
  }

  default Coroutine<Object> once(Trace t) {
    do {
      await(t.later(1));
    } while (await(t.later(false)));
    return Coroutine.of("end");
  }

  default Coroutine<Object> continueEvaluatesCondition(Trace t) {
    int i = 0;
    do {
      i++;
      if (i == 2) continue;
      await(t.later(i));
    } while (t.v(i < 4));
    return Coroutine.of(i);
  }

  default Coroutine<Object> continueToAwaitingCondition(Trace t) {
    int i = 0;
    do {
      i++;
      if (i == 2) continue;
      t.log("body", i);
    } while (await(t.later(i < 4)));
    return Coroutine.of(i);
  }

  // catalogue 18
  default Coroutine<Object> doubleBreak(Trace t) {
    int i = 0;
    outer:
    do {
      int j = 0;
      do {
        j++;
        if (j == 2) break;
        if (i == 2) break outer;
      } while (true);
      await(t.later(j));
      i++;
    } while (await(t.later(i < 10)));
    return Coroutine.of(i);
  }

  // catalogue 8
  default Coroutine<Object> breakInTry(Trace t) {
    int i = 0;
    do {
      try {
        i++;
        if (await(t.later(i)) == 2) break;
      } finally {
        t.log("finally", i);
      }
    } while (true);
    return Coroutine.of(i);
  }

  default Coroutine<Object> neverCompletesBody(Trace t) {
    int i = 0;
    do {
      if (await(t.later(i)) == 0) return Coroutine.of("returned");
      throw new IllegalStateException();
    } while (await(t.later(true)));
  }
}
