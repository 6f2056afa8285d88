package corpus.refused;

import static dev.fermata.asyncio.Asyncio.await;

import dev.fermata.Async;
import dev.fermata.asyncio.Coroutine;
import oracle.Trace;

/** A coroutine is awaited where it is returned, and null is none. */
@Async
interface ReturnsNull {
  default Coroutine<Object> nothing(Trace t) {
    await(t.later(1));
    return null; // refused: return-null
  }
}
