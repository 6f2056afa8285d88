package corpus.calls;

import static dev.fermata.asyncio.Asyncio.await;

import dev.fermata.Async;
import dev.fermata.asyncio.Coroutine;
import oracle.Box;
import oracle.Trace;

/** Method calls: receiver, arguments, order, nulls. */
@Async
interface Calls {
  // catalogue 37
  default Coroutine<Object> receiverAndArguments(Trace t) {
    StringBuilder s = await(t.later(new StringBuilder("a")));
    t.log(await(t.later(s)).append(await(t.later("b"))).append(t.v("c")).append(await(t.later("d"))).length());
    t.log(await(t.later("hello")).substring(await(t.later(1)), await(t.later(3))));
    t.log("hello".substring(t.v(1), await(t.later(3))));
    return Coroutine.of(s);
  }

  // catalogue 37
  default Coroutine<Object> receiverSavedOnce(Trace t) {
    Box a = new Box(1), b = new Box(2);
    Box r = a;
    t.log(r.plus(await(swap(t, () -> { }))) + (r = b).plus(await(t.later(10))) + r.f);
    Box[] boxes = {a, b};
    int i = 0;
    t.log(boxes[i++].plus(await(t.later(i))) + boxes[i].plus(await(t.later(i))));
    t.log(t.v(a).set(await(t.later(5))).plus(t.v(a).f));
    return Coroutine.of(a);
  }

  default Coroutine<Integer> swap(Trace t, Runnable r) {
    await(t.later(0));
    r.run();
    return Coroutine.of(100);
  }

  // catalogue 37
  default Coroutine<Object> receiverReassignedInArgument(Trace t) {
    Box a = new Box(1), b = new Box(2);
    Box r = a;
    t.log(r.plus((r = b).f + await(t.later(10))));
    t.log(r.plus(await(t.later(10)) + (r = a).f) + r.f);
    return Coroutine.of(r);
  }

  // catalogue 38
  default Coroutine<Object> assignedInReceiverUsedInArguments(Trace t) {
    Box r;
    int x;
    t.log((r = await(t.later(new Box(5)))).plus(await(t.later(r.f)) + r.f));
    t.log("abc".substring(x = await(t.later(1))).concat("x" + x + await(t.later(x))));
    return Coroutine.of(r);
  }

  // catalogue 39
  default Coroutine<Object> chained(Trace t) {
    java.util.function.Function<Integer, java.util.function.Function<Integer, Integer>> f = x -> y -> x * 10 + y;
    t.log(f.apply(await(t.later(1))).apply(await(t.later(2))));
    t.log(await(t.later(f)).apply(t.v(3)).apply(await(t.later(4))));
    t.log(await(await(curried(t, 1)).apply(await(t.later(2)))));
    return Coroutine.of("end");
  }

  default Coroutine<java.util.function.Function<Integer, Coroutine<Integer>>> curried(Trace t, int x) {
    await(t.later(x));
    return Coroutine.of(y -> t.coro(x * 100 + y));
  }

  default Coroutine<Object> nestedCalls(Trace t) {
    t.log(Math.max(Math.min(await(t.later(5)), t.v(3)), Math.abs(await(t.later(-4)))));
    return Coroutine.of(Math.max(await(t.later(1)), Math.max(await(t.later(2)), Math.max(await(t.later(3)), t.v(0)))));
  }

  // catalogue 46
  default String join(Object... xs) {
    return xs == null ? "null" : java.util.Arrays.deepToString(xs);
  }

  // catalogue 46
  static String ints(String s, int... xs) {
    return s + java.util.Arrays.toString(xs);
  }

  // catalogue 47
  default Coroutine<Object> varargs(Trace t) {
    t.log(join(await(t.later(1)), t.v(2), t.v(3)));
    t.log(join(t.v(1), await(t.later(2)), t.v(3)));
    t.log(join(t.v(1), t.v(2), await(t.later(3))));
    t.log(join());
    t.log(join(await(t.later("only"))));
    t.log(join((Object) await(t.later(new Object[] {1}))));
    t.log(join(await(t.later(new Object[] {1, 2}))));
    t.log(ints(await(t.later("s"))));
    t.log(ints(await(t.later("s")), await(t.later(1)), t.v(2)));
    t.log(ints("s", await(t.later(new int[] {7}))));
    return Coroutine.of("end");
  }

  // catalogue 127
  default Coroutine<Object> staticThroughInstance(Trace t) {
    Box o = null;
    Box.st = 7;
    t.log(o.st + await(t.later(1)));
    t.log(await(t.later(o)).st);
    await(t.later(o)).st = await(t.later(3));
    t.log(t.v(o).st++ + await(t.later(2)));
    Statics s = null;
    t.log(s.twice(await(t.later(4))));
    t.log(await(t.later(s)).twice(await(t.later(5))));
    Box.st = 0;
    return Coroutine.of("end");
  }

  class Statics {
    static int twice(int x) {
      return 2 * x;
    }
  }

  // catalogue 118
  default Coroutine<Object> nullReceiver(Trace t) {
    String s = null;
    try {
      s.concat(await(t.later("x")));
    } catch (NullPointerException e) {
      t.log(e);
    }
    try {
      t.v(s).substring(t.v(1), await(t.later(2)));
    } catch (NullPointerException e) {
      t.log(e);
    }
    try {
      await(t.later(s)).length();
    } catch (NullPointerException e) {
      t.log(e);
    }
    return Coroutine.of("end");
  }

  default Coroutine<Object> argumentConversions(Trace t) {
    t.log(Long.toString(await(t.later(1))));
    t.log(Double.toString(await(t.later('a'))));
    t.log(java.util.Objects.hash(await(t.later(1)), 'c', 2L));
    t.log(widen(await(t.later(1)), await(t.later('c')), await(t.later((byte) 3))));
    t.log(String.valueOf(await(t.later('x'))) + String.valueOf((Object) await(t.later(1))));
    return Coroutine.of("end");
  }

  default String widen(long a, int b, short c) {
    return a + " " + b + " " + c;
  }

  default Coroutine<Object> overloads(Trace t) {
    t.log(over(await(t.later(1))));
    t.log(over(await(t.later(1)).intValue()));
    t.log(over((Object) await(t.later("s"))));
    t.log(over(await(t.later("s"))));
    t.log(over(await(t.later(1L))));
    t.log(over(1, await(t.later(2))));
    return Coroutine.of("end");
  }

  default String over(int x) {
    return "int";
  }

  default String over(Integer x) {
    return "Integer";
  }

  default String over(Object x) {
    return "Object";
  }

  default String over(String x) {
    return "String";
  }

  default String over(int... x) {
    return "ints";
  }

  default Coroutine<Object> expressionStatements(Trace t) {
    new Box(await(t.later(1)));
    t.v(await(t.later(2))).intValue();
    await(t.later(new Box(3))).set(await(t.later(4)));
    Box b = new Box();
    b.set(await(t.later(5))).f++;
    return Coroutine.of(b);
  }

  default Coroutine<Object> throwingArgument(Trace t) {
    try {
      t.log(join(t.v(1), t.boom("second"), await(t.later(3))));
    } catch (IllegalStateException e) {
      t.log(e);
    }
    try {
      t.log(join(await(t.later(1)), await(t.fail("second")), t.v(3)));
    } catch (IllegalStateException e) {
      t.log(e);
    }
    return Coroutine.of("end");
  }

  default Coroutine<Object> fluentLambdas(Trace t) {
    return Coroutine.of(java.util.stream.Stream.of(await(t.later(3)), await(t.later(1)), 2).sorted().map(x -> x + 1).toList().toString() + await(t.later("!")));
  }

  default Coroutine<Object> thisCalls(Trace t) {
    t.log(this.join(await(t.later(1))) + join(await(t.later(2))));
    t.log(this == await(t.later(this)));
    return Coroutine.of(helper(await(t.later(1)), this));
  }

  default String helper(int x, Calls c) {
    return c.join(x);
  }
}
