package corpus.casts;

import static dev.fermata.asyncio.Asyncio.await;

import dev.fermata.Async;
import dev.fermata.asyncio.Coroutine;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.RandomAccess;
import java.util.function.Supplier;
import oracle.Trace;

/** Types that are several at once and cannot be written, all of them in use. */
@Async
interface Intersections {
  interface Named {
    default String name() {
      return "named";
    }
  }

  interface Sized {
    int size();
  }

  record One(int size) implements Named, Sized {}

  record Two(int size, String extra) implements Named, Sized {}

  static int sizeOf(Sized sized) {
    return sized.size();
  }

  // catalogue 131
  default Coroutine<Object> conditional(Trace t) {
    var x = await(t.later(true)) ? new One(1) : new Two(2, "b");
    await(t.later(0));
    t.log(x.name() + x.size());
    t.log(sizeOf(x) + await(t.later(5)) + x.size());
    var y = await(t.later(false)) ? 1 : "a";
    await(t.later(0));
    Comparable<?> c = y;
    Serializable s = y;
    return Coroutine.of(c + "" + s + y);
  }

  default Coroutine<Object> list(Trace t) {
    var all = List.of(new One(1), new Two(2, "c"));
    await(t.later(0));
    for (var each : all) {
      t.log(each.name() + await(t.later(each.size())) + each.size());
    }
    var first = all.get(await(t.later(1)));
    await(t.later(0));
    return Coroutine.of(first.name() + first.size() + sizeOf(first));
  }

  default Coroutine<Object> cast(Trace t) {
    Object o = new One(3);
    var both = (Sized & Named) o;
    await(t.later(0));
    t.log(both.name() + both.size());
    var list = (List<Integer> & RandomAccess) new ArrayList<>(List.of(1, 2));
    await(t.later(0));
    RandomAccess access = list;
    for (int i : list) {
      t.log(i + await(t.later(i)));
    }
    return Coroutine.of(access == list);
  }

  default Coroutine<Object> lambda(Trace t) {
    var job = (Runnable & Serializable) () -> t.log("ran");
    await(t.later(0));
    job.run();
    Serializable s = job;
    await(t.later(0));
    return Coroutine.of(s == job);
  }

  default <T extends Sized & Named> Coroutine<Object> variable(Trace t, List<? extends T> list) {
    var one = list.get(0);
    T two = list.get(await(t.later(1)));
    await(t.later(0));
    return Coroutine.of(one.name() + one.size() + two.name() + two.size());
  }

  default Coroutine<Object> callsVariable(Trace t) {
    return variable(t, List.of(new One(1), new Two(2, "d")));
  }

  class Holder<T extends Sized & Named> {
    final T value;

    Holder(T value) {
      this.value = value;
    }

    T get() {
      return value;
    }
  }

  default Coroutine<Object> wildcard(Trace t) {
    Holder<?> holder = new Holder<>(new One(4));
    var value = holder.get();
    await(t.later(0));
    Holder<? extends Serializable> none = null;
    t.log(holder.get().name() + await(t.later(1)) + holder.value.size());
    return Coroutine.of(value.name() + value.size() + none);
  }

  default Coroutine<Object> operands(Trace t) {
    boolean yes = await(t.later(true));
    t.log((yes ? new One(1) : new Two(2, "e")).name().concat(await(t.later("f"))));
    t.log(plus(yes ? new One(1) : new Two(2, "g"), await(t.later(2))));
    t.log((await(t.later(yes)) ? new One(await(t.later(6))) : new Two(2, "h")).name());
    t.log(pick(new One(1), new Two(2, "i")).size() + await(t.later(3)));
    t.log(await(t.later(pick(new One(1), new Two(2, "j")))).name());
    return Coroutine.of(await(t.later(yes ? new One(7) : new Two(8, "k"))).size());
  }

  static <T> T pick(T one, T two) {
    return two;
  }

  static <T extends Sized & Named> String plus(T x, int n) {
    return x.name() + (x.size() + n);
  }

  default Coroutine<Object> captured(Trace t) {
    var x = await(t.later(true)) ? new One(1) : new Two(2, "l");
    await(t.later(0));
    Supplier<String> s = () -> x.name() + x.size();
    Supplier<Coroutine<String>> c = () -> Coroutine.of(x.name() + await(t.later(x.size())));
    class Local {
      String both() {
        return x.name() + sizeOf(x);
      }
    }
    await(t.later(0));
    return Coroutine.of(s.get() + await(c.get()) + new Local().both());
  }

  default Coroutine<Object> assigned(Trace t) {
    var x = await(t.later(true)) ? new One(1) : new Two(2, "m");
    await(t.later(0));
    x = await(t.later(true)) ? new Two(3, "n") : new One(5);
    await(t.later(0));
    x = x;
    return Coroutine.of(x.name() + x.size());
  }

  class Bad extends Exception implements Sized {
    private static final long serialVersionUID = 1;

    @Override
    public int size() {
      return 1;
    }
  }

  class Worse extends Exception implements Sized {
    private static final long serialVersionUID = 1;

    @Override
    public int size() {
      return 2;
    }
  }

  default Coroutine<Object> union(Trace t) {
    int sum = 0;
    for (int i = 0; i < 2; i++) {
      try {
        if (await(t.later(i)) == 0) {
          throw new Bad();
        }
        throw new Worse();
      } catch (Bad | Worse e) {
        await(t.later(0));
        sum += e.size() + sizeOf(e);
        Exception plain = e;
        t.log(plain.getMessage());
      }
    }
    return Coroutine.of(sum);
  }
}
