package corpus.refused;

import dev.fermata.Async;
import dev.fermata.asyncio.Coroutine;
import oracle.Trace;

/** A returned coroutine is awaited where it is returned: with the monitor held. */
@Async
interface ReturnInSynchronized {
  default Coroutine<Object> returnCoroutine(Trace t) {
    synchronized (t) {
      return t.coro(1); // refused: await-in-synchronized
    }
  }
}
