package corpus.casts;

import static dev.fermata.asyncio.Asyncio.await;

import dev.fermata.Async;
import dev.fermata.asyncio.Coroutine;
import oracle.Trace;

/** Casts of awaited values and of operands before an await. */
@Async
interface Casts {
  // catalogue 49
  default Coroutine<Object> primitives(Trace t) {
    t.log((byte) (int) await(t.later(300)));
    t.log((int) (double) await(t.later(2.9)));
    t.log((long) await(t.later(1.5f)).floatValue());
    t.log((char) (await(t.later(65)) + 1));
    t.log((short) await(t.later(70000)).intValue());
    t.log((int) await(t.later('c')));
    t.log((double) await(t.later(1)) / 2);
    t.log((int) Double.NaN + await(t.later(0)));
    return Coroutine.of("end");
  }

  // catalogue 49
  default Coroutine<Object> references(Trace t) {
    Object o = await(t.later((Object) "text"));
    String s = (String) o;
    t.log(((String) await(t.later(o))).length());
    t.log((Object) await(t.later("x")));
    t.log((Comparable<?>) await(t.later("x")));
    @SuppressWarnings("unchecked")
    java.util.List<String> l = (java.util.List<String>) (java.util.List<?>) await(t.later(java.util.List.of("a")));
    return Coroutine.of(s + l);
  }

  // catalogue 49
  default Coroutine<Object> failing(Trace t) {
    try {
      t.log((Integer) await(t.later((Object) "text")));
    } catch (ClassCastException e) {
      t.log(e);
    }
    try {
      Object o = "x";
      t.log(java.util.Arrays.asList((Integer) o, await(t.later(1))));
    } catch (ClassCastException e) {
      t.log(e);
    }
    return Coroutine.of("end");
  }

  default Coroutine<Object> boxing(Trace t) {
    Object o = (Object) await(t.later(1));
    Integer i = (Integer) await(t.later(1));
    long l = (long) (int) await(t.later(5));
    Object p = (long) await(t.later(6)).intValue();
    int unboxed = (int) await(t.later((Object) 7));
    return Coroutine.of("" + o + i + l + p + unboxed);
  }

  default Coroutine<Object> unboxNull(Trace t) {
    try {
      int x = (int) await(t.later((Integer) null));
    } catch (NullPointerException e) {
      t.log(e);
    }
    t.log((Integer) await(t.later(null)));
    return Coroutine.of("end");
  }

  // catalogue 131
  default Coroutine<Object> intersection(Trace t) {
    Runnable r = (Runnable & java.io.Serializable) () -> t.log("ran");
    await(t.later(1));
    r.run();
    t.log(r instanceof java.io.Serializable);
    return Coroutine.of("end");
  }

  default Coroutine<Object> lambdaCast(Trace t) {
    Object f = (java.util.function.IntUnaryOperator) x -> x + 1;
    return Coroutine.of(((java.util.function.IntUnaryOperator) await(t.later(f))).applyAsInt(await(t.later(2))));
  }

  // catalogue 60
  default Coroutine<Object> uncheckedGeneric(Trace t) {
    Object o = await(t.later(java.util.List.of("s")));
    @SuppressWarnings("unchecked")
    java.util.List<Integer> wrong = (java.util.List<Integer>) o;
    try {
      int x = wrong.get(0) + await(t.later(1));
    } catch (ClassCastException e) {
      t.log("heap pollution found");
    }
    return Coroutine.of("end");
  }
}
