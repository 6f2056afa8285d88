package corpus.booleans;

import static dev.fermata.asyncio.Asyncio.await;

import dev.fermata.Async;
import dev.fermata.asyncio.Coroutine;
import oracle.Box;
import oracle.Trace;

/** c ? a : b with awaits in each part, and its type. */
@Async
interface Conditional {
  // catalogue 57
  default Coroutine<Object> condition(Trace t) {
    t.log(await(t.later(true)) ? "a" : "b");
    t.log(await(t.later(false)) ? t.v(1) : t.v(2));
    return Coroutine.of("end");
  }

  // catalogue 57
  default Coroutine<Object> branches(Trace t) {
    for (int i = 0; i < 2; i++) {
      boolean b = i == 0;
      t.log(b ? await(t.later(1)) : await(t.later(2)));
      t.log(b ? await(t.later("a")) : "b");
      t.log(b ? "a" : await(t.later("b")));
      t.log(t.v(1) + (b ? await(t.later(10)) : t.v(20)) + t.v(2));
    }
    return Coroutine.of("end");
  }

  // catalogue 126
  default Coroutine<Object> mixedBoxing(Trace t) {
    for (int i = 0; i < 2; i++) {
      boolean b = i == 0;
      Integer n = null;
      try {
        t.log(await(t.later(b)) ? 1 : n);
      } catch (NullPointerException e) {
        t.log(e);
      }
      Integer m = await(t.later(b)) ? Integer.valueOf(5) : (Integer) null;
      t.log(m);
      Object o = await(t.later(b)) ? 1 : "s";
      t.log(o);
      Object p = await(t.later(b)) ? 1 : 2.0;
      t.log(p);
      Object q = await(t.later(b)) ? (Object) 1 : 2.0;
      t.log(q);
      Object c = await(t.later(b)) ? 'a' : 0;
      t.log(c);
      int zero = 0;
      Object d = await(t.later(b)) ? 'a' : zero;
      t.log(d);
      Object e = await(t.later(b)) ? await(t.later(1)) : await(t.later('c'));
      t.log(e);
      Object l = await(t.later(b)) ? Integer.valueOf(1) : Long.valueOf(2);
      t.log(l);
    }
    return Coroutine.of("end");
  }

  // catalogue 126
  default Coroutine<Object> numericPromotion(Trace t) {
    boolean b = await(t.later(true));
    byte x = 1;
    short s = 2;
    Object o = b ? x : s;
    await(t.later(0));
    t.log(o.getClass());
    Object p = await(t.later(b)) ? x : 100;
    t.log(p.getClass());
    Object q = await(t.later(b)) ? x : 1000;
    t.log(q.getClass());
    long l = await(t.later(b)) ? 1 : 2L;
    double d = await(t.later(b)) ? 1 : 2f;
    return Coroutine.of(l + d);
  }

  default Coroutine<Object> nested(Trace t) {
    for (int i = 0; i < 4; i++) {
      t.log(i == 0 ? await(t.later("zero")) : i == 1 ? "one" : await(t.later(i == 2)) ? await(t.later("two")) : "many");
    }
    return Coroutine.of("end");
  }

  default Coroutine<Object> asArgument(Trace t) {
    t.log(String.valueOf(await(t.later(true)) ? await(t.later("x")) : null));
    t.log(java.util.Arrays.asList(t.v(1), await(t.later(false)) ? t.v(2) : await(t.later(3)), t.v(4)));
    return Coroutine.of("end");
  }

  default Coroutine<Object> asReceiver(Trace t) {
    t.log((await(t.later(true)) ? "abc" : await(t.later("defg"))).length());
    t.log((await(t.later(false)) ? new int[] {1} : await(t.later(new int[] {2, 3})))[await(t.later(1))]);
    (await(t.later(true)) ? new Box(1) : new Box(2)).f++;
    return Coroutine.of("end");
  }

  // catalogue 50
  default Coroutine<Object> oneThrows(Trace t) {
    try {
      int x = await(t.later(false)) ? 1 : await(t.<Integer>fail("other"));
      t.log("not here", x);
    } catch (IllegalStateException e) {
      t.log(e);
    }
    int y = await(t.later(true)) ? await(t.later(5)) : t.<Integer>boom("not here");
    return Coroutine.of(y);
  }

  default Coroutine<Object> lambdas(Trace t) {
    java.util.function.IntUnaryOperator f = await(t.later(true)) ? x -> x + 1 : x -> x - 1;
    t.log(f.applyAsInt(await(t.later(5))));
    java.util.function.Supplier<String> s = await(t.later(false)) ? () -> "a" : String::new;
    return Coroutine.of(s.get().length());
  }

  default Coroutine<Object> genericTargets(Trace t) {
    java.util.List<String> list = await(t.later(true)) ? java.util.List.of() : java.util.List.of("a");
    java.util.List<? extends Number> n = await(t.later(false)) ? java.util.List.of(1) : java.util.List.of(await(t.later(2.5)));
    return Coroutine.of(list + "" + n);
  }

  default Coroutine<Object> statementLike(Trace t) {
    int i = 0;
    i = await(t.later(i == 0)) ? i + 1 : i - 1;
    i += await(t.later(true)) ? await(t.later(10)) : 20;
    return Coroutine.of(await(t.later(i > 5)) ? await(t.later("big")) : "small");
  }

  default Coroutine<Object> conditionConstant(Trace t) {
    t.log(true ? await(t.later(1)) : await(t.later(2)));
    t.log(false ? await(t.later(1)) : t.v(2));
    return Coroutine.of("end");
  }

  default Coroutine<Object> booleanResult(Trace t) {
    t.log(await(t.later(true)) ? await(t.later(false)) : await(t.later(true)));
    if (await(t.later(true)) ? await(t.later(true)) && t.v(false) : t.v(true)) t.log("not here");
    else t.log("else");
    while (await(t.later(true)) ? await(t.later(false)) : true) ;
    return Coroutine.of("end");
  }
}
