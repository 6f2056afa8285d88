package corpus.inheritance;

import static dev.fermata.asyncio.Asyncio.await;

import dev.fermata.Async;
import dev.fermata.asyncio.Coroutine;
import oracle.Trace;

/** Interface.super.m(), which code in another class cannot say. */
@Async
interface SuperCalls extends InheritedBase, InheritedOther<String> {
  // catalogue 134
  default Coroutine<Object> superCall(Trace t) {
    t.log(await(InheritedBase.super.overridden(t, 1)));
    int x = await(t.later(2));
    return Coroutine.of(InheritedBase.super.plain(x));
  }

  @Override
  default Coroutine<String> both(Trace t) {
    String a = await(InheritedBase.super.both(t));
    return Coroutine.of(a + await(InheritedOther.super.both(t)));
  }
}
