package corpus.resources;

import static dev.fermata.asyncio.Asyncio.await;

import dev.fermata.Async;
import dev.fermata.asyncio.Coroutine;
import oracle.Problem;
import oracle.Res;
import oracle.Trace;

/** try-with-resources: order of closing, nulls, suppressed failures. */
@Async
interface Resources {
  // catalogue 29
  default Coroutine<Object> bodySuspends(Trace t) {
    try (Res a = t.res("a")) {
      await(t.later(1));
      t.log("still open");
      await(t.later(2));
    }
    return Coroutine.of("end");
  }

  // catalogue 29 129
  default Coroutine<Object> closeOrder(Trace t) {
    try (Res a = t.res("a"); Res b = t.res("b"); Res c = t.res("c")) {
      await(t.later(1));
    }
    return Coroutine.of("end");
  }

  // catalogue 29
  default Coroutine<Object> awaitInInitialiser(Trace t) {
    try (Res a = await(t.later(t.res("a")))) {
      t.log(a);
    }
    try (Res a = t.res("a"); Res b = await(t.later(t.res("b")))) {
      t.log(b);
    }
    return Coroutine.of("end");
  }

  // catalogue 142
  default Coroutine<Object> secondInitialiserFails(Trace t) {
    try (Res a = t.res("a"); Res b = await(t.<Res>fail("b")); Res c = t.res("c")) {
      t.log("not here");
    } catch (IllegalStateException e) {
      t.log(e);
    }
    return Coroutine.of("end");
  }

  // catalogue 129
  default Coroutine<Object> nullResource(Trace t) {
    try (Res a = t.res("a"); Res b = null; Res c = await(t.later((Res) null))) {
      await(t.later(b == c));
    }
    try (Res n = null) {
      await(t.later(1));
    }
    return Coroutine.of("end");
  }

  // catalogue 129
  default Coroutine<Object> bodyFailsAndCloseFails(Trace t) {
    try (Res a = t.badRes("a"); Res b = t.res("b"); Res c = t.badRes("c")) {
      await(t.fail("body"));
    }
    return Coroutine.of("end");
  }

  // catalogue 129
  default Coroutine<Object> onlyCloseFails(Trace t) {
    try {
      try (Res a = t.badRes("a"); Res b = t.badRes("b")) {
        await(t.later(1));
      }
      t.log("not here");
    } catch (RuntimeException e) {
      t.log(e);
    }
    return Coroutine.of("end");
  }

  // catalogue 129
  default Coroutine<Object> catchAndFinallyAfterClosing(Trace t) {
    try (Res a = t.res("a")) {
      await(t.fail("body"));
    } catch (IllegalStateException e) {
      await(t.later("catch"));
      t.log(e);
    } finally {
      await(t.later("finally"));
    }
    return Coroutine.of("end");
  }

  default Coroutine<Object> returnThroughResources(Trace t) {
    for (int i = 0; i < 3; i++) {
      try (Res a = t.res("a" + i); Res b = t.res("b" + i)) {
        if (await(t.later(i)) == 0) continue;
        if (i == 2) return Coroutine.of("returned " + a);
        t.log("body", b);
      }
    }
    return Coroutine.of("not here");
  }

  default Coroutine<Object> breakThroughResource(Trace t) {
    while (true) {
      try (Res a = t.res("a")) {
        await(t.later(1));
        break;
      } finally {
        await(t.later("f"));
      }
    }
    return Coroutine.of("end");
  }

  default Coroutine<Object> returnButCloseFails(Trace t) {
    try {
      try (Res a = t.badRes("a")) {
        return Coroutine.of(await(t.later("value")));
      }
    } catch (IllegalArgumentException e) {
      t.log(e);
    }
    return Coroutine.of("after");
  }

  // catalogue 129
  default Coroutine<Object> effectivelyFinalVariable(Trace t) {
    Res a = t.res("a");
    final Res b = await(t.later(t.res("b")));
    try (a; b) {
      await(t.later(1));
    }
    return Coroutine.of("end");
  }

  default Coroutine<Object> fieldAsResource(Trace t) {
    Holder h = new Holder();
    h.r = null;
    Holder g = await(t.later(new Holder()));
    try (g.fixed) {
      await(t.later(1));
    }
    return Coroutine.of("end");
  }

  class Holder {
    Res r;
    final AutoCloseableBox fixed = new AutoCloseableBox();
  }

  class AutoCloseableBox implements AutoCloseable {
    @Override
    public void close() {
      Trace.current().log("closed the field's");
    }
  }

  default Coroutine<Object> varResource(Trace t) {
    try (var a = t.res("a"); var b = await(t.later(t.res("b")))) {
      t.log(await(t.later(a.name + b.name)));
    }
    return Coroutine.of("end");
  }

  default Coroutine<Object> nested(Trace t) {
    try (Res a = t.res("a")) {
      try (Res b = t.res("b")) {
        await(t.fail("inner"));
      } catch (IllegalStateException e) {
        await(t.later("caught"));
      }
      t.log("a still open");
    }
    return Coroutine.of("end");
  }

  // catalogue 142
  default Coroutine<Object> checkedClose(Trace t) {
    try (Checked c = new Checked(t)) {
      await(t.later(1));
    } catch (Problem e) {
      t.log(e);
    }
    try (Checked c = new Checked(t)) {
      await(t.fail("body"));
    } catch (Problem e) {
      t.log("not here");
    } catch (IllegalStateException e) {
      t.log(e);
    }
    return Coroutine.of("end");
  }

  class Checked implements AutoCloseable {
    private final Trace t;

    Checked(Trace t) {
      this.t = t;
    }

    @Override
    public void close() throws Problem {
      t.log("close");
      throw new Problem("close");
    }
  }

  default Coroutine<Object> lambdaResource(Trace t) {
    try (AutoCloseable c = () -> t.log("closed by lambda")) {
      await(t.later(1));
    } catch (Exception e) {
      t.log("not here");
    }
    return Coroutine.of("end");
  }

  default Coroutine<Object> resourceCaptured(Trace t) {
    Runnable r;
    try (Res a = t.res("a")) {
      await(t.later(1));
      r = () -> t.log("captured", a);
    }
    await(t.later(2));
    r.run();
    return Coroutine.of("end");
  }

  default Coroutine<Object> noAwaitInside(Trace t) {
    await(t.later(1));
    try (Res a = t.res("a")) {
      t.log("body");
    }
    for (int i = 0; i < 2; i++) {
      await(t.later(i));
      try (Res a = t.res("a" + i)) {
        if (i == 0) continue;
        break;
      }
    }
    return Coroutine.of("end");
  }

  // catalogue 129
  default Coroutine<Object> sameExceptionFromClose(Trace t) {
    RuntimeException same = new IllegalStateException("same");
    try {
      try (AutoCloseable c = () -> { throw same; }) {
        await(t.fail(same));
      }
    } catch (Throwable e) {
      t.log(e == same);
      t.log(e.getClass());
      t.log(e.getSuppressed().length);
    }
    return Coroutine.of("end");
  }

  default Coroutine<Object> loopOfResources(Trace t) {
    for (String s : new String[] {"a", "b"}) {
      try (Res r = t.res(s)) {
        await(s.equals("a") ? t.fail("x") : t.later("y"));
      } catch (IllegalStateException e) {
        t.log(e);
      }
    }
    return Coroutine.of("end");
  }
}
