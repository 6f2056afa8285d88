package corpus.assignments;

import static dev.fermata.asyncio.Asyncio.await;

import dev.fermata.Async;
import dev.fermata.asyncio.Coroutine;
import oracle.Box;
import oracle.Trace;

/** Assignments: what is evaluated before the right side, and what fails after it. */
@Async
interface Simple {
  // catalogue 49
  default Coroutine<Object> locals(Trace t) {
    int x;
    x = await(t.later(1));
    int y = x = await(t.later(2));
    int z;
    y = z = x = await(t.later(3));
    t.log(x + y + z);
    String s = "";
    t.log(s = s + await(t.later("a")));
    return Coroutine.of(s);
  }

  default Coroutine<Object> fields(Trace t) {
    Box o = new Box();
    o.f = await(t.later(1));
    o.set(2).f = await(t.later(3));
    o.next = new Box();
    o.next.f = o.f = await(t.later(4));
    o.text = await(t.later("t"));
    await(t.later(o)).next.f += 1;
    Box.st = await(t.later(6));
    t.log(o.next.f);
    t.log(Box.st);
    return Coroutine.of(o.f + o.text);
  }

  // catalogue 123
  default Coroutine<Object> arrays(Trace t) {
    int[] a = {0, 0, 0};
    int i = 0;
    a[i++] = await(t.later(5));
    a[i] = i = await(t.later(2));
    a[await(t.later(2))] = await(t.later(7));
    await(t.later(a))[1] += 1;
    t.log(a);
    return Coroutine.of(i);
  }

  // catalogue 123
  default Coroutine<Object> oldArray(Trace t) {
    int[] x = {1, 2};
    int[] y = {3, 4};
    int[] old = x;
    int i = 0;
    x[i] = (x = y)[1] + await(t.later(10));
    t.log(old);
    t.log(x);
    t.log(y);
    int[] a = {0, 0};
    int[] b = {7, 7};
    a[await(t.later(0))] = (a = b)[0];
    t.log(a);
    a[i] = i = await(t.later(1));
    t.log(a);
    return Coroutine.of(i);
  }

  // catalogue 139
  default Coroutine<Object> awaitedTargets(Trace t) {
    t.log(arr(t)[idx(t)] = await(t.later(9)));
    int[] a = {1, 2, 3};
    await(t.later(a))[await(t.later(1))] = await(t.later(5));
    t.log(a);
    return Coroutine.of("end");
  }

  default int[] arr(Trace t) {
    t.log("arr");
    return new int[] {1, 2, 3};
  }

  default int idx(Trace t) {
    t.log("idx");
    return 1;
  }

  // catalogue 117
  default Coroutine<Object> nullArray(Trace t) {
    int[] a = null;
    try {
      a[t.v(0)] = await(t.later(1));
    } catch (NullPointerException e) {
      t.log(e);
    }
    try {
      a[t.v(0)] += await(t.later(1));
    } catch (NullPointerException e) {
      t.log(e);
    }
    try {
      await(t.later(a))[t.v(0)] = t.v(1);
    } catch (NullPointerException e) {
      t.log(e);
    }
    try {
      await(t.later(0));
      a[t.v(0)]++;
    } catch (NullPointerException e) {
      t.log(e);
    }
    return Coroutine.of("end");
  }

  // catalogue 117
  default Coroutine<Object> outOfBounds(Trace t) {
    int[] a = {1};
    try {
      a[t.v(1)] = await(t.later(1));
    } catch (ArrayIndexOutOfBoundsException e) {
      t.log(e);
    }
    try {
      a[t.v(2)] += await(t.later(1));
    } catch (ArrayIndexOutOfBoundsException e) {
      t.log(e);
    }
    try {
      a[t.v(-1)] = await(t.later(1));
    } catch (ArrayIndexOutOfBoundsException e) {
      t.log(e);
    }
    try {
      t.log(a[5] + await(t.later(1)));
    } catch (ArrayIndexOutOfBoundsException e) {
      t.log(e);
    }
    return Coroutine.of("end");
  }

  // catalogue 118
  default Coroutine<Object> nullObject(Trace t) {
    Box o = null;
    try {
      o.f = await(t.later(1));
    } catch (NullPointerException e) {
      t.log(e);
    }
    try {
      o.f += await(t.later(1));
    } catch (NullPointerException e) {
      t.log(e);
    }
    try {
      o.set(await(t.later(1)));
    } catch (NullPointerException e) {
      t.log(e);
    }
    try {
      t.log(o.f + await(t.later(1)));
    } catch (NullPointerException e) {
      t.log(e);
    }
    try {
      o.next.f = await(t.later(2));
    } catch (NullPointerException e) {
      t.log(e);
    }
    return Coroutine.of("end");
  }

  // catalogue 119
  default Coroutine<Object> arrayStore(Trace t) {
    Object[] a = new String[] {"s"};
    try {
      a[t.v(0)] = await(t.later(1));
    } catch (ArrayStoreException e) {
      t.log(e);
    }
    a[0] = await(t.later("fine"));
    return Coroutine.of(a);
  }

  default Coroutine<Object> valueOfAssignment(Trace t) {
    Box o = new Box();
    byte b;
    int r = (b = (byte) (await(t.later(300)) + 0)) + (o.f = await(t.later(2)));
    t.log(b);
    t.log(r);
    int[] a = new int[2];
    t.log(a[0] = a[1] = await(t.later(5)));
    t.log(o.set(o.f = await(t.later(8))).f);
    return Coroutine.of(a);
  }

  default Coroutine<Object> multiDimensional(Trace t) {
    int[][] m = new int[2][2];
    m[await(t.later(0))][await(t.later(1))] = await(t.later(5));
    m[1] = await(t.later(new int[] {7, 8}));
    m[1][await(t.later(0))]++;
    m[m[0][1] - await(t.later(5))][0] = m[1][1];
    t.log(m);
    try {
      m[t.v(2)][await(t.later(0))] = t.v(1);
    } catch (ArrayIndexOutOfBoundsException e) {
      t.log(e);
    }
    return Coroutine.of("end");
  }

  default Coroutine<Object> widening(Trace t) {
    long l = await(t.later(5));
    double d = l = await(t.later(6));
    Object o = await(t.later(7));
    Number n = await(t.later(8));
    long[] ls = {1};
    ls[0] = await(t.later(9));
    return Coroutine.of("" + l + d + o + n + ls[0]);
  }

  default Coroutine<Object> chainAcrossTypes(Trace t) {
    byte b;
    int i;
    long l;
    l = i = b = await(t.later((byte) 3));
    double d = l = await(t.later(4L));
    return Coroutine.of("" + b + i + l + d);
  }
}
