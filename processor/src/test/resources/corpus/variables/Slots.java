package corpus.variables;

import static dev.fermata.asyncio.Asyncio.await;

import dev.fermata.Async;
import dev.fermata.asyncio.Coroutine;
import oracle.Trace;

/** What shares one place: other types in turn, parameters, reassignment. */
@Async
interface Slots {
  // catalogue 22
  default Coroutine<Object> otherTypes(Trace t) {
    try {
      int x = await(t.later(1));
      t.log(x);
      try {
        String y = await(t.later("y"));
        t.log(y + x);
      } finally {
        long z = await(t.later(3L));
        t.log(z + x);
      }
    } catch (RuntimeException e) {
      Object w = await(t.later(e.getMessage()));
      t.log(w);
    } finally {
      double v = await(t.later(4.5));
      t.log(v);
    }
    return Coroutine.of("end");
  }

  // catalogue 31
  default Coroutine<Object> unusedCatchVariable(Trace t) {
    java.util.List<Integer> list = java.util.List.of(1, 2);
    try {
      await(t.fail("x"));
    } catch (RuntimeException ignored) {
      await(t.later(1));
      t.log(list);
    }
    try {
      await(t.fail("y"));
    } catch (RuntimeException ignored) {
    }
    await(t.later(list));
    return Coroutine.of(list);
  }

  // catalogue 92
  default Coroutine<String> reassign(Trace t, int n, String s) {
    n += await(t.later(1));
    s = s + await(t.later(n));
    await(t.later(0));
    n++;
    return Coroutine.of(s + n);
  }

  // catalogue 92
  default Coroutine<Object> parameters(Trace t) {
    return Coroutine.of(await(reassign(t, 5, "p")));
  }

  // catalogue 86
  default Coroutine<Object> reassignedBeforeSuspension(Trace t) {
    String s = "a";
    int i = 0;
    do {
      s = s + i;
      await(t.later(s));
      i++;
    } while (i < 3);
    return Coroutine.of(s);
  }

  // catalogue 82 83
  default Coroutine<Object> deadAfterBackEdge(Trace t) {
    Object big = "big";
    for (int i = 0; i < 3; i++) {
      if (i == 0) {
        t.log(big);
      }
      await(t.later(i));
    }
    Object late = "late";
    for (int i = 0; i < 3; i++) {
      await(t.later(i));
      if (i == 2) {
        t.log(late);
      }
    }
    return Coroutine.of("end");
  }

  // catalogue 83
  default Coroutine<Object> deadOnOneBranch(Trace t) {
    for (int i = 0; i < 2; i++) {
      String a = "a" + i;
      String b = "b" + i;
      if (await(t.later(i == 0))) {
        await(t.later(1));
        t.log(a);
      } else {
        await(t.later(2));
        t.log(b);
      }
      await(t.later(3));
    }
    return Coroutine.of("end");
  }

  // catalogue 84
  default Coroutine<Integer> unused(Trace t, int a, String never, int... rest) {
    await(t.later(a));
    return Coroutine.of(rest.length);
  }

  // catalogue 84
  default Coroutine<Object> unusedParameters(Trace t) {
    return Coroutine.of(await(unused(t, 1, "x", 2, 3)) + await(unused(t, 2, null)));
  }

  // catalogue 79 80
  default Coroutine<Object> usedOnlyInLambdaLater(Trace t) {
    String s = new String("kept");
    Runnable r = () -> t.log(s);
    await(t.later(1));
    await(t.later(2));
    r.run();
    return Coroutine.of("end");
  }

  // catalogue 89
  default Coroutine<Object> commonSupertype(Trace t) {
    Number n;
    if (await(t.later(true))) n = 1;
    else n = 1.5f;
    await(t.later(2));
    t.log(n);
    Comparable<?> c = await(t.later(false)) ? (Comparable<?>) 1 : "s";
    await(t.later(3));
    return Coroutine.of(c.toString());
  }

  default Coroutine<Object> swapInLoop(Trace t) {
    int a = 1, b = 1;
    for (int i = 0; i < 6; i++) {
      int c = a + await(t.later(b));
      a = b;
      b = c;
    }
    return Coroutine.of(b);
  }

  default Coroutine<Object> manyLocals(Trace t) {
    int a = 1, b = 2, c = 3, d = 4, e = 5, f = 6, g = 7, h = 8;
    await(t.later(a));
    int i = a + b, j = c + d;
    await(t.later(j));
    int k = e + f + i, l = g + h + j;
    await(t.later(k));
    return Coroutine.of(a + b + c + d + e + f + g + h + i + j + k + l);
  }
}
