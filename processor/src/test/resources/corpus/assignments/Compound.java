package corpus.assignments;

import static dev.fermata.asyncio.Asyncio.await;

import dev.fermata.Async;
import dev.fermata.asyncio.Coroutine;
import oracle.Box;
import oracle.Trace;

/** Compound assignments: the left side is read once, before the right side. */
@Async
interface Compound {
  // catalogue 41
  default Coroutine<Object> localReadFirst(Trace t) {
    int x = 1;
    x += await(t.later(10)) + (x = 100);
    t.log(x);
    int y = 2;
    y *= await(t.later(y + 1));
    y -= y = await(t.later(5));
    return Coroutine.of(y);
  }

  // catalogue 41
  default Coroutine<Object> fieldReadFirst(Trace t) {
    Box o = new Box(1);
    o.f += await(set(t, o, 50));
    t.log(o.f);
    o.set(2).f *= await(t.later(3));
    t.log(o.f);
    o.n = 5;
    o.n += await(set(t, o, 7));
    t.log(o.n);
    await(t.later(o)).f -= await(t.later(1));
    return Coroutine.of(o.f);
  }

  default Coroutine<Integer> set(Trace t, Box o, int x) {
    await(t.later(x));
    o.f = x;
    o.n = x;
    o.text = "set";
    o.a[1] = x;
    return Coroutine.of(x);
  }

  // catalogue 42 139
  default Coroutine<Object> elementReadFirst(Trace t) {
    Box o = new Box();
    o.a[1] += await(set(t, o, 50));
    t.log(o.a);
    int[] a = {1, 2, 3};
    a[await(t.later(1))] += await(t.later(10));
    t.log(a);
    int i = 0;
    a[i++] += await(t.later(100));
    a[i++] *= await(t.later(i));
    t.log(a);
    a[--i] <<= await(t.later(2));
    t.log(a);
    return Coroutine.of(i);
  }

  // catalogue 43
  default Coroutine<Object> twoAsArguments(Trace t) {
    int[] a = {1, 2};
    t.log(sum(a[0] += t.v(10), a[1] += await(t.later(20))));
    t.log(sum(a[0] += await(t.later(1)), a[0] *= await(t.later(2))));
    return Coroutine.of(a);
  }

  default int sum(int x, int y) {
    return x * 1000 + y;
  }

  int[] SHARED = {0, 0};
  // catalogue 43
  default Coroutine<Object> staticArrayElement(Trace t) {
    SHARED[0] = 1;
    SHARED[0] += await(t.later(5));
    SHARED[SHARED[0] - 6] += await(t.later(SHARED[0]));
    return Coroutine.of(SHARED[0]);
  }

  // catalogue 122
  default Coroutine<Object> narrowing(Trace t) {
    byte b = 100;
    b += await(t.later(300));
    t.log(b);
    b >>>= await(t.later(1));
    t.log(b);
    b = -1;
    b >>>= await(t.later(1));
    t.log(b);
    short s = 1;
    s *= await(t.later(100000));
    t.log(s);
    char c = 'a';
    c += await(t.later(1));
    t.log(c);
    c -= await(t.later(0.5));
    t.log(c);
    long l = 5;
    l += await(t.later(0.7));
    t.log(l);
    int i = 7;
    i *= await(t.later(1.5));
    t.log(i);
    i /= await(t.later(0.3f));
    t.log(i);
    i <<= await(t.later(33L));
    t.log(i);
    float f = 1;
    f += await(t.later(0.1));
    t.log(f);
    return Coroutine.of("end");
  }

  // catalogue 122
  default Coroutine<Object> narrowingElsewhere(Trace t) {
    byte[] a = {100};
    a[await(t.later(0))] += await(t.later(100));
    t.log(a);
    Box o = new Box();
    o.b += await(t.later(200));
    o.c += await(t.later(66));
    o.s -= await(t.later(40000));
    o.l += await(t.later(1.9));
    o.g += await(t.later(1e-3));
    o.d += await(t.later(1));
    o.z |= await(t.later(true));
    return Coroutine.of("" + o.b + o.c + o.s + o.l + o.g + o.d + o.z);
  }

  // catalogue 124 139
  default Coroutine<Object> strings(Trace t) {
    String s = "a";
    s += await(t.later(1));
    s += await(t.later('c'));
    s += await(t.later(null));
    s += 1 + await(t.later(2));
    t.log(s);
    Box o = new Box();
    o.text += await(t.later("x")) + await(set(t, o, 3));
    t.log(o.text);
    String[] a = {"p", null};
    int i = 0;
    a[i++] += await(t.later("q"));
    a[i] += await(t.later("r"));
    t.log(a);
    Object x = "obj";
    x += await(t.later("ect"));
    CharSequence cs = "c";
    cs += await(t.later("s"));
    return Coroutine.of(x + "" + cs);
  }

  // catalogue 120
  default Coroutine<Object> nullBox(Trace t) {
    Integer n = null;
    try {
      n += await(t.later(1));
    } catch (NullPointerException e) {
      t.log(e);
    }
    Integer[] a = {null};
    try {
      a[0] += await(t.later(1));
    } catch (NullPointerException e) {
      t.log(e);
    }
    n = 5;
    n += await(t.later(1));
    n++;
    n <<= await(t.later(2));
    return Coroutine.of(n);
  }

  default Coroutine<Object> allOperators(Trace t) {
    int i = 1000;
    i += await(t.later(24));
    i -= await(t.later(4));
    i *= await(t.later(3));
    i /= await(t.later(2));
    i %= await(t.later(1000));
    i <<= await(t.later(4));
    i >>= await(t.later(2));
    i >>>= await(t.later(1));
    i &= await(t.later(0xff));
    i |= await(t.later(0x700));
    i ^= await(t.later(0x111));
    boolean z = true;
    z &= await(t.later(true));
    z |= await(t.later(false));
    z ^= await(t.later(true));
    return Coroutine.of(i + "" + z);
  }

  // catalogue 121
  default Coroutine<Object> divisionByZero(Trace t) {
    int x = 5;
    try {
      x /= await(t.later(0));
    } catch (ArithmeticException e) {
      t.log(e);
    }
    int[] a = {6};
    try {
      a[0] %= await(t.later(0));
    } catch (ArithmeticException e) {
      t.log(e);
    }
    return Coroutine.of(x + a[0]);
  }

  default Coroutine<Object> nested(Trace t) {
    int x = 1;
    x += x += await(t.later(2));
    t.log(x);
    int[] a = {1, 2};
    a[0] += a[1] += await(t.later(3));
    t.log(a);
    a[(a[0] = 1)] += await(t.later(5));
    return Coroutine.of(a);
  }

  default Coroutine<Object> valueUsed(Trace t) {
    int x = 1;
    t.log((x += await(t.later(2))) * 10);
    t.log(x *= await(t.later(3)));
    byte b = 120;
    int r = b += await(t.later(10));
    t.log(r);
    String s = "s";
    t.log((s += await(t.later(1))).length());
    return Coroutine.of(s);
  }

  // catalogue 43
  default Coroutine<Object> boxedAndLong(Trace t) {
    Long l = 1L;
    l += await(t.later(2));
    long p = 1;
    p += await(t.later(2L));
    Double d = 1.0;
    d *= await(t.later(2.5));
    Character c = 'a';
    c++;
    return Coroutine.of("" + l + p + d + c);
  }
}
