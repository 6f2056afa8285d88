package corpus.refused;

import static dev.fermata.asyncio.Asyncio.await;

import dev.fermata.Async;
import dev.fermata.asyncio.Coroutine;
import oracle.Trace;

/** A type in a body that is named like the file around all machines. */
@Async
interface LocalTypeNames {
  default Coroutine<Object> local(Trace t) {
    record LocalTypeNamesCoroutines(int x) {} // refused: type-name
    return Coroutine.of(new LocalTypeNamesCoroutines(await(t.later(1))));
  }

  default Coroutine<Object> inside(Trace t) {
    Object o = new Object() {
      class LocalTypeNamesCoroutines {} // refused: type-name
    };
    return Coroutine.of(await(t.later(o)));
  }
}
