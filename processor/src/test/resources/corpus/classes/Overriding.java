package corpus.classes;

import static dev.fermata.asyncio.Asyncio.await;

import dev.fermata.Async;
import dev.fermata.asyncio.Coroutine;
import oracle.Trace;

/** Coroutine functions that override one of a superclass and call it. */
@Async
class Overriding extends OverriddenBase<String> {
  @Override
  public Coroutine<String> step(Trace t, String x) {
    t.log("before");
    String result = await(super.step(t, x + "!"));
    t.log("after");
    return Coroutine.of(result + x);
  }

  @Override
  protected Coroutine<Integer> guarded(Trace t) {
    return super.guarded(t);
  }

  public Coroutine<Object> calls(Trace t) {
    return Coroutine.of(await(step(t, "a")) + await(super.step(t, "b")) + await(guarded(t)));
  }

  public Coroutine<Object> inherited(Trace t) {
    return Coroutine.of(await(template(t)));
  }
}
