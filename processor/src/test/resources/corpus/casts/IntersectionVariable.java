package corpus.casts;

import static dev.fermata.asyncio.Asyncio.await;

import dev.fermata.Async;
import dev.fermata.asyncio.Coroutine;
import oracle.Trace;

/** A variable of an intersection type, which cannot be written, lives across an await. */
@Async
interface IntersectionVariable {
  // catalogue 131
  default Coroutine<Object> acrossAwait(Trace t) {
    Runnable r = () -> t.log("ran");
    var both = (Runnable & java.io.Serializable) await(t.later((Runnable & java.io.Serializable) r::run));
    await(t.later(2));
    both.run();
    return Coroutine.of("end");
  }
}
