package corpus.refused;

import static dev.fermata.asyncio.Asyncio.await;

import dev.fermata.Async;
import dev.fermata.asyncio.Coroutine;
import oracle.Trace;

/** The same in an interface. */
@Async
interface InterfaceMembers {
  // catalogue 110
  int F = await(Coroutine.of(2)); // refused: await-in-initializer
  static Coroutine<Integer> staticMethod(Trace t) {
    int x = await(t.later(5)); // refused: await-in-static
    return Coroutine.of(x);
  }

  default int ordinary(Trace t) {
    return await(t.later(6)); // refused: await-in-method
  }
}
