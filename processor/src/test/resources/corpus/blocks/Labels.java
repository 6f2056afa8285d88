package corpus.blocks;

import static dev.fermata.asyncio.Asyncio.await;

import dev.fermata.Async;
import dev.fermata.asyncio.Coroutine;
import oracle.Trace;

/** Breaks out of labelled statements that are no loops. */
@Async
interface Labels {
  // catalogue 13
  default Coroutine<Object> block(Trace t) {
    out: {
      t.log("in");
      if (await(t.later(true))) break out;
      t.log("not here");
    }
    return Coroutine.of("end");
  }

  // catalogue 13
  default Coroutine<Object> nestedBlocks(Trace t) {
    a: {
      b: {
        if (await(t.later(1)) == 1) break a;
        t.log("not here");
      }
      t.log("nor here");
    }
    c: {
      d: {
        if (await(t.later(1)) == 1) break d;
      }
      t.log("here");
      await(t.later(2));
    }
    return Coroutine.of("end");
  }

  // catalogue 13
  default Coroutine<Object> labelledIf(Trace t) {
    a:
    if (await(t.later(true))) {
      await(t.later(1));
      if (t.v(true)) break a;
      t.log("not here");
    } else {
      t.log("nor here");
    }
    return Coroutine.of("end");
  }

  // catalogue 13
  default Coroutine<Object> labelledTry(Trace t) {
    a:
    try {
      await(t.later(1));
      if (t.v(true)) break a;
      t.log("not here");
    } finally {
      await(t.later(2));
      t.log("finally");
    }
    return Coroutine.of("end");
  }

  // catalogue 13
  default Coroutine<Object> labelledSwitch(Trace t) {
    a:
    switch (await(t.later(1))) {
      case 1:
        if (await(t.later(true))) break a;
      default:
        t.log("not here");
    }
    return Coroutine.of("end");
  }

  // catalogue 13
  default Coroutine<Object> labelledExpression(Trace t) {
    a:
    await(t.later(1));
    b:
    c:
    t.log(await(t.later(2)));
    return Coroutine.of("end");
  }

  // catalogue 13
  default Coroutine<Object> labelNamedLikeVariable(Trace t) {
    int t1 = 0;
    t1:
    while (true) {
      t1 = await(t.later(t1 + 1));
      if (t1 > 2) break t1;
    }
    return Coroutine.of(t1);
  }

  // catalogue 72
  default Coroutine<Object> reusedLabels(Trace t) {
    a:
    for (int i = 0; i < 2; i++) {
      await(t.later(i));
      continue a;
    }
    a: {
      if (await(t.later(true))) break a;
    }
    a:
    while (await(t.later(false))) {
      break a;
    }
    return Coroutine.of("end");
  }

  default Coroutine<Object> synchronizedBlock(Trace t) {
    Object lock = new Object();
    int x = await(t.later(1));
    synchronized (lock) {
      x++;
      t.log("locked", Thread.holdsLock(lock));
    }
    await(t.later(x));
    t.log("locked", Thread.holdsLock(lock));
    out: {
      synchronized (lock) {
        if (x == 2) break out;
      }
      t.log("not here");
    }
    synchronized (lock) {
      return Coroutine.of(x);
    }
  }

  default Coroutine<Object> synchronizedOnAwaited(Trace t) {
    Object lock = await(t.later(new StringBuilder("lock")));
    synchronized (lock) {
      t.log(Thread.holdsLock(lock));
    }
    return Coroutine.of("end");
  }
}
