package corpus.creation;

import static dev.fermata.asyncio.Asyncio.await;

import dev.fermata.Async;
import dev.fermata.asyncio.Coroutine;
import oracle.Trace;

// run: fresh
/** When a class is initialised. */
@Async
interface Initialisation {
  // catalogue 115
  default Coroutine<Object> beforeArguments(Trace t) {
    t.log("start");
    First o = new First(await(t.later(1)));
    t.log(o.x);
    return Coroutine.of(new First(await(t.later(2))).x);
  }

  class First {
    static {
      Trace.current().log("First initialised");
    }

    final int x;

    First(int x) {
      this.x = x;
    }
  }

  // catalogue 55 115
  default Coroutine<Object> nestedBeforeArguments(Trace t) {
    t.log("start");
    return Coroutine.of(new Second(t.v(1), new Third(await(t.later(2))).x, await(t.later(3))).sum);
  }

  class Second {
    static final int OFFSET = Integer.parseInt("100");

    static {
      Trace.current().log("Second initialised");
    }

    final int sum;

    Second(int... xs) {
      int s = OFFSET;
      for (int x : xs) s += x;
      sum = s;
    }
  }

  class Third {
    static {
      Trace.current().log("Third initialised");
    }

    final int x;

    Third(int x) {
      this.x = x;
    }
  }

  // catalogue 116
  default Coroutine<Object> staticStoreAfterRightSide(Trace t) {
    t.log("start");
    Fourth.value = await(t.later(1));
    t.log("stored");
    return Coroutine.of(Fourth.value);
  }

  class Fourth {
    static int value;

    static {
      Trace.current().log("Fourth initialised");
    }
  }

  // catalogue 116
  default Coroutine<Object> staticCompoundBeforeRightSide(Trace t) {
    t.log("start");
    Fifth.value += await(t.later(1));
    return Coroutine.of(Fifth.value);
  }

  class Fifth {
    static int value = Trace.current().v(10);
  }

  default Coroutine<Object> staticReadBefore(Trace t) {
    t.log("start");
    return Coroutine.of(Sixth.value + await(t.later(1)));
  }

  class Sixth {
    static int value = Trace.current().v(10);
    static final int CONSTANT = 5;

    static int call(int x) {
      return x;
    }
  }

  default Coroutine<Object> staticCallAfterArguments(Trace t) {
    t.log("start");
    t.log(Sixth.CONSTANT + await(t.later(1)));
    return Coroutine.of(Sixth.call(await(t.later(1))));
  }

  // catalogue 115
  default Coroutine<Object> failingInitialiser(Trace t) {
    try {
      new Bad(await(t.later(1)));
    } catch (ExceptionInInitializerError e) {
      t.log(e);
    }
    try {
      new Bad(await(t.later(2)));
    } catch (NoClassDefFoundError e) {
      t.log("no class");
    }
    return Coroutine.of("end");
  }

  class Bad {
    static int x = 1 / Trace.current().v(0);

    Bad(int y) {}
  }

  // catalogue 55 56
  default Coroutine<Object> interruptedCreation(Trace t) {
    for (int i = 0; i < 2; i++) {
      try {
        t.log(new Seventh(t.v(i), i == 0 ? await(t.<Integer>fail("x")) : await(t.later(7))).b);
      } catch (IllegalStateException e) {
        t.log(e);
      }
    }
    return Coroutine.of("end");
  }

  class Seventh {
    static {
      Trace.current().log("Seventh initialised");
    }

    final int b;

    Seventh(int a, int b) {
      Trace.current().log("constructed", a);
      this.b = b;
    }
  }

  default Coroutine<Object> arrayDoesNotInitialise(Trace t) {
    t.log("start");
    Eighth[] a = {await(t.later((Eighth) null))};
    Class<?> c = Eighth.class;
    t.log(a.length);
    return Coroutine.of(c);
  }

  class Eighth {
    static {
      Trace.current().log("not here");
    }
  }

  // catalogue 115
  default Coroutine<Object> superclassInitialisedToo(Trace t) {
    t.log("start");
    return Coroutine.of(new Ninth(await(t.later(1))).x);
  }

  class NinthBase {
    static {
      Trace.current().log("base initialised");
    }
  }

  class Ninth extends NinthBase {
    static {
      Trace.current().log("Ninth initialised");
    }

    final int x;

    Ninth(int x) {
      this.x = x;
    }
  }
}
