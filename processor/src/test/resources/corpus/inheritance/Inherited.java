package corpus.inheritance;

import static dev.fermata.asyncio.Asyncio.await;

import dev.fermata.Async;
import dev.fermata.asyncio.Coroutine;
import oracle.Trace;

/** Coroutine functions inherited from other @Async types, overridden, combined. */
@Async
interface Inherited extends InheritedBase, InheritedOther<String> {
  default Coroutine<Object> usesInherited(Trace t) {
    return Coroutine.of(await(base(t, await(t.later(1)))) + await(other(t, "o")).length());
  }

  @Override
  default Coroutine<Integer> overridden(Trace t, int x) {
    t.log("Inherited.overridden");
    return Coroutine.of(await(t.later(x)) + 1000);
  }

  default Coroutine<Object> usesOverridden(Trace t) {
    return Coroutine.of(await(callsOverridden(t, await(t.later(1)))));
  }

  @Override
  default Coroutine<String> both(Trace t) {
    return Coroutine.of(await(t.later("overrides both")));
  }

  default Coroutine<Object> diamond(Trace t) {
    return Coroutine.of(await(both(t)));
  }
}
