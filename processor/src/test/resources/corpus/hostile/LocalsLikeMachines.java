package corpus.hostile;

import static dev.fermata.asyncio.Asyncio.await;

import dev.fermata.Async;
import dev.fermata.asyncio.Coroutine;
import oracle.Trace;

/** Types of bodies that are named like what is generated around them. */
@Async
interface LocalsLikeMachines {
  // the machine of its own function
  default Coroutine<Object> load(Trace t) {
    record Load(int a, String b) {}
    Load load = new Load(await(t.later(1)), "x");
    await(t.later(0));
    return Coroutine.of(load + " " + Load.class.getSimpleName());
  }

  default Coroutine<Object> classes(Trace t) {
    class Classes {
      int n = await_(3);
      int await_(int x) { return x + 1; }
    }
    Classes c = new Classes();
    t.log(await(t.later(c.n)));
    return Coroutine.of(new Classes().n);
  }

  default Coroutine<Object> capturing(Trace t) {
    int base = await(t.later(5));
    class Capturing {
      int sum(int x) { return base + x; }
    }
    Capturing c = new Capturing();
    t.log(await(t.later(c.sum(1))));
    java.util.function.Supplier<Capturing> s = Capturing::new;
    return Coroutine.of(s.get().sum(await(t.later(2))));
  }

  default Coroutine<Object> enums(Trace t) {
    enum Enums { A, B }
    Enums e = Enums.valueOf(await(t.later("B")));
    switch (e) {
      case A: t.log(await(t.later("a"))); break;
      case B: t.log(await(t.later("b"))); break;
    }
    return Coroutine.of(e);
  }

  default Coroutine<Object> faces(Trace t) {
    interface Faces { int f(); }
    Faces f = () -> 4;
    t.log(await(t.later(f.f())));
    return Coroutine.of(f.f());
  }

  // the machine of another function
  default Coroutine<Object> other(Trace t) {
    record Load(int z) {}
    record Other2(int y) {}
    Load load = new Load(await(t.later(7)));
    t.log(await(load(t)));
    return Coroutine.of(load);
  }

  // a member of a local type
  default Coroutine<Object> member(Trace t) {
    class Outer {
      class Member { int m = 6; }
      Member make() { return new Member(); }
    }
    Outer o = new Outer();
    t.log(await(t.later(o.make().m)));
    Outer.Member m = o.new Member();
    await(t.later(0));
    return Coroutine.of(m.m);
  }

  // anonymous classes get names
  default Coroutine<Object> anonymous(Trace t) {
    Object o = new Object() {
      int n = 1;
      public String toString() { return "n" + n; }
    };
    await(t.later(0));
    return Coroutine.of(o.toString());
  }

  // a lambda's machine
  interface Job { Coroutine<Integer> run(int x); }
  default Coroutine<Object> lambdas(Trace t) {
    record LambdasLambda1(int a) {}
    record Lambdas(int a) {}
    Job job = x -> Coroutine.of(await(t.later(new Lambdas(x))).a + new LambdasLambda1(3).a);
    return Coroutine.of(await(job.run(4)) + new Lambdas(1).toString() + new LambdasLambda1(await(t.later(2))));
  }

  // generics
  default <T> Coroutine<Object> generic(Trace t, T value) {
    record Generic<X>(X x) {}
    Generic<T> g = new Generic<>(value);
    await(t.later(0));
    return Coroutine.of(g);
  }
  default Coroutine<Object> callsGeneric(Trace t) { return generic(t, "v"); }

  // type variables
  default <TypeVariable> Coroutine<Object> typeVariable(Trace t, TypeVariable value) {
    TypeVariable v = await(t.later(value));
    await(t.later(0));
    return Coroutine.of(v);
  }
  default Coroutine<Object> callsTypeVariable(Trace t) { return typeVariable(t, "w"); }

  private Coroutine<Integer> hidden(Trace t, int x) {
    record Hidden(int x) {}
    Hidden h = new Hidden(await(t.later(x)));
    return Coroutine.of(h.x + 1);
  }
  default Coroutine<Object> callsHidden(Trace t) {
    record Hidden(int x) {}
    Hidden h = new Hidden(1);
    return Coroutine.of(await(hidden(t, 3)) + " " + h);
  }
}
