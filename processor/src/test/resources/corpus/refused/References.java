package corpus.refused;

import dev.fermata.Async;
import dev.fermata.asyncio.Asyncio;
import dev.fermata.asyncio.Awaitable;
import dev.fermata.asyncio.Coroutine;
import java.util.function.Function;
import oracle.Trace;

/** await as a method reference. */
@Async
interface References {
  default Coroutine<Object> function(Trace t) {
    Function<Awaitable<Integer>, Integer> f = Asyncio::await; // refused: await-reference
    return Coroutine.of(f.apply(t.later(1)));
  }
}
