package corpus.variables;

import static dev.fermata.asyncio.Asyncio.await;

import dev.fermata.Async;
import dev.fermata.asyncio.Coroutine;
import oracle.Trace;

/** Locals and pending operands of each primitive type. */
@Async
interface Primitives {
  // catalogue 60 88
  default Coroutine<Object> locals(Trace t) {
    boolean z = true;
    byte b = (byte) 200;
    short s = (short) 70000;
    char c = 'c';
    int i = Integer.MAX_VALUE;
    long l = Long.MIN_VALUE;
    float f = 1.1f;
    double d = 1e300;
    await(t.later(0));
    t.log(z);
    t.log(b);
    t.log(s);
    t.log(c);
    t.log(i);
    t.log(l);
    t.log(f);
    t.log(d);
    await(t.later(0));
    b++;
    s--;
    c++;
    i++;
    l--;
    f *= 2;
    d *= 1e10;
    z ^= true;
    return Coroutine.of("" + z + b + s + c + i + l + f + d);
  }

  // catalogue 60 59
  default Coroutine<Object> pendingOperands(Trace t) {
    long l = 1L << 40;
    double d = 0.5;
    float f = 0.25f;
    byte b = 3;
    short s = 4;
    char c = 'A';
    boolean z = false;
    t.log(l + await(t.later(1)));
    t.log(d + await(t.later(1)));
    t.log(f + await(t.later(1)));
    t.log(b + await(t.later(1)));
    t.log(s + await(t.later(1)));
    t.log(c + await(t.later(1)));
    t.log(z | await(t.later(true)));
    t.log(l + (d + (f + (b + (s + (c + await(t.later(1))))))));
    return Coroutine.of("end");
  }

  // catalogue 59
  default Coroutine<Object> longAndDouble(Trace t) {
    long a = t.v(1L);
    double b = t.v(2.0);
    long c = await(t.later(3L));
    double d = a + b * c + await(t.later(4.0)) * a + b;
    t.log(d);
    return Coroutine.of(a + c + d + await(t.later(1L)) + b);
  }

  default Coroutine<Object> fromAwait(Trace t) {
    byte b = await(t.later((byte) 1));
    short s = await(t.later((short) 2));
    char c = await(t.later('x'));
    boolean z = await(t.later(true));
    float f = await(t.later(1.5f));
    long l = await(t.later(3));
    double d = await(t.later(4));
    double e = await(t.later('c'));
    return Coroutine.of("" + b + s + c + z + f + l + d + e);
  }

  // catalogue 88
  default Coroutine<Object> boxes(Trace t) {
    Byte b = await(t.later((byte) 1));
    Character c = await(t.later('c'));
    Boolean z = await(t.later(true));
    Long l = await(t.later(5L));
    await(t.later(0));
    b++;
    c++;
    l += 2;
    return Coroutine.of("" + b + c + z + l);
  }

  default Coroutine<Object> charArithmetic(Trace t) {
    char c = 'a';
    await(t.later(0));
    c += 1;
    c++;
    int i = c + await(t.later(1));
    char d = (char) (c + await(t.later(1)));
    t.log(i);
    t.log(d);
    return Coroutine.of((char) i + "" + d);
  }

  // catalogue 88
  default Coroutine<Object> booleanOperators(Trace t) {
    boolean a = await(t.later(true)), b = await(t.later(false));
    boolean c = a & b | a ^ await(t.later(true));
    c |= await(t.later(true));
    c &= a;
    c ^= await(t.later(true));
    return Coroutine.of(c);
  }
}
