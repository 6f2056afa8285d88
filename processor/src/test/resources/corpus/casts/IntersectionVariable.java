package corpus.casts;

import static dev.fermata.asyncio.Asyncio.await;

import dev.fermata.Async;
import dev.fermata.asyncio.Coroutine;
import oracle.Trace;

/** A variable of an intersection type that lives across an await: its type cannot be written. */
@Async
interface IntersectionVariable {
  // catalogue 131
  default Coroutine<Object> acrossAwait(Trace t) {
    Runnable r = () -> t.log("ran");
    var both = (Runnable & java.io.Serializable) await(t.later((Runnable & java.io.Serializable) r::run));
    await(t.later(2)); // refused: unsupported-construct
    both.run();
    return Coroutine.of("end");
  }
}
