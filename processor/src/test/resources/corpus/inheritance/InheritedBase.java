package corpus.inheritance;

import static dev.fermata.asyncio.Asyncio.await;

import dev.fermata.Async;
import dev.fermata.asyncio.Coroutine;
import oracle.Trace;

/** What Inherited inherits. */
@Async
interface InheritedBase {
  default Coroutine<Object> inBase(Trace t) {
    return Coroutine.of(await(base(t, 5)) + plain(await(t.later(1))));
  }

  default Coroutine<Integer> base(Trace t, int x) {
    return Coroutine.of(await(t.later(x)) + 10);
  }

  default Coroutine<Integer> overridden(Trace t, int x) {
    t.log("InheritedBase.overridden");
    return Coroutine.of(await(t.later(x)) + 100);
  }

  default Coroutine<Integer> callsOverridden(Trace t, int x) {
    return overridden(t, x);
  }

  default int plain(int x) {
    return x + 1;
  }

  default Coroutine<String> both(Trace t) {
    return Coroutine.of(await(t.later("base")));
  }
}
