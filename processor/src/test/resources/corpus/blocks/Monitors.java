package corpus.blocks;

import static dev.fermata.asyncio.Asyncio.await;

import dev.fermata.Async;
import dev.fermata.asyncio.Coroutine;
import oracle.Box;
import oracle.Trace;

/** synchronized, whose lock may be awaited before it is taken. */
@Async
interface Monitors {
  // catalogue 109
  default Coroutine<Object> awaitedLock(Trace t) {
    Box b = new Box(1);
    synchronized (await(t.later(b))) {
      t.log(Thread.holdsLock(b));
    }
    t.log(Thread.holdsLock(b));
    for (int i = 0; i < 3; i++) {
      int n = await(t.later(i));
      synchronized (n == 0 ? b : await(t.later(t))) {
        if (n == 1) continue;
        t.log(n);
        if (n == 2) break;
      }
    }
    return Coroutine.of(Thread.holdsLock(b) || Thread.holdsLock(t));
  }

  // catalogue 109
  default Coroutine<Object> leaving(Trace t) {
    try {
      synchronized (((Object) await(t.later(t)))) {
        return Coroutine.of(Thread.holdsLock(t));
      }
    } finally {
      t.log(Thread.holdsLock(t));
      await(t.later("finally"));
    }
  }

  // catalogue 109
  default Coroutine<Object> noLock(Trace t) {
    try {
      synchronized (await(t.later((Box) null))) {
        t.log("not here");
      }
    } catch (NullPointerException e) {
      t.log(e);
    }
    return Coroutine.of("end");
  }
}
