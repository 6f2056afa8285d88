package corpus.inheritance;

import static dev.fermata.asyncio.Asyncio.await;

import dev.fermata.Async;
import dev.fermata.asyncio.Coroutine;
import oracle.Trace;

/** Abstract methods for users to implement, among them coroutine functions. */
@Async
interface Abstract {
  int factor();
  Coroutine<Integer> source(Trace t);
  default Coroutine<Integer> product(Trace t) {
    int x = await(source(t));
    return Coroutine.of(x * factor() + await(t.later(1)));
  }

  default Coroutine<Object> usesAbstract(Trace t) {
    return Coroutine.of(await(product(t)));
  }

  class Impl extends AbstractAsync {
    @Override
    public int factor() {
      return 6;
    }

    @Override
    public Coroutine<Integer> source(Trace t) {
      t.log("source");
      return t.coro(7);
    }
  }
}
