package corpus.blocks;

import static dev.fermata.asyncio.Asyncio.await;

import dev.fermata.Async;
import dev.fermata.asyncio.Coroutine;
import oracle.Trace;

/** if statements: awaits in the condition and in the branches. */
@Async
interface Ifs {
  // catalogue 77
  default Coroutine<Object> condition(Trace t) {
    if (await(t.later(true))) t.log("yes");
    if (await(t.later(false))) t.log("no");
    return Coroutine.of("end");
  }

  // catalogue 77
  default Coroutine<Object> thenBranch(Trace t) {
    if (t.v(true)) await(t.later(1));
    if (t.v(false)) await(t.later(2));
    return Coroutine.of("end");
  }

  // catalogue 77
  default Coroutine<Object> elseBranch(Trace t) {
    if (t.v(true)) t.log("a");
    else await(t.later(1));
    if (t.v(false)) t.log("b");
    else await(t.later(2));
    return Coroutine.of("end");
  }

  // catalogue 77
  default Coroutine<Object> everywhere(Trace t) {
    if (await(t.later(false))) await(t.later(1));
    else await(t.later(2));
    if (await(t.later(true))) await(t.later(3));
    else await(t.later(4));
    return Coroutine.of("end");
  }

  // catalogue 77
  default Coroutine<Object> chain(Trace t) {
    for (int i = 0; i < 5; i++) {
      if (i == 0) t.log("zero");
      else if (i == await(t.later(1))) t.log("one");
      else if (t.v(i) == 2) await(t.later("two"));
      else if (await(t.later(i == 3))) {
        t.log("three");
        await(t.later(33));
      } else t.log("more");
    }
    return Coroutine.of("end");
  }

  // catalogue 77
  default Coroutine<Object> nested(Trace t) {
    for (int i = 0; i < 8; i++) {
      if ((i & 1) == 0) {
        if (await(t.later((i & 2) == 0))) {
          if ((i & 4) == 0) t.log("000");
          else await(t.later("100"));
        } else if (await(t.later((i & 4) == 0))) t.log("010");
        else t.log("110");
      } else {
        if ((i & 2) == 0) await(t.later("x01"));
        else {
          t.log("x11");
          if (await(t.later((i & 4) == 0))) {
          } else await(t.later("111"));
        }
      }
    }
    return Coroutine.of("end");
  }

  // catalogue 77
  default Coroutine<Object> danglingElse(Trace t) {
    for (int i = 0; i < 3; i++)
      if (i > 0)
        if (await(t.later(i > 1))) t.log("2");
        else t.log("1");
    return Coroutine.of("end");
  }

  // catalogue 77
  default Coroutine<Object> returnsInBranches(Trace t) {
    if (await(t.later(true))) {
      if (await(t.later(false))) return Coroutine.of(1);
      else return Coroutine.of(await(t.later(2)));
    } else return Coroutine.of(3);
  }

  default Coroutine<Object> throwInBranch(Trace t) {
    int x;
    if (await(t.later(true))) x = await(t.later(1));
    else throw new IllegalStateException();
    return Coroutine.of(x);
  }

  default Coroutine<Object> constantConditions(Trace t) {
    if (true) await(t.later(1));
    if (false) await(t.later(2));
    else t.log("else");
    final boolean debug = false;
    if (debug) {
      await(t.later(3));
    }
    return Coroutine.of("end");
  }
}
