package corpus.refused;

import static dev.fermata.asyncio.Asyncio.await;

import dev.fermata.Async;
import dev.fermata.asyncio.Coroutine;
import oracle.Trace;

/** No @Async type at all. */
interface Outside {
  default Coroutine<Integer> run(Trace t) {
    int x = await(t.later(1)); // refused: await-outside-async
    return Coroutine.of(x);
  }
}
