package corpus.assignments;

import static dev.fermata.asyncio.Asyncio.await;

import dev.fermata.Async;
import dev.fermata.asyncio.Coroutine;
import oracle.Box;
import oracle.Trace;

/** ++ and -- where the operand suspends, or stands beside an await. */
@Async
interface Increments {
  // catalogue 139
  default Coroutine<Object> fieldOfAwaitedReceiver(Trace t) {
    Box o = new Box(5);
    t.log(await(t.later(o)).f++);
    t.log(++await(t.later(o)).f);
    await(t.later(o)).f--;
    t.log(--await(t.later(o)).f);
    return Coroutine.of(o.f);
  }

  // catalogue 139
  default Coroutine<Object> elements(Trace t) {
    int[] a = {1, 2, 3};
    a[await(t.later(0))]++;
    t.log(a[await(t.later(1))]--);
    t.log(++await(t.later(a))[await(t.later(2))]);
    int i = 0;
    t.log(a[i++]++ + await(t.later(i)));
    return Coroutine.of(a);
  }

  default Coroutine<Object> locals(Trace t) {
    int x = 1;
    t.log(x++ + await(t.later(x)) + x++);
    t.log(--x - await(t.later(x--)) - x);
    return Coroutine.of(x);
  }

  // catalogue 122
  default Coroutine<Object> smallTypes(Trace t) {
    Box o = new Box();
    o.b = 127;
    await(t.later(o)).b++;
    t.log(o.b);
    await(t.later(o)).c--;
    t.log((int) o.c);
    t.log(await(t.later(o)).s-- - 1);
    byte[] a = {-128};
    t.log(--a[await(t.later(0))]);
    t.log(a[await(t.later(0))]++);
    return Coroutine.of(a);
  }

  default Coroutine<Object> boxes(Trace t) {
    Box o = new Box();
    o.n = 5;
    t.log(await(t.later(o)).n++);
    t.log(++await(t.later(o)).n);
    Integer[] a = {1};
    t.log(a[await(t.later(0))]++);
    t.log(a[await(t.later(0))]--);
    a[0] = null;
    try {
      a[await(t.later(0))]++;
    } catch (NullPointerException e) {
      t.log(e);
    }
    return Coroutine.of(o.n);
  }

  default Coroutine<Object> floating(Trace t) {
    double[] a = {0.5};
    t.log(a[await(t.later(0))]++);
    t.log(++a[await(t.later(0))]);
    return Coroutine.of(a);
  }

  default Coroutine<Object> nullReceiver(Trace t) {
    Box o = null;
    try {
      await(t.later(o)).f++;
    } catch (NullPointerException e) {
      t.log(e);
    }
    return Coroutine.of("end");
  }

  default Coroutine<Object> staticField(Trace t) {
    Box.st = 1;
    t.log(Box.st++ + await(t.later(10)) + ++Box.st);
    return Coroutine.of(Box.st);
  }
}
