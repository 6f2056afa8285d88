package corpus.locals;

import static dev.fermata.asyncio.Asyncio.await;

import dev.fermata.Async;
import dev.fermata.asyncio.Coroutine;
import oracle.Trace;

/** Local types used across awaits. */
@Async
interface LocalAnonymousVariable {
  default Coroutine<Object> varOfAnonymous(Trace t) {
    var o = new Object() {
      int n = 1;

      int twice() {
        return n * 2;
      }
    };
    t.log(o.twice());
    o.n = 5;
    t.log(o.twice());
    await(t.later(0));
    return Coroutine.of("end");
  }
}
