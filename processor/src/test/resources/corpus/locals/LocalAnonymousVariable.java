package corpus.locals;

import static dev.fermata.asyncio.Asyncio.await;

import dev.fermata.Async;
import dev.fermata.asyncio.Coroutine;
import oracle.Trace;

/** Local types used across awaits. */
@Async
interface LocalAnonymousVariable {
  default Coroutine<Object> varOfAnonymous(Trace t) {
    var o = new Object() { // refused: unsupported-construct
      int n = 1;

      int twice() {
        return n * 2;
      }
    };
    t.log(o.twice());
    o.n = 5;
    await(t.later(0));
    t.log(o.twice());
    return Coroutine.of("end");
  }
}
