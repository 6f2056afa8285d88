package corpus.loops;

import static dev.fermata.asyncio.Asyncio.await;

import dev.fermata.Async;
import dev.fermata.asyncio.Coroutine;
import oracle.Trace;

/** The basic for: awaits in each part of the header. */
@Async
interface For {
  // catalogue 71
  default Coroutine<Object> allParts(Trace t) {
    for (int i = await(t.later(0)); await(t.later(i < 3)); i = await(t.later(i + 1))) {
      t.log("body", i);
    }
    return Coroutine.of("end");
  }

  // catalogue 71
  default Coroutine<Object> initialiser(Trace t) {
    for (int i = await(t.later(1)), j = await(t.later(3)); i <= j; i++, j--) t.log(i * 10 + j);
    int k;
    for (k = await(t.later(5)), t.log("second"); k > 3; k--) t.log(k);
    return Coroutine.of(k);
  }

  // catalogue 71
  default Coroutine<Object> condition(Trace t) {
    for (int i = 0; await(t.later(i)) < 3; i++) t.log("body", i);
    return Coroutine.of("end");
  }

  // catalogue 71
  default Coroutine<Object> update(Trace t) {
    int j = 0;
    for (int i = 0; i < 3; i += await(t.later(1)), j = await(t.later(j + i)), t.log("u")) t.log("body", i);
    return Coroutine.of(j);
  }

  // catalogue 71
  default Coroutine<Object> continueRunsUpdate(Trace t) {
    for (int i = 0; i < 4; i = await(t.later(i + 1))) {
      if (t.v(i) % 2 == 0) continue;
      await(t.later("odd"));
    }
    return Coroutine.of("end");
  }

  // catalogue 71
  default Coroutine<Object> breakSkipsUpdate(Trace t) {
    int i;
    for (i = 0; await(t.later(true)); i++) {
      if (i == 2) break;
    }
    return Coroutine.of(i);
  }

  // catalogue 74
  default Coroutine<Object> emptyParts(Trace t) {
    int i = 0;
    for (; ; ) {
      if (await(t.later(i++)) == 2) break;
    }
    for (; await(t.later(i < 5)); ) i++;
    for (; ; i++) if (await(t.later(i)) > 6) break;
    return Coroutine.of(i);
  }

  // catalogue 74
  default Coroutine<Object> emptyBody(Trace t) {
    for (int i = 0; await(t.later(i < 2)); await(t.later(i++))) ;
    for (int i = 0; await(t.later(i < 2)); i++) {
    }
    return Coroutine.of("end");
  }

  default Coroutine<Object> bodyAwaits(Trace t) {
    int sum = 0;
    for (int i = 0; i < 5; i++) sum += await(t.later(i));
    return Coroutine.of(sum);
  }

  default Coroutine<Object> nested(Trace t) {
    for (int i = 0; i < 3; i++)
      for (int j = i; j < 3; j++)
        t.log(await(t.later(i)) * 10 + await(t.later(j)));
    return Coroutine.of("end");
  }

  default Coroutine<Object> twoVariables(Trace t) {
    for (int i = 0, j = 10; i < j; i += 3, j -= 2) {
      await(t.later(i));
      t.log(j);
    }
    return Coroutine.of("end");
  }

  default Coroutine<Object> variableModifiedInBody(Trace t) {
    for (int i = 0; i < 6; i++) {
      i += await(t.later(1));
      t.log(i);
    }
    return Coroutine.of("end");
  }

  default Coroutine<Object> arrayTypeInHeader(Trace t) {
    for (int a[] = {await(t.later(0))}, n = 2; a[0] < n; a[0] += await(t.later(1))) t.log(a);
    return Coroutine.of("end");
  }

  default Coroutine<Object> varInHeader(Trace t) {
    for (var s = await(t.later("")); s.length() < 3; s += await(t.later("x"))) t.log(s);
    return Coroutine.of("end");
  }

  default Coroutine<Object> conditionConstantTrue(Trace t) {
    for (int i = 0; true; i++) {
      if (await(t.later(i)) == 2) return Coroutine.of(i);
    }
  }
}
