package corpus.refused;

import static dev.fermata.asyncio.Asyncio.await;

import dev.fermata.Async;
import dev.fermata.asyncio.Coroutine;
import oracle.Trace;

/** Variables of anonymous classes, which javac cannot compile once they are attributed. */
@Async
interface NamelessTypes {
  default Coroutine<Object> varOfAnonymous(Trace t) {
    var o = new Object() { // refused: nameless-type
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

  default Coroutine<Object> parameterOfALambda(Trace t) {
    java.util.stream.Stream.of(await(t.later(1)))
        .map(x -> new Object() {
          int n = x;
        })
        .forEach(o -> t.log(o.n)); // refused: nameless-type
    return Coroutine.of("end");
  }

  default void inAnOrdinaryMethod() {
    var o = new Object() {}; // refused: nameless-type
    o.hashCode();
  }
}
