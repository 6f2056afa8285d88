package corpus.refused;

import static dev.fermata.asyncio.Asyncio.await;

import dev.fermata.Async;
import dev.fermata.asyncio.Coroutine;
import oracle.Trace;

/** Subclasses of local classes that capture, out of reach of the scope of these. */
@Async
interface LocalSubclasses {
  default Coroutine<Object> inAStatement(Trace t) {
    int k = await(t.later(1));
    class Local {
      int n = k;
    }
    await(t.later(0));
    if (k > 0) {
      class Other extends Local {} // refused: local-type-capture
      t.log(new Other().n);
    }
    return Coroutine.of("end");
  }
}
