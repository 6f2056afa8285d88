package corpus.refused;

import static dev.fermata.asyncio.Asyncio.await;

import dev.fermata.Async;
import dev.fermata.asyncio.Coroutine;
import oracle.Trace;

/** What a class in another file cannot reach. */
@Async
interface PrivateReach {
  // catalogue 100
  class Secret {
    private int x = 1;

    private int get() {
      return x;
    }
  }

  // catalogue 100
  default Coroutine<Object> privateField(Trace t) {
    Secret s = new Secret();
    int a = s.x; // refused: out-of-reach
    s.x = await(t.later(2)); // refused: out-of-reach
    return Coroutine.of(a + s.get()); // refused: out-of-reach
  }
}
