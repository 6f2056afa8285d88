package corpus.operands;

import static dev.fermata.asyncio.Asyncio.await;

import dev.fermata.Async;
import dev.fermata.asyncio.Coroutine;
import oracle.Trace;

/** Operands of other types, compared and combined around awaits. */
@Async
interface Comparisons {
  default Coroutine<Object> references(Trace t) {
    Object a = new Object();
    t.log(a == await(t.later(a)));
    t.log(await(t.later("x")) == await(t.later("x")));
    t.log(a != await(t.later(null)));
    return Coroutine.of("end");
  }

  default Coroutine<Object> mixedBoxes(Trace t) {
    Integer i = 5;
    Long l = 5L;
    Character c = 'a';
    t.log(i == (int) await(t.later(5)));
    t.log(l == await(t.later(5)).longValue());
    t.log(i + l + await(t.later(1)));
    t.log(c + await(t.later(1)));
    t.log(c == (int) await(t.later(97)));
    return Coroutine.of("end");
  }

  default Coroutine<Object> shifts(Trace t) {
    long l = t.v(-1L);
    int i = t.v(-1);
    t.log(l >>> await(t.later(60)));
    t.log(i >>> await(t.later(28L)));
    t.log(l << await(t.later((byte) 3)));
    return Coroutine.of("end");
  }

  // catalogue 58
  default Coroutine<Object> fourDeep(Trace t) {
    return Coroutine.of(f4(1, f4(2, f4(3, f4(4, await(t.later(5)), 6, 7), 8, await(t.later(9))), 10, 11), await(t.later(12)), 13));
  }

  default int f4(int a, int b, int c, int d) {
    return a * 1000 + b * 100 + c * 10 + d;
  }

  // catalogue 58
  default Coroutine<Object> betweenConstants(Trace t) {
    return Coroutine.of(f4(await(t.later(1)), 2, await(t.later(3)), 4) + f4(1, await(t.later(2)), 3, await(t.later(4))) + f4(1, 2, 3, await(t.later(4))) + f4(await(t.later(1)), 2, 3, 4));
  }

  // catalogue 48
  default Coroutine<Object> awaitInAwait(Trace t) {
    t.log(await(t.later(await(t.later(1)) + await(t.later(2)))));
    t.log(await(t.later(await(t.later(await(t.later(3)))))));
    t.log(await(await(t.later(t.later("twice")))));
    return Coroutine.of("end");
  }

  // catalogue 51
  default Coroutine<Object> increments(Trace t) {
    int i = 0;
    t.log(plus(++i, await(t.later(++i))));
    t.log(plus(i++, await(t.later(i++))));
    t.log(plus(await(t.later(i--)), --i));
    return Coroutine.of(i);
  }

  default int plus(int a, int b) {
    return a * 100 + b;
  }

  // catalogue 52
  default Coroutine<Object> sixteenIncrements(Trace t) {
    int i = 0;
    int r = plus(plus(plus(i++, await(t.later(++i))), plus(i++, await(t.later(++i)))), plus(plus(await(t.later(i++)), ++i), plus(await(t.later(i++)), ++i)))
        + plus(plus(plus(i--, await(t.later(--i))), plus(i--, await(t.later(--i)))), plus(plus(await(t.later(i--)), --i), plus(await(t.later(i--)), --i)));
    t.log(r);
    return Coroutine.of(i);
  }
}
