package corpus.operands;

import static dev.fermata.asyncio.Asyncio.await;

import dev.fermata.Async;
import dev.fermata.asyncio.Coroutine;
import oracle.Box;
import oracle.Trace;

/** An operand evaluated before an await keeps its value; one after it comes later. */
@Async
interface Order {
  // catalogue 33
  default Coroutine<Object> changedByTheAwaitedCall(Trace t) {
    Box o = new Box(5);
    int x = o.f * await(change(t, o, 7));
    t.log(x);
    t.log(o.f * 1);
    return Coroutine.of(o.f);
  }

  default Coroutine<Integer> change(Trace t, Box o, int to) {
    t.log("change");
    await(t.later(to));
    o.f = to;
    o.text = "t" + to;
    o.n = to;
    o.a = new int[] {to, to, to, to};
    return Coroutine.of(to);
  }

  // catalogue 33
  default Coroutine<Object> localChangedInOperand(Trace t) {
    int x = 3;
    int y = x * (x = await(t.later(10))) + x;
    t.log(y);
    int z = (x = 2) + await(t.later(x)) + (x = 5) + await(t.later(x)) + x;
    return Coroutine.of(z);
  }

  // catalogue 34
  default Coroutine<Object> getterOnce(Trace t) {
    Getter g = new Getter();
    int x = g.next() + await(t.later(10)) * g.next() + await(t.later(g.next()));
    t.log(x);
    return Coroutine.of(g.n);
  }

  class Getter {
    int n;

    int next() {
      return ++n;
    }
  }

  // catalogue 144
  default Coroutine<Object> variableAssignedInOperand(Trace t) {
    int i = 1;
    int r = i + (i = await(t.later(10))) + i;
    t.log(r);
    i = i++ + await(t.later(i)) + ++i;
    t.log(i);
    i = await(t.later(i)) - (i -= await(t.later(3))) - i;
    return Coroutine.of(i);
  }

  // catalogue 143
  default Coroutine<Object> fieldReadBefore(Trace t) {
    Box o = new Box(1);
    t.log(o.f + await(change(t, o, 50)));
    t.log(o.f + await(change(t, o, 60)) + o.f);
    t.log(-o.f + ~await(change(t, o, 70)));
    t.log(o.n + await(change(t, o, 80)));
    t.log(o.text + await(change(t, o, 90)) + o.text);
    t.log(o.a[1] + await(change(t, o, 100)) + o.a[2]);
    return Coroutine.of("end");
  }

  // catalogue 143
  default Coroutine<Object> staticFieldReadBefore(Trace t) {
    Box.st = 5;
    int r = Box.st + await(setStatic(t, 9)) + Box.st;
    Box.st = 0;
    return Coroutine.of(r);
  }

  default Coroutine<Integer> setStatic(Trace t, int x) {
    await(t.later(x));
    Box.st = x;
    return Coroutine.of(x);
  }

  default Coroutine<Object> allOperators(Trace t) {
    int i = t.v(20);
    t.log(i + await(t.later(3)));
    t.log(i - await(t.later(3)));
    t.log(i * await(t.later(3)));
    t.log(i / await(t.later(3)));
    t.log(i % await(t.later(3)));
    t.log(i << await(t.later(3)));
    t.log(i >> await(t.later(3)));
    t.log(-i >>> await(t.later(3)));
    t.log(i < await(t.later(3)));
    t.log(i > await(t.later(3)));
    t.log(i <= await(t.later(3)));
    t.log(i >= await(t.later(3)));
    t.log(i == await(t.later(3)));
    t.log(i != await(t.later(3)));
    t.log(i & await(t.later(3)));
    t.log(i | await(t.later(3)));
    t.log(i ^ await(t.later(3)));
    return Coroutine.of("end");
  }

  default Coroutine<Object> precedence(Trace t) {
    t.log(1 + await(t.later(2)) * 3);
    t.log((1 + await(t.later(2))) * 3);
    t.log(10 - await(t.later(2)) - 3);
    t.log(10 - (await(t.later(2)) - 3));
    t.log(-await(t.later(2)) * -3);
    t.log(~await(t.later(2)) & 7 | 8);
    t.log(await(t.later(2)) << 2 + 1);
    t.log((await(t.later(2)) << 2) + 1);
    t.log((7 & await(t.later(3))) == 3 ? 1 : 0);
    return Coroutine.of("end");
  }

  default Coroutine<Object> deepMix(Trace t) {
    int x = t.v(1) + (t.v(2) * await(t.later(3)) - t.v(4)) * (await(t.later(5)) + t.v(6) / (await(t.later(2)) + t.v(1)));
    return Coroutine.of(x);
  }

  // catalogue 57
  default Coroutine<Object> unary(Trace t) {
    boolean b = !await(t.later(true));
    int i = -await(t.later(5)) + +await(t.later(3)) - ~await(t.later(1)) - (-await(t.later(1)));
    long l = -(long) await(t.later(2));
    return Coroutine.of("" + b + i + l + !(!await(t.later(false))));
  }

  // catalogue 61
  default Coroutine<Object> awaitedOutOfOrder(Trace t) {
    dev.fermata.asyncio.Awaitable<Integer> a = t.later(1);
    dev.fermata.asyncio.Awaitable<Integer> b = t.later(2);
    t.log(await(b) * 10 + await(a));
    return Coroutine.of("end");
  }

  // catalogue 121
  default Coroutine<Object> divisionByZeroFirst(Trace t) {
    int zero = t.v(0);
    try {
      t.log(1 / zero + await(t.later(1)));
    } catch (ArithmeticException e) {
      t.log(e);
    }
    try {
      t.log(5 % zero * await(t.later(1)));
    } catch (ArithmeticException e) {
      t.log(e);
    }
    try {
      t.log(await(t.later(1)) / await(t.later(0)));
    } catch (ArithmeticException e) {
      t.log(e);
    }
    return Coroutine.of("end");
  }

  // catalogue 120
  default Coroutine<Object> nullUnboxedFirst(Trace t) {
    Integer n = null;
    try {
      t.log(n + await(t.later(1)));
    } catch (NullPointerException e) {
      t.log(e);
    }
    try {
      t.log(n < await(t.later(1)));
    } catch (NullPointerException e) {
      t.log(e);
    }
    Boolean b = null;
    try {
      t.log(b & await(t.later(true)));
    } catch (NullPointerException e) {
      t.log(e);
    }
    try {
      t.log(b && await(t.later(true)));
    } catch (NullPointerException e) {
      t.log(e);
    }
    try {
      t.log(-n * await(t.later(2)));
    } catch (NullPointerException e) {
      t.log(e);
    }
    return Coroutine.of("end");
  }

  // catalogue 120
  default Coroutine<Object> nullNotUnboxedByEquality(Trace t) {
    Integer n = null;
    t.log(n == await(t.later((Integer) null)));
    Integer m = 1000;
    t.log(m == await(t.later(m)));
    Object o = null;
    t.log(o != await(t.later("x")));
    try {
      t.log(n == (int) await(t.later(1)));
    } catch (NullPointerException e) {
      t.log(e);
    }
    return Coroutine.of("end");
  }

  // catalogue 49
  default Coroutine<Object> castFirst(Trace t) {
    Object o = "text";
    try {
      t.log((Integer) o + await(t.later(1)));
    } catch (ClassCastException e) {
      t.log(e);
    }
    t.log((String) o + await(t.later(1)));
    return Coroutine.of("end");
  }

  default Coroutine<Object> promotion(Trace t) {
    t.log(1 / await(t.later(2)));
    t.log(1.0 / await(t.later(2)));
    t.log(1L << await(t.later(40)));
    t.log(1 << await(t.later(40)));
    t.log('a' + await(t.later(1)));
    t.log((byte) 200 + await(t.later(1L)));
    t.log(Integer.MAX_VALUE + await(t.later(1)));
    t.log(Integer.MAX_VALUE + await(t.later(1L)));
    t.log(0.1f + await(t.later(0.2)));
    t.log(5 / await(t.later(2)) * 1.0);
    return Coroutine.of("end");
  }

  default Coroutine<Object> floatingComparison(Trace t) {
    double nan = t.v(Double.NaN);
    t.log(nan == await(t.later(Double.NaN)));
    t.log(0.0 == await(t.later(-0.0)));
    t.log(nan < await(t.later(1.0)));
    t.log(!(nan >= await(t.later(1.0))));
    return Coroutine.of("end");
  }

  default Coroutine<Object> instanceOf(Trace t) {
    Object o = await(t.later("x"));
    t.log(await(t.later((Object) 1)) instanceof Integer);
    t.log(o instanceof String && await(t.later(true)));
    t.log((await(t.later((Object) "s")) instanceof String) == t.v(true));
    return Coroutine.of("end");
  }

  default Coroutine<Object> parenthesised(Trace t) {
    int x = (((await(t.later(1)))));
    t.log((x) + ((await(t.later(2)))));
    (x) = await(t.later(3));
    return Coroutine.of((x));
  }

  default Coroutine<Object> constantsFolded(Trace t) {
    final int k = 5;
    t.log(k + await(t.later(1)) + k * 2);
    t.log("a" + k + await(t.later("b")) + 1 + 2);
    t.log(1 + 2 + await(t.later("b")) + 1 + 2);
    return Coroutine.of("end");
  }

  default Coroutine<Object> effectivelyFinalLocalNotCopied(Trace t) {
    int k = t.v(5);
    String s = t.v("s");
    t.log(k + await(t.later(1)) + k);
    t.log(s + await(t.later(1)) + s);
    return Coroutine.of("end");
  }
}
