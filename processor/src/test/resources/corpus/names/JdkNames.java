package corpus.names;

import static dev.fermata.asyncio.Asyncio.await;

import dev.fermata.Async;
import dev.fermata.asyncio.Coroutine;
import oracle.Trace;

/** Types of the user's that are named like the JDK's. */
@Async
interface JdkNames {
  class Object {
    int own = 1;
  }

  class String {
    final java.lang.String s;

    String(java.lang.String s) {
      this.s = s;
    }
  }

  class Integer {
    int i = 3;
  }

  class Throwable {
    int u = 4;
  }

  class Exception {}

  @interface Override {}

  class Duration {}

  class Class {}

  class Void {}

  // catalogue 94
  default Coroutine<java.lang.Object> run(Trace t) {
    Object o = new Object();
    String s = new String(await(t.later("text")));
    Integer i = await(t.later(new Integer()));
    Throwable u = new Throwable();
    await(t.later(0));
    try {
      await(t.fail("x"));
    } catch (IllegalStateException e) {
      t.log(e.getMessage() + await(t.later(1)));
    } finally {
      await(t.later(2));
    }
    return Coroutine.of(o.own + s.s + i.i + u.u);
  }

  // catalogue 94
  default Coroutine<java.lang.Void> nothing(Trace t) {
    java.lang.Integer x = await(t.later(1));
    t.log(x + await(t.later("s")));
    return Coroutine.completed();
  }
}
