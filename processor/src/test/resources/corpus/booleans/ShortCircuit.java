package corpus.booleans;

import static dev.fermata.asyncio.Asyncio.await;

import dev.fermata.Async;
import dev.fermata.asyncio.Coroutine;
import oracle.Trace;

/** && and ||: what is evaluated, how often, in which order. */
@Async
interface ShortCircuit {
  // catalogue 44
  default Coroutine<Object> leftAwaits(Trace t) {
    t.log(await(t.later(true)) && t.v(true));
    t.log(await(t.later(false)) && t.v(true));
    t.log(await(t.later(true)) || t.v(true));
    t.log(await(t.later(false)) || t.v(true));
    return Coroutine.of("end");
  }

  // catalogue 44
  default Coroutine<Object> rightAwaits(Trace t) {
    t.log(t.v(true) && await(t.later(true)));
    t.log(t.v(false) && await(t.later(true)));
    t.log(t.v(true) || await(t.later(true)));
    t.log(t.v(false) || await(t.later(false)));
    return Coroutine.of("end");
  }

  // catalogue 44
  default Coroutine<Object> bothAwait(Trace t) {
    for (int i = 0; i < 4; i++) {
      boolean a = (i & 1) == 0, b = (i & 2) == 0;
      t.log(await(t.later(a)) && await(t.later(b)));
      t.log(await(t.later(a)) || await(t.later(b)));
      t.log(!await(t.later(a)) && await(t.later(b)) || !await(t.later(b)));
    }
    return Coroutine.of("end");
  }

  // catalogue 44
  default Coroutine<Object> chains(Trace t) {
    for (int i = 0; i < 8; i++) {
      boolean a = (i & 1) == 0, b = (i & 2) == 0, c = (i & 4) == 0;
      t.log(t.v(a) && await(t.later(b)) && t.v(c));
      t.log(t.v(a) || await(t.later(b)) || t.v(c));
      t.log(await(t.later(a)) && (t.v(b) || await(t.later(c))));
      t.log((await(t.later(a)) || t.v(b)) && await(t.later(c)));
    }
    return Coroutine.of("end");
  }

  // catalogue 44
  default Coroutine<Object> inConditions(Trace t) {
    for (int i = 0; i < 4; i++) {
      boolean a = (i & 1) == 0, b = (i & 2) == 0;
      if (await(t.later(a)) && await(t.later(b))) t.log("and");
      else t.log("not and");
      if (!(await(t.later(a)) || await(t.later(b)))) t.log("nor");
      if (await(t.later(a)) ? await(t.later(b)) : !await(t.later(b))) t.log("equal");
    }
    return Coroutine.of("end");
  }

  default Coroutine<Object> notShortCircuit(Trace t) {
    t.log(await(t.later(false)) & await(t.later(true)));
    t.log(await(t.later(true)) | await(t.later(false)));
    t.log(t.v(false) & await(t.later(true)) | t.v(true));
    t.log(await(t.later(true)) ^ t.v(true));
    return Coroutine.of("end");
  }

  default Coroutine<Object> asArguments(Trace t) {
    t.log(java.util.Arrays.asList(t.v(1), await(t.later(true)) && t.v(false), t.v(2), t.v(false) || await(t.later(true))));
    boolean b = t.v(1) == 1 && await(t.later(2)) == 2;
    b &= await(t.later(true)) && b;
    return Coroutine.of(b || await(t.later(false)));
  }

  default Coroutine<Object> boxed(Trace t) {
    Boolean n = null;
    try {
      t.log(await(t.later(true)) && n);
    } catch (NullPointerException e) {
      t.log(e);
    }
    Boolean yes = await(t.later(Boolean.TRUE));
    t.log(yes && await(t.later(yes)) && !yes);
    return Coroutine.of("end");
  }

  default Coroutine<Object> assignmentsInside(Trace t) {
    int x = 0;
    if ((x = await(t.later(1))) > 0 && (x = await(t.later(2))) > 5 || (x += await(t.later(10))) > 0) t.log(x);
    boolean b;
    if (b = await(t.later(true))) t.log(b);
    return Coroutine.of(x);
  }

  default Coroutine<Object> definiteAssignment(Trace t) {
    int x;
    if (await(t.later(true)) && (x = await(t.later(5))) > 0) {
      t.log(x);
    }
    int y;
    if (await(t.later(false)) || (y = await(t.later(6))) < 0) {
      t.log("not here");
    } else {
      t.log(y);
    }
    return Coroutine.of("end");
  }

  default Coroutine<Object> constantsLeft(Trace t) {
    t.log(true && await(t.later(true)));
    t.log(false || await(t.later(false)));
    t.log(false && await(t.later(true)));
    t.log(true || await(t.later(true)));
    return Coroutine.of("end");
  }

  default Coroutine<Object> deep(Trace t) {
    boolean r = ((await(t.later(true)) && (t.v(false) || await(t.later(true)))) || await(t.later(false))) && !(await(t.later(false)) && t.v(true)) && (await(t.later(true)) == await(t.later(true)));
    return Coroutine.of(r);
  }
}
