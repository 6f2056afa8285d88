package corpus.refused;

import static dev.fermata.asyncio.Asyncio.await;

import dev.fermata.Async;
import dev.fermata.asyncio.Coroutine;
import oracle.Trace;

/** A monitor cannot be held while the coroutine is left. */
@Async
interface Synchronized {
  // catalogue 109
  default Coroutine<Object> inBlock(Trace t) {
    synchronized (t) {
      t.log("locked");
      await(t.later(1)); // refused: await-in-synchronized
    }
    synchronized (await(t.later(t))) {
      t.log("here it may stand");
    }
    return Coroutine.of("end");
  }

  // catalogue 109
  default Coroutine<Object> nested(Trace t) {
    synchronized (t) {
      if (t.v(true)) {
        synchronized (this) {
          while (await(t.later(false))); // refused: await-in-synchronized
        }
      }
    }
    return Coroutine.of("end");
  }
}
