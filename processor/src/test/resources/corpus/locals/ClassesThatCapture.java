package corpus.locals;

import static dev.fermata.asyncio.Asyncio.await;

import dev.fermata.Async;
import dev.fermata.asyncio.Coroutine;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import oracle.Trace;

/** Local classes that use variables and the receiver of the body around them. */
@Async
interface ClassesThatCapture {
  int LIMIT = 10;

  default int limit() {
    return LIMIT;
  }

  private int secret(int x) {
    return x * limit();
  }

  default Coroutine<Object> variables(Trace t) {
    int base = await(t.later(100));
    String s = "s";
    // An adder.
    class Adder {
      int add(int x) {
        return base + x + s.length();
      }
    }
    await(t.later(0));
    Adder a = new Adder();
    t.log(a.add(await(t.later(1))));
    Adder[] many = {a, new Adder()};
    t.log(many[await(t.later(1))].add(3));
    Object o = many[0];
    t.log(o instanceof Adder);
    t.log(((Adder) o).add(4));
    t.log(Adder.class == o.getClass());
    List<Adder> list = new ArrayList<Adder>(List.of(many));
    await(t.later(1));
    if (o instanceof Adder b && await(t.later(true))) {
      t.log(b.add(5) + list.size());
    }
    Adder[] none = new Adder[2];
    return Coroutine.of(new Adder().add(2) + none.length);
  }

  default Coroutine<Object> receiver(Trace t, int factor) {
    class Uses {
      int own = limit();

      int all() {
        Supplier<Integer> later = () -> ClassesThatCapture.this.limit() + factor;
        return own + secret(2) + LIMIT + later.get();
      }
    }
    await(t.later(0));
    return Coroutine.of(new Uses().all() + await(t.later(1)));
  }

  default Coroutine<Object> receiver(Trace t) {
    return receiver(t, 3);
  }

  default Coroutine<Object> onePerIteration(Trace t) {
    List<Object> all = new ArrayList<>();
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
    return Coroutine.of(all.toString());
  }

  default Coroutine<Object> usingEachOther(Trace t) {
    int k = await(t.later(1));
    class One {
      int f(int n) {
        return n <= 0 ? k : n + new One().f(n - 1);
      }
    }
    class Two {
      final One one = new One();

      int g(int n) {
        return one.f(n) * 10;
      }

      Two again() {
        return new Two();
      }
    }
    record Both(One one, Two two) {
      int sum() {
        return one.f(1) + two.again().g(1);
      }
    }
    t.log(new Both(new One(), new Two()).sum());
    return Coroutine.of(new Two().g(await(t.later(3))) + new One().f(await(t.later(2))));
  }

  default Coroutine<Object> constructors(Trace t) {
    int k = await(t.later(7));
    class Box {
      final List<Object> values = new ArrayList<>(List.of(k));

      Box(int k) {
        this("" + k, k);
        values.add("one");
      }

      Box(String s, int... more) {
        values.add(s);
        values.add(more.length);
      }

      Box() {
        this(k + 1);
      }

      @Override
      public String toString() {
        return values + "/" + k;
      }
    }
    t.log(new Box(await(t.later(1))));
    t.log(new Box("s", await(t.later(1)), 2));
    return Coroutine.of(new Box().toString());
  }

  abstract class Base {
    final String seen;

    Base(Object x) {
      seen = x + " " + describe();
    }

    abstract String describe();
  }

  default Coroutine<Object> usedBeforeItsConstructorEnds(Trace t) {
    String early = await(t.later("early"));
    class Derived extends Base {
      final String own = early + "!";

      Derived() {
        super(early);
      }

      @Override
      String describe() {
        return early + own;
      }
    }
    await(t.later(0));
    Derived d = new Derived();
    return Coroutine.of(d.seen + d.own);
  }

  default Coroutine<Object> superclasses(Trace t) {
    int a = await(t.later(1));
    class First {
      final int n;

      First(int n) {
        this.n = n + a;
      }

      int get() {
        return n * a;
      }
    }
    int b = await(t.later(2));
    class Second extends First {
      Second() {
        super(b);
      }

      @Override
      int get() {
        return super.get() + b;
      }
    }
    class Third extends Second {}
    await(t.later(0));
    First anonymous =
        new First(await(t.later(5))) {
          @Override
          int get() {
            return super.get() * 100 + b;
          }
        };
    Supplier<First> lambda = () -> new Second();
    t.log(lambda.get().get());
    t.log(new First(2) {}.get());
    return Coroutine.of(anonymous.get() + new Third().get() + new Second().get());
  }

  default Coroutine<Object> references(Trace t) {
    int k = await(t.later(1));
    class Item {
      final Object x;

      Item() {
        this(k);
      }

      Item(Object x) {
        this.x = x + ":" + k;
      }

      Supplier<Item> another() {
        return Item::new;
      }
    }
    Supplier<Item> none = Item::new;
    Function<Object, Item> one = Item::new;
    Function<Integer, Item[]> array = Item[]::new;
    await(t.later(0));
    t.log(none.get().x);
    t.log(one.apply("a").x);
    t.log(array.apply(3).length);
    return Coroutine.of(none.get().another().get().x);
  }

  default Coroutine<Object> generic(Trace t) {
    String prefix = await(t.later("p"));
    class Cell<E extends Comparable<E>> {
      final E value;

      Cell(E value) {
        this.value = value;
      }

      <R extends Comparable<R>> Cell<R> map(Function<? super E, R> f) {
        return new Cell<>(f.apply(value));
      }

      @Override
      public String toString() {
        return prefix + value;
      }
    }
    Cell<String> c = new Cell<>(await(t.later("abc")));
    await(t.later(0));
    Cell<Integer> d = c.map(String::length);
    Function<Integer, Cell<Integer>> make = Cell::new;
    Cell<?> any = make.apply(await(t.later(8)));
    t.log(any instanceof Cell<?>);
    return Coroutine.of(c + "" + d + any + new Cell<Long>(1L));
  }

  default Coroutine<Object> parameters(Trace t) {
    return typed(t, "x", 5);
  }

  default <T, U extends Comparable<U>> Coroutine<Object> typed(Trace t, T first, U second) {
    await(t.later(0));
    class Pair {
      T left = first;
      U right;

      Pair(U right) {
        this.right = right;
      }

      int compare(Pair other) {
        return right.compareTo(other.right);
      }
    }
    class Named<N> extends Pair {
      final N name;

      Named(N name) {
        super(second);
        this.name = name;
      }
    }
    Pair p = new Pair(second);
    Named<String> n = new Named<>(await(t.later("n")));
    List<Pair> all = new ArrayList<>();
    all.add(p);
    all.add(n);
    await(t.later(all.size()));
    T left = all.get(0).left;
    return Coroutine.of(left + n.name + p.compare(n) + all.get(1).right);
  }

  default Coroutine<Object> names(Trace t) {
    int self = await(t.later(1));
    int x = await(t.later(2));
    class Hides {
      int y = x;

      int f(int x) {
        int self = x * 3;
        return self + y + limit();
      }

      int g() {
        return x + self;
      }
    }
    await(t.later(0));
    class HidesScope {
      Hides h = new Hides();
    }
    await(t.later(0));
    return Coroutine.of(new HidesScope().h.f(5) + new Hides().g());
  }

  default Coroutine<Object> sameName(Trace t) {
    if (await(t.later(true))) {
      int n = 1;
      class X {
        int f() {
          return n;
        }
      }
      await(t.later(0));
      t.log(new X().f());
    }
    {
      class X {
        int g() {
          return 2;
        }
      }
      X x = new X();
      await(t.later(0));
      t.log(x.g());
    }
    {
      record X(int h) {
        static X of(int h) {
          return new X(h);
        }
      }
      X x = X.of(3);
      await(t.later(0));
      t.log(x);
      class User {
        X y = new X(x.h());
      }
      await(t.later(0));
      t.log(new User().y.h());
    }
    return Coroutine.of("end");
  }

  default Coroutine<Object> constants(Trace t) {
    final int k = 3;
    class Constant {
      final int twice = k * 2;

      byte b() {
        byte b = k;
        return b;
      }
    }
    await(t.later(0));
    return Coroutine.of(new Constant().twice + new Constant().b());
  }

  default Coroutine<Object> initialized(Trace t) {
    int k = await(t.later(1));
    class Static {
      static final List<Object> LIST = new ArrayList<>();

      int f(int x) {
        LIST.add(x);
        return k + x;
      }
    }
    t.log(new Static().f(await(t.later(2))));
    return Coroutine.of(Static.LIST.get(0));
  }

  default Coroutine<Object> inLambda(Trace t) {
    int k = await(t.later(1));
    Supplier<Coroutine<Object>> made =
        () -> {
          int m = await(t.later(k));
          class Inner {
            int sum() {
              return k + m + limit();
            }
          }
          await(t.later(0));
          return Coroutine.of(new Inner().sum());
        };
    return Coroutine.of(await(made.get()));
  }

  default Coroutine<Object> capturedByLambda(Trace t) {
    int k = await(t.later(1));
    class Item {
      int n = k;
    }
    Item item = new Item();
    Supplier<Coroutine<Object>> made =
        () -> {
          int m = await(t.later(item.n));
          return Coroutine.of(item.n + m);
        };
    await(t.later(0));
    return Coroutine.of(await(made.get()));
  }

  default Coroutine<Object> memberClasses(Trace t) {
    int k = await(t.later(1));
    class Outer {
      int v = k;

      class Inner {
        int w = v + k;

        Inner next() {
          Inner i = new Outer().new Inner();
          i.w++;
          return i;
        }
      }

      Inner inner() {
        class Local {
          Inner i = new Inner();
        }
        return new Local().i.next();
      }
    }
    await(t.later(0));
    Outer o = new Outer();
    return Coroutine.of(o.inner().w + o.new Inner().w);
  }
}
