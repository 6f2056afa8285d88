package corpus.resources;

import static dev.fermata.asyncio.Asyncio.await;

import dev.fermata.Async;
import dev.fermata.asyncio.AsyncGenerator;
import dev.fermata.asyncio.Coroutine;
import oracle.Gate;
import oracle.Res;
import oracle.Trace;

/** What is entered and left by awaiting, alone and among ordinary resources. */
@Async
interface ContextManagers {
  default Coroutine<Object> one(Trace t) {
    try (Gate g = t.gate("a")) {
      t.log("inside", g.name);
    }
    return Coroutine.of("end");
  }

  default Coroutine<Object> awaitInside(Trace t) {
    try (Gate g = t.gate(await(t.later("a")))) {
      t.log("inside", await(t.later(g.name)));
    } finally {
      t.log("finally", await(t.later(1)));
    }
    return Coroutine.of("end");
  }

  default Coroutine<Object> several(Trace t) {
    try (Gate a = t.gate("a");
        Res r = t.res("r");
        Gate b = t.gate("b")) {
      t.log(await(t.later(a.name + b.name)));
      if (t.v(true)) throw new IllegalStateException("inside");
    } catch (IllegalStateException e) {
      t.log("caught", e);
    }
    return Coroutine.of("end");
  }

  default Coroutine<Object> failingOthers(Trace t) {
    try (Gate a = t.gate("a");
        Res r = t.badRes("r")) {
      t.log(a.name);
      t.boom("inside");
    } catch (IllegalStateException e) {
      t.log("caught", e);
    }
    try (Gate a = t.gate("a");
        Res r = t.badRes("r")) {
      t.log(a.name);
    } catch (Exception e) {
      t.log("caught", e);
    }
    return Coroutine.of("end");
  }

  default Coroutine<Object> jumpsOut(Trace t) {
    outer:
    for (int i = 0; i < 4; i++) {
      try (Gate g = t.gate("g" + i)) {
        if (i == 0) continue;
        for (int j = 0; j < 2; j++) {
          try (Gate h = t.gate("h" + j)) {
            if (i == 2) break outer;
            if (j == 1) continue outer;
            t.log(i + "/" + j);
          }
        }
      }
    }
    try (Gate g = t.gate("last")) {
      return Coroutine.of(g.name + await(t.later("!")));
    }
  }

  default Coroutine<Object> nothing(Trace t) {
    Gate none = null;
    try (none;
        Gate g = t.v(false) ? t.gate("never") : null) {
      t.log("inside", g);
    }
    return Coroutine.of("end");
  }

  default AsyncGenerator<String> values(Trace t) {
    try (Gate g = t.gate("g")) {
      AsyncGenerator.yield(g.name + 1);
      AsyncGenerator.yield(g.name + 2);
    }
    return AsyncGenerator.completed();
  }

  default Coroutine<Object> inAGenerator(Trace t) {
    for (String s : await(values(t))) t.log(s);
    AsyncGenerator<String> left = values(t);
    t.log(await(left.anext()));
    await(left.aclose());
    return Coroutine.of("end");
  }
}
