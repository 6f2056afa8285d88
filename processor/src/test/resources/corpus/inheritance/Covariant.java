package corpus.inheritance;

import static dev.fermata.asyncio.Asyncio.await;

import dev.fermata.Async;
import dev.fermata.asyncio.Coroutine;
import oracle.Trace;

/** An overriding function with a more special result, and bridges. */
@Async
interface Covariant extends CovariantBase<Integer> {
  @Override
  default Coroutine<Integer> make(Trace t, Integer x) {
    return Coroutine.of(await(t.later(x)) + 1);
  }

  default Coroutine<Object> viaBase(Trace t) {
    CovariantBase<Integer> b = this;
    Number n = await(b.make(t, 5));
    return Coroutine.of(n.intValue() + await(make(t, 6)));
  }
}
