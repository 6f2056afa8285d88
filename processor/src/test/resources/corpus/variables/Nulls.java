package corpus.variables;

import static dev.fermata.asyncio.Asyncio.await;

import dev.fermata.Async;
import dev.fermata.asyncio.Coroutine;
import oracle.Trace;

/** Variables and operands that are null, always or at joins. */
@Async
interface Nulls {
  // catalogue 85
  default Coroutine<Object> alwaysNull(Trace t) {
    String s = null;
    await(t.later(1));
    t.log(s);
    Object o = s;
    await(t.later(2));
    return Coroutine.of(o);
  }

  // catalogue 85
  default Coroutine<Object> nullOperand(Trace t) {
    t.log(String.valueOf((Object) null) + await(t.later(1)));
    String s = null;
    t.log(s + await(t.later("x")));
    s += await(t.later("y"));
    t.log(s);
    t.log(null + await(t.later("z")));
    return Coroutine.of("end");
  }

  // catalogue 85
  default Coroutine<Object> nullArgument(Trace t) {
    t.log(java.util.Arrays.asList(null, await(t.later(1)), null));
    t.log(java.util.Objects.equals(null, await(t.later(null))));
    return Coroutine.of("end");
  }

  // catalogue 85
  default Coroutine<Object> nullThenPrimitive(Trace t) {
    String s = null;
    if (await(t.later(true))) {
      t.log(s);
    }
    int i = 5;
    await(t.later(i));
    return Coroutine.of(i);
  }

  // catalogue 27
  default Coroutine<Object> nullOrObjectAtJoin(Trace t) {
    for (int i = 0; i < 2; i++) {
      StringBuilder s = null;
      try {
        if (await(t.later(i == 0))) {
          s = new StringBuilder("made");
        }
        await(t.later(2));
      } finally {
        t.log(s);
        await(t.later(3));
        t.log(s);
      }
    }
    return Coroutine.of("end");
  }

  // catalogue 85
  default Coroutine<Object> nullArray(Trace t) {
    int[] a = null;
    await(t.later(1));
    try {
      t.log(a.length);
    } catch (NullPointerException e) {
      t.log(e);
    }
    a = new int[] {await(t.later(4))};
    return Coroutine.of(a);
  }

  // catalogue 85 120
  default Coroutine<Object> unboxNull(Trace t) {
    Integer n = null;
    await(t.later(1));
    try {
      int i = n;
      t.log("not here", i);
    } catch (NullPointerException e) {
      t.log(e);
    }
    try {
      int i = await(t.later((Integer) null));
      t.log("nor here", i);
    } catch (NullPointerException e) {
      t.log(e);
    }
    return Coroutine.of("end");
  }
}
