package corpus.locals;

import static dev.fermata.asyncio.Asyncio.await;

import dev.fermata.Async;
import dev.fermata.asyncio.Coroutine;
import oracle.Trace;

/** Local types used across awaits. */
@Async
interface LocalCapturingClasses {
  default Coroutine<Object> capturing(Trace t) {
    int base = await(t.later(100));
    String s = "s";
    class Adder {
      int add(int x) {
        return base + x + s.length();
      }
    }
    await(t.later(0));
    Adder a = new Adder();
    t.log(a.add(await(t.later(1))));
    return Coroutine.of(new Adder().add(2));
  }

  default Coroutine<Object> onePerIteration(Trace t) {
    java.util.List<Object> all = new java.util.ArrayList<>();
    for (int i = 0; i < 3; i++) {
      int n = await(t.later(i));
      class Item {
        final int twice = n * 2;

        @Override
        public String toString() {
          return n + ":" + twice;
        }
      }
      await(t.later("x"));
      all.add(new Item());
    }
    return Coroutine.of(all);
  }

  default Coroutine<Object> localClassesUsingEachOther(Trace t) {
    int k = await(t.later(1));
    class One {
      int f(int n) {
        return n <= 0 ? k : n + f(n - 1);
      }
    }
    class Two {
      final One one = new One();

      int g(int n) {
        return one.f(n) * 10;
      }
    }
    return Coroutine.of(new Two().g(await(t.later(3))) + new One().f(await(t.later(2))));
  }
}
