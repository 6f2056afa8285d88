package corpus.blocks;

import static dev.fermata.asyncio.Asyncio.await;

import dev.fermata.Async;
import dev.fermata.asyncio.Coroutine;
import oracle.Trace;

/** One statement after the other. */
@Async
interface Straight {
  default Coroutine<Object> one(Trace t) {
    int x = await(t.later(1));
    t.log("x", x);
    return Coroutine.of(x + 1);
  }
}
