package corpus.classes;

import static dev.fermata.asyncio.Asyncio.await;

import dev.fermata.Async;
import dev.fermata.asyncio.Coroutine;
import oracle.Trace;

// run: support
/** The superclass. */
@Async
class OverriddenBase<T> {
  private int calls;

  public Coroutine<T> step(Trace t, T x) {
    calls++;
    t.log("base", calls);
    return Coroutine.of(await(t.later(x)));
  }

  protected Coroutine<Integer> guarded(Trace t) {
    return Coroutine.of(await(t.later(calls)));
  }

  Coroutine<Object> template(Trace t) {
    t.log(await(guarded(t)));
    return Coroutine.of(await(step(t, null)));
  }
}
