package corpus.locals;

import static dev.fermata.asyncio.Asyncio.await;

import dev.fermata.Async;
import dev.fermata.asyncio.Coroutine;
import java.util.*;
import java.util.function.*;
import oracle.Trace;

/** Methods of local and anonymous classes that are coroutines. */
@Async
interface CoroutineMethods {
  interface Visitor { Coroutine<Integer> visit(int n); }
  default int own() { return 7; }
  default Coroutine<Object> anon(Trace t) {
    int k = await(t.later(1));
    Visitor v = new Visitor() {
      int calls;
      @Override public Coroutine<Integer> visit(int n) {
        calls++;
        int x = await(t.later(n + k + own()));
        if (n > 0) x += await(visit(n - 1)) + await(this.visit(0));
        return Coroutine.of(x + calls);
      }
    };
    return Coroutine.of(await(v.visit(2)));
  }
  default Coroutine<Object> local(Trace t) {
    class V implements Visitor {
      private final int base;
      V(int base) { this.base = base; }
      public Coroutine<Integer> visit(int n) { int x = await(t.later(n + base)); return Coroutine.of(x * base + helper(x)); }
      private int helper(int z) { return z + base; }
    }
    return Coroutine.of(await(new V(10).visit(3)));
  }

  default <T extends Comparable<T>> Coroutine<Object> generic(Trace t, T one) {
    int k = await(t.later(2));
    class Box<Q> {
      Q q;

      Box(Q q) {
        this.q = q;
      }

      class Part {
        Q get() {
          return q;
        }
      }

      <R> Coroutine<List<Object>> both(R r, T... more) {
        Q before = await(t.later(q));
        Part part = new Part();
        await(t.pause());
        List<Object> all = new ArrayList<>(List.of(before, part.get(), r, one, k));
        for (T each : more) {
          Supplier<Coroutine<T>> s = () -> Coroutine.of(await(t.later(each)));
          all.add(await(s.get()));
          q = null;
        }
        Visitor deeper = new Visitor() {
          @Override
          public Coroutine<Integer> visit(int n) {
            await(t.later(Box.this.q));
            return Coroutine.of(n + own() + all.size());
          }
        };
        all.add(await(deeper.visit(1)));
        return Coroutine.of(all);
      }
    }
    return Coroutine.of(await(new Box<>("q").both(1.5, one, one)));
  }

  default Coroutine<Object> generic(Trace t) {
    return generic(t, "one");
  }

  class Base {
    final String name;

    Base(String name, int... more) throws java.io.IOException {
      this.name = name + more.length;
    }

    Coroutine<String> hello() {
      return Coroutine.of(name);
    }
  }

  default Coroutine<Object> constructors(Trace t) throws Exception {
    String x = await(t.later("x"));
    Base base = new Base(x, 1, await(t.later(2))) {
      final String own = x + name;

      @Override
      Coroutine<String> hello() {
        String s = await(t.later(own));
        return Coroutine.of(s + name);
      }
    };
    int direct = new Object() {
      int twice(int n) {
        return n * 2;
      }
    }.twice(await(t.later(3)));
    record Pair(int a) {
      Coroutine<Integer> plus(Trace t, int b) {
        return Coroutine.of(await(t.later(a)) + b);
      }
    }
    enum Color {
      RED;

      Coroutine<String> low(Trace t) {
        return Coroutine.of(await(t.later(name())).toLowerCase());
      }
    }
    return Coroutine.of(
        await(base.hello()) + direct + await(new Pair(1).plus(t, 2)) + await(Color.RED.low(t)));
  }

  default Coroutine<Object> perIteration(Trace t) {
    List<Visitor> all = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      int k = i;
      all.add(new Visitor() {
        @Override
        public Coroutine<Integer> visit(int n) {
          return Coroutine.of(await(t.later(k)) * n);
        }
      });
    }
    int sum = 0;
    for (Visitor v : all) {
      sum += await(v.visit(10));
    }
    return Coroutine.of(sum);
  }

  default Coroutine<Object> namesOthersInTheSameText(Trace t) {
    {
      class Plain {
        int twice(int n) { return 2 * n; }
      }
      record Pair(int a, int b) {}
      class Between {
        Pair pair(int n) { return new Pair(n, new Plain().twice(n)); }
      }
      class User {
        int direct() { return new Plain().twice(4); }
        Coroutine<Object> co(int n) {
          Pair pair = new Between().pair(await(t.later(n)));
          return Coroutine.of(pair.a() + pair.b() + await(t.later(direct())));
        }
      }
      t.log(new Plain().twice(1) + " " + new Pair(1, 2) + new Between().pair(3) + new User().direct());
    }
    {
      class Plain {
        int twice(int n) { return -2 * n; }
      }
      class User {
        Coroutine<Object> co(int n) { return Coroutine.of(new Plain().twice(await(t.later(n)))); }
      }
      t.log(new User().getClass().getSimpleName() + await(new User().co(new Plain().twice(2))));
    }
    return Coroutine.of("end");
  }
}
