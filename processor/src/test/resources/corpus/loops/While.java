package corpus.loops;

import static dev.fermata.asyncio.Asyncio.await;

import dev.fermata.Async;
import dev.fermata.asyncio.Coroutine;
import oracle.Trace;

/** while and do-while with awaits in the condition, the body, both. */
@Async
interface While {
  // catalogue 45
  default Coroutine<Object> awaitInCondition(Trace t) {
    int i = 0;
    while (await(t.later(i < 3))) {
      t.log(i);
      i++;
    }
    return Coroutine.of(i);
  }

  // catalogue 45
  default Coroutine<Object> awaitInBody(Trace t) {
    int i = 0;
    while (t.v(i < 3)) {
      i = await(t.later(i + 1));
    }
    return Coroutine.of(i);
  }

  // catalogue 45
  default Coroutine<Object> awaitInBoth(Trace t) {
    int i = 0, sum = 0;
    while (await(t.later(i)) < 4) {
      sum += await(t.later(i * i));
      i++;
    }
    return Coroutine.of(sum);
  }

  // catalogue 45
  default Coroutine<Object> neverEntered(Trace t) {
    while (await(t.later(false))) {
      await(t.later(1));
    }
    return Coroutine.of("end");
  }

  // catalogue 76
  default Coroutine<Object> endless(Trace t) {
    int i = 0;
    while (true) {
      if (await(t.later(i)) == 3) break;
      i++;
      if (i == 2) continue;
      t.log(i);
    }
    return Coroutine.of(i);
  }

  default Coroutine<Object> endlessReturns(Trace t) {
    int i = 0;
    while (true) {
      if (await(t.later(i)) == 2) return Coroutine.of(i);
      i++;
    }
  }

  // catalogue 74
  default Coroutine<Object> emptyBody(Trace t) {
    int i = 0;
    while (await(t.later(i++)) < 3) ;
    do ; while (await(t.later(i--)) > 0);
    return Coroutine.of(i);
  }

  // catalogue 45
  default Coroutine<Object> nested(Trace t) {
    int i = 0;
    while (await(t.later(i < 3))) {
      int j = 0;
      while (await(t.later(j < i))) {
        t.log(i * 10 + await(t.later(j)));
        j++;
      }
      i++;
    }
    return Coroutine.of(i);
  }

  // catalogue 140
  default Coroutine<Object> countedConditions(Trace t) {
    int p = 0, q = 0, r = 0;
    int i = 0;
    while (t.v(++p < 6) && await(t.later(++q < 4)) || t.v(++r < 3)) {
      i++;
      if (i % 2 == 0) continue;
      t.log("body", i);
    }
    return Coroutine.of(p + " " + q + " " + r + " " + i);
  }

  // catalogue 140
  default Coroutine<Object> negatedCondition(Trace t) {
    int i = 0;
    while (!(await(t.later(i > 2)) || t.v(i > 5)) && !await(t.later(i == 7))) i++;
    return Coroutine.of(i);
  }

  default Coroutine<Object> assignInCondition(Trace t) {
    int x;
    int sum = 0;
    int i = 0;
    while ((x = await(t.later(i++))) < 4) {
      sum += x;
    }
    return Coroutine.of(sum + x);
  }

  default Coroutine<Object> innerLoopDoesNotSuspend(Trace t) {
    int total = 0;
    for (int i = 0; i < 3; i++) {
      int j = 0;
      while (j < 100) {
        if (j == 50) break;
        total++;
        j++;
      }
      await(t.later(total));
    }
    return Coroutine.of(total);
  }
}
