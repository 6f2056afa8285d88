package corpus.asserts;

import static dev.fermata.asyncio.Asyncio.await;

import dev.fermata.Async;
import dev.fermata.asyncio.Coroutine;
import oracle.Trace;

// run: assertions off
/** assert: nothing in it runs when assertions are off. */
@Async
interface Asserts {
  // catalogue 138
  default Coroutine<Object> condition(Trace t) {
    assert await(t.later(true));
    assert t.v(true) && await(t.later(true));
    return Coroutine.of(await(t.later(0)));
  }

  // catalogue 138
  default Coroutine<Object> failing(Trace t) {
    try {
      assert await(t.later(false));
    } catch (AssertionError e) {
      t.log(e);
    }
    return Coroutine.of(await(t.later(0)));
  }

  // catalogue 138
  default Coroutine<Object> message(Trace t) {
    try {
      assert t.v(false) : await(t.later("message")) + await(t.later(2));
    } catch (AssertionError e) {
      t.log(e);
    }
    assert t.v(true) : await(t.later("not evaluated"));
    return Coroutine.of(await(t.later(0)));
  }

  // catalogue 138
  default Coroutine<Object> both(Trace t) {
    try {
      assert await(t.later(1)) > await(t.later(2)) : await(t.later("both"));
    } catch (AssertionError e) {
      t.log(e);
    }
    return Coroutine.of(await(t.later(0)));
  }

  // catalogue 138
  default Coroutine<Object> withoutAwait(Trace t) {
    await(t.later(0));
    try {
      assert t.v(false) : "plain";
    } catch (AssertionError e) {
      t.log(e);
    }
    return Coroutine.of(await(t.later(0)));
  }

  // catalogue 138
  default Coroutine<Object> messageTypes(Trace t) {
    try {
      assert await(t.later(false)) : await(t.later('c'));
    } catch (AssertionError e) {
      t.log(e);
    }
    try {
      assert await(t.later(false)) : await(t.later(new IllegalStateException("cause")));
    } catch (AssertionError e) {
      t.log(e);
      t.log(e.getCause());
    }
    return Coroutine.of(await(t.later(0)));
  }

  default Coroutine<Object> effects(Trace t) {
    int x = 1;
    assert (x = await(t.later(2))) == 2;
    return Coroutine.of(x + await(t.later(0)));
  }
}
