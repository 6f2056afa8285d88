package corpus21.patterns;

import static dev.fermata.asyncio.Asyncio.await;

import dev.fermata.Async;
import dev.fermata.asyncio.Coroutine;
import oracle.Trace;

/** Library types of newer JDKs, used in bodies. */
@Async
interface Sequenced {
  default Coroutine<Object> sequenced(Trace t) {
    java.util.List<Integer> l = new java.util.ArrayList<>(java.util.List.of(1, 2, 3));
    l.addFirst(await(t.later(0)));
    return Coroutine.of(l.reversed().getFirst() + await(t.later(l.getLast())));
  }
}
