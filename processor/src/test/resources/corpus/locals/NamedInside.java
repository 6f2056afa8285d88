package corpus.locals;

import static dev.fermata.asyncio.Asyncio.await;

import dev.fermata.Async;
import dev.fermata.asyncio.Coroutine;
import java.util.*;
import java.util.function.*;
import oracle.Trace;

/** Local types that coroutine lambdas name, and subclasses of those that capture. */
@Async
interface NamedInside {
  default Coroutine<Object> inLambda(Trace t) {
    record Pair(int a, String b) {}
    enum Color { RED, GREEN }
    interface Greet { String hi(); }
    int k = await(t.later(3));
    class Loc { int f() { return k; } }
    Supplier<Coroutine<Pair>> s = () -> { await(t.pause()); Greet g = () -> "hi"; return Coroutine.of(new Pair(new Loc().f() + await(t.later(1)), Color.RED + g.hi())); };
    Pair p = await(s.get());
    Function<Pair, Coroutine<Pair>> f = q -> Coroutine.of(new Pair(q.a() + await(t.later(1)), q.b()));
    return Coroutine.of(await(f.apply(p)).toString());
  }

  default Coroutine<Object> verbatim(Trace t) {
    await(t.pause());
    List<Supplier<Coroutine<String>>> all = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      int k = i;
      // A pair.
      record Pair(int a, String b) {}
      class Loc { int f() { return k; } }
      all.add(() -> Coroutine.of(new Pair(await(t.later(k)), "x").toString() + new Loc().f()));
    }
    return Coroutine.of(await(all.get(0).get()) + await(all.get(1).get()));
  }

  default Coroutine<Object> sub(Trace t) {
    int k = await(t.later(1));
    class Local { int n = k; }
    await(t.later(0));
    if (k > 0) {
      class Other extends Local {}
      t.log(new Other().n);
    }
    for (int i = 0; i < 2; i++) {
      int j = i;
      class Other extends Local { int m = n + j; }
      t.log(new Other().m);
      t.log(new Other() { int z() { return m + n; } }.z());
    }
    return Coroutine.of("end");
  }
}
