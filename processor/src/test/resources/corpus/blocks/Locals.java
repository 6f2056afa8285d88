package corpus.blocks;

import static dev.fermata.asyncio.Asyncio.await;

import dev.fermata.Async;
import dev.fermata.asyncio.Coroutine;
import oracle.Trace;

/** Declarations of locals, typed, var, several at once, arrays. */
@Async
interface Locals {
  default Coroutine<Object> typed(Trace t) {
    int a = await(t.later(1));
    long b = await(t.later(2L));
    String c = await(t.later("three"));
    return Coroutine.of(a + b + c);
  }

  default Coroutine<Object> var_(Trace t) {
    var a = await(t.later(1));
    var b = await(t.later("b"));
    var list = new java.util.ArrayList<Integer>();
    list.add(a);
    list.add(await(t.later(5)));
    return Coroutine.of(list + b);
  }

  default Coroutine<Object> several(Trace t) {
    int a = t.v(1), b = await(t.later(2)), c = t.v(a + b), d;
    d = await(t.later(c));
    return Coroutine.of(a + b + c + d);
  }

  default Coroutine<Object> arraysOldStyle(Trace t) {
    int a[] = {1, await(t.later(2)), 3}, b = await(t.later(4)), c[][] = {{b}, {await(t.later(6))}};
    t.log(a);
    t.log(c);
    return Coroutine.of(b);
  }

  default Coroutine<Object> usedBeforeAndAfter(Trace t) {
    int x = 1;
    x++;
    await(t.later(x));
    x++;
    await(t.later(x));
    return Coroutine.of(x);
  }

  // catalogue 87
  default Coroutine<Object> declaredUnassigned(Trace t) {
    int x;
    String s;
    await(t.later(0));
    x = 4;
    await(t.later(1));
    s = "s" + x;
    return Coroutine.of(s);
  }

  // catalogue 87
  default Coroutine<Object> assignedInBothBranches(Trace t) {
    int x;
    if (await(t.later(true))) {
      x = await(t.later(1));
    } else {
      x = 2;
    }
    await(t.later(x));
    return Coroutine.of(x);
  }

  // catalogue 133
  default Coroutine<Object> finalAssignedLater(Trace t) {
    final int x;
    if (await(t.later(false))) {
      x = 1;
    } else {
      x = await(t.later(2));
    }
    Runnable r = () -> t.log("captured", x);
    await(t.later(0));
    r.run();
    return Coroutine.of(x);
  }

  default Coroutine<Object> finalLocals(Trace t) {
    final int a = await(t.later(1));
    final String b;
    b = await(t.later("b"));
    return Coroutine.of(a + b);
  }

  // catalogue 87
  default Coroutine<Object> assignedInSwitch(Trace t) {
    int x;
    switch (await(t.later(2))) {
      case 1:
        x = 10;
        break;
      case 2:
        x = await(t.later(20));
        break;
      default:
        throw new IllegalStateException();
    }
    await(t.later(x));
    return Coroutine.of(x);
  }

  // catalogue 87
  default Coroutine<Object> assignedInTry(Trace t) {
    int x;
    try {
      x = await(t.later(1));
    } catch (RuntimeException e) {
      x = -1;
    }
    await(t.later(2));
    return Coroutine.of(x);
  }

  default Coroutine<Object> unassignedInOneLoop(Trace t) {
    int last;
    int i = 0;
    do {
      last = await(t.later(i));
      i++;
    } while (i < 3);
    return Coroutine.of(last);
  }
}
