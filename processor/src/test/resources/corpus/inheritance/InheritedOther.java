package corpus.inheritance;

import static dev.fermata.asyncio.Asyncio.await;

import dev.fermata.Async;
import dev.fermata.asyncio.Coroutine;
import oracle.Trace;

/** What Inherited inherits too, generic. */
@Async
interface InheritedOther<T> {
  default Coroutine<T> other(Trace t, T x) {
    T y = await(t.later(x));
    return Coroutine.of(y);
  }

  default Coroutine<String> both(Trace t) {
    return Coroutine.of(await(t.later("other")));
  }

  default Coroutine<Object> inOther(Trace t) {
    return Coroutine.of(await(both(t)));
  }
}
