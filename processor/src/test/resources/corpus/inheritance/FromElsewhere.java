package corpus.inheritance;

import static dev.fermata.asyncio.Asyncio.await;

import corpus.inheritance.elsewhere.Elsewhere;
import dev.fermata.Async;
import dev.fermata.asyncio.Coroutine;
import library.Shelf;
import oracle.Trace;

/** Inherited from another package, and from a library that was compiled before. */
@Async
public interface FromElsewhere extends Elsewhere, Shelf<String> {
  default Coroutine<Object> otherPackage(Trace t) {
    return Coroutine.of(await(elsewhere(t, await(t.later(1)))) + elsewherePlain());
  }

  default Coroutine<Object> library(Trace t) {
    return Coroutine.of(await(put(t, "x", await(t.later(2)))) + await(put(t, "y", 1)));
  }

  @Override
  default Coroutine<Integer> replaced(Trace t) {
    t.log("replaced");
    return Coroutine.of(await(t.later(5)));
  }

  default Coroutine<Object> overriddenFromLibrary(Trace t) {
    return Coroutine.of(await(viaReplaced(t)) + await(replaced(t)));
  }
}
