package corpus.members;

import static dev.fermata.asyncio.Asyncio.await;

import dev.fermata.Async;
import dev.fermata.asyncio.Coroutine;
import oracle.Trace;

/** What a class in another file cannot name. */
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
    int a = s.x;
    s.x = await(t.later(2));
    return Coroutine.of(a + s.get());
  }
}
