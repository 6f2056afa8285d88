package corpus.names;

import static dev.fermata.asyncio.Asyncio.await;

import dev.fermata.Async;
import dev.fermata.asyncio.Coroutine;
import oracle.Trace;

/** Variables and members named like what a generator might use. */
@Async
interface UserNames {
  // catalogue 94
  default Coroutine<Object> locals(Trace t) {
    int state = await(t.later(1)), sent = await(t.later(2)), thrown = await(t.later(3)), driver = await(t.later(4)), self = await(t.later(5)), result = await(t.later(6));
    int caller = 7, step = 8, clear = 9, location = 10, value = 11, label = 12, pending = 13, kind = 14;
    await(t.later(0));
    return Coroutine.of(state + sent + thrown + driver + self + result + caller + step + clear + location + value + label + pending + kind);
  }

  // catalogue 94
  default Coroutine<Object> parameters(Trace state, int sent, String thrown, Object driver, Object self) {
    int x = await(state.later(sent));
    await(state.later(x));
    return Coroutine.of(thrown + driver + self + x);
  }

  // catalogue 94
  default Coroutine<Object> parameterNames(Trace t) {
    return parameters(t, 1, "a", 'b', null);
  }

  // catalogue 94
  default Coroutine<Object> dollarsAndUnderscores(Trace t) {
    int $ = await(t.later(1)), _a = await(t.later(2)), a$1 = await(t.later(3)), x1 = await(t.later(4)), x = await(t.later(5)), x2 = await(t.later(6));
    int t1 = 1, t2 = 2, temp = 3, operand = 4, saved = 5;
    await(t.later($));
    {
      int x3 = x + x1 + x2;
      await(t.later(x3));
    }
    return Coroutine.of($ + _a + a$1 + x1 + x + t1 + t2 + temp + operand + saved);
  }

  // catalogue 94
  default Coroutine<Object> dollars(Trace t, int $L, String $T, Object... a$W) {
    int x = await(t.later($L));
    await(t.later($T));
    return Coroutine.of(x + $T + a$W.length);
  }

  // catalogue 94
  default Coroutine<Object> dollarsInParameters(Trace t) {
    return dollars(t, 1, "a", 'b', 'c');
  }

  // catalogue 94
  default Coroutine<Object> labels(Trace t) {
    loop:
    for (int loop = 0; loop < 3; loop++) {
      machine:
      while (true) {
        if (await(t.later(loop)) == 1) continue loop;
        break machine;
      }
    }
    next: {
      if (await(t.later(true))) break next;
    }
    return Coroutine.of("end");
  }

  // catalogue 94
  default Coroutine<Integer> step(int driver) {
    return Coroutine.of(driver + 1);
  }

  default Coroutine<Integer> clear(Trace t) {
    return Coroutine.of(await(t.later(2)));
  }

  default Coroutine<Integer> location(Trace t, int state) {
    return Coroutine.of(await(t.later(state)));
  }

  default int illegalState() {
    return 5;
  }

  default boolean bound(Object o) {
    return o != null;
  }

  // catalogue 94
  default Coroutine<Object> methodsNamedLikeOurs(Trace t) {
    return Coroutine.of(await(step(await(t.later(1)))) + await(clear(t)) + await(location(t, 3)) + illegalState() + (bound(await(t.later("x"))) ? 1 : 0));
  }

  class SUSPENDED {}
  class Driver {
    int drive = 3;
  }

  class AsyncFrame {
    int frame = 4;
  }

  class Throwable_ extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  // catalogue 94
  default Coroutine<Object> typesNamedLikeOurs(Trace t) {
    Object o = new SUSPENDED();
    await(t.later(0));
    return Coroutine.of(new Driver().drive + await(t.later(new AsyncFrame().frame)) + o.getClass().getSimpleName());
  }

  default Coroutine<Object> captureNames(Trace t) {
    int self = await(t.later(1));
    int x = await(t.later(2));
    Runnable r = () -> t.log(self + x);
    await(t.later(0));
    r.run();
    return Coroutine.of("end");
  }

  default Coroutine<Object> methodNamedAwait(Trace t) {
    return Coroutine.of(this.<Integer>await_(await(t.later(1))));
  }

  default <X> X await_(X x) {
    return x;
  }
}
