package corpus.inheritance.elsewhere;

import static dev.fermata.asyncio.Asyncio.await;

import dev.fermata.Async;
import dev.fermata.asyncio.Coroutine;
import oracle.Trace;

/** Another package. */
@Async
public interface Elsewhere {
  default Coroutine<Integer> elsewhere(Trace t, int x) {
    return Coroutine.of(secret(await(t.later(x))) + await(more(t)));
  }

  private Coroutine<Integer> more(Trace t) {
    return Coroutine.of(await(t.later(7)));
  }

  private int secret(int x) {
    return x * 3;
  }

  default int elsewherePlain() {
    return 1000;
  }

  default Coroutine<Object> here(Trace t) {
    return Coroutine.of(await(elsewhere(t, 2)));
  }
}
