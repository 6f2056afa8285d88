package corpus.hostile;

import static dev.fermata.asyncio.Asyncio.await;

import dev.fermata.Async;
import dev.fermata.asyncio.Coroutine;
import oracle.Trace;

/** Type parameters named like machines, and like what these mention. */
@Async
interface TypeVariablesLikeOurs {
  default <Driver, AsyncFrame, Throwable_, String> Coroutine<Object> variables(Trace t, Driver d, AsyncFrame f, String s) {
    Driver d2 = d;
    AsyncFrame f2 = await(t.later(f));
    String s2 = s;
    try {
      await(t.later(0));
    } finally {
      t.log(await(t.later(d2)));
    }
    return Coroutine.of(d2 + "" + f2 + s2);
  }
  default Coroutine<Object> callsVariables(Trace t) { return variables(t, 1, 2, 3); }

  default <T> Coroutine<T> t(Trace t, T x) { return Coroutine.of(await(t.later(x))); }
  default Coroutine<Object> callsT(Trace t) { return Coroutine.of(await(t(t, 3))); }
  default <Object, String> Coroutine<Object> jdk(Trace t, Object o, String s) {
    Object p = await(t.later(o));
    java.lang.Object q = await(t.later(s));
    String r = s;
    await(t.later(0));
    return Coroutine.of(p == q ? null : p);
  }
  default Coroutine<Object> callsJdk(Trace t) { return jdk(t, 3, 4); }
  default Coroutine<Object> ofLocalClass(Trace t) {
    class Box<Integer, OfLocalClass> {
      Integer value; OfLocalClass other;
      Box(Integer v, OfLocalClass o) { value = v; other = o; }
      <Driver> Driver pass(Driver d) { return d; }
    }
    var box = new Box<>("a", 1.0);
    int n = await(t.later(4));
    await(t.later(0));
    return Coroutine.of(box.value + box.other + n + box.pass(3));
  }
  default Coroutine<Object> locals(Trace t) {
    int t1 = await(t.later(4));
    class Gen<Locals> {
      Locals make(Locals l) { t.log(t1); return l; }
    }
    Gen<String> g = new Gen<>();
    await(t.later(0));
    return Coroutine.of(g.make("x"));
  }
  private <Inner> Coroutine<Inner> inner(Trace t, Inner x, int n) {
    if (n == 0) return Coroutine.of(x);
    return Coroutine.of(await(inner(t, await(t.later(x)), n - 1)));
  }
  default Coroutine<Object> callsInner(Trace t) { return Coroutine.of(await(inner(t, 3, 2))); }
  default <Gen> dev.fermata.asyncio.Generator<Gen> gen(Gen g) {
    record Gen2(int x) {}
    dev.fermata.asyncio.Generator.yield(g);
    return dev.fermata.asyncio.Generator.completed();
  }
  default dev.fermata.asyncio.Generator<Object> numbers() {
    record Numbers(int x) {}
    dev.fermata.asyncio.Generator.yield(new Numbers(1));
    return dev.fermata.asyncio.Generator.completed();
  }
  default Coroutine<Object> generators(Trace t) {
    for (Object o : numbers()) t.log(await(t.later(o)));
    for (Object o : gen("s")) t.log(await(t.later(o)));
    return Coroutine.of("end");
  }
}
