package corpus.inheritance;

import static dev.fermata.asyncio.Asyncio.await;

import dev.fermata.Async;
import dev.fermata.asyncio.Coroutine;
import oracle.Trace;

// run: support
/** The more general function. */
@Async
interface CovariantBase<T extends Number> {
  default Coroutine<T> make(Trace t, T x) {
    T y = await(t.later(x));
    return Coroutine.of(y);
  }
}
