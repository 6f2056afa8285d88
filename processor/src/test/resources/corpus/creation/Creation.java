package corpus.creation;

import static dev.fermata.asyncio.Asyncio.await;

import dev.fermata.Async;
import dev.fermata.asyncio.Coroutine;
import oracle.Trace;

/** Object creation: arguments, nested, inner and anonymous classes. */
@Async
interface Creation {
  // catalogue 40
  default Coroutine<Object> arguments(Trace t) {
    Pair p = new Pair(t.v(1), await(t.later(2)));
    Pair q = new Pair(await(t.later(p.a())), t.v(p.b()));
    t.log(new Pair(new Pair(await(t.later(3)), 4).a(), new Pair(5, await(t.later(6))).b()));
    t.log(p);
    return Coroutine.of(q);
  }

  record Pair(Object a, Object b) {}
  // catalogue 40
  default Coroutine<Object> inner(Trace t) {
    Outer o = new Outer("o");
    Outer.Inner i = o.new Inner(await(t.later(1)));
    t.log(i);
    t.log(await(t.later(o)).new Inner(await(t.later(2))));
    Outer n = null;
    try {
      n.new Inner(await(t.later(3)));
    } catch (NullPointerException e) {
      t.log(e);
    }
    return Coroutine.of("end");
  }

  class Outer {
    final String name;

    Outer(String name) {
      this.name = name;
    }

    class Inner {
      final int x;

      Inner(int x) {
        this.x = x;
      }

      @Override
      public String toString() {
        return name + x;
      }
    }
  }

  // catalogue 102
  default Coroutine<Object> anonymous(Trace t) {
    int n = await(t.later(5));
    Object o = new Object() {
      final int twice = n * 2;

      @Override
      public String toString() {
        return "anonymous " + twice + n;
      }
    };
    await(t.later(0));
    t.log(o);
    Outer p = new Outer(await(t.later("arg"))) {
      @Override
      public String toString() {
        return "sub " + name + n;
      }
    };
    await(t.later(0));
    t.log(p);
    t.log(new Outer(await(t.later("inline"))) {}.name);
    return Coroutine.of("end");
  }

  // catalogue 102
  default Coroutine<Object> anonymousWithMembers(Trace t) {
    int base = await(t.later(10));
    java.util.Iterator<Integer> it = new java.util.Iterator<>() {
      private int i;

      @Override
      public boolean hasNext() {
        return i < 3;
      }

      @Override
      public Integer next() {
        return base + i++;
      }
    };
    int sum = 0;
    while (await(t.later(it.hasNext()))) sum += await(t.later(it.next()));
    return Coroutine.of(sum);
  }

  default Coroutine<Object> generic(Trace t) {
    java.util.List<String> a = new java.util.ArrayList<>(await(t.later(java.util.List.of("x"))));
    java.util.Map<String, java.util.List<Integer>> m = new java.util.TreeMap<>();
    m.put(await(t.later("k")), new java.util.ArrayList<>());
    m.get("k").add(await(t.later(1)));
    t.log(new java.util.ArrayList<>(java.util.List.of(await(t.later(2)), 3)).size());
    return Coroutine.of(a + "" + m);
  }

  default Coroutine<Object> explicitTypeArguments(Trace t) {
    t.log(new <String>Generic<Integer>(await(t.later("a")), await(t.later(1))));
    t.log(java.util.Collections.<Object>singletonList(await(t.later("x"))));
    return Coroutine.of(this.<String>same(await(t.later("s"))));
  }

  class Generic<T> {
    final Object a;
    final T b;

    <S> Generic(S a, T b) {
      this.a = a;
      this.b = b;
    }

    @Override
    public String toString() {
      return a + "" + b;
    }
  }

  default <X> X same(X x) {
    return x;
  }

  default Coroutine<Object> throwingConstructor(Trace t) {
    try {
      new Picky(await(t.later(-1)));
    } catch (IllegalArgumentException e) {
      t.log(e);
    }
    try {
      new Picky(await(t.<Integer>fail("argument")));
    } catch (IllegalStateException e) {
      t.log(e);
    }
    return Coroutine.of(new Picky(await(t.later(1))).x);
  }

  class Picky {
    final int x;

    Picky(int x) {
      if (x < 0) throw new IllegalArgumentException("" + x);
      this.x = x;
    }
  }

  default Coroutine<Object> diamondAnonymous(Trace t) {
    java.util.function.Function<Integer, String> f = new java.util.function.Function<>() {
      @Override
      public String apply(Integer x) {
        return "f" + x;
      }
    };
    t.log(f.apply(await(t.later(1))));
    return Coroutine.of(f.andThen(s -> s + "!").apply(await(t.later(2))));
  }
}
