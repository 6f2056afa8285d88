package corpus.locals;

import static dev.fermata.asyncio.Asyncio.await;

import dev.fermata.Async;
import dev.fermata.asyncio.Coroutine;
import oracle.Trace;

/** Local types used across awaits. */
@Async
interface LocalClasses {
  default Coroutine<Object> class_(Trace t) {
    class Counter {
      int n;

      int next() {
        return ++n;
      }
    }
    Counter c = new Counter();
    await(t.later(c.next()));
    await(t.later(c.next()));
    return Coroutine.of(c.next());
  }

  default Coroutine<Object> genericLocal(Trace t) {
    class Cell<T> {
      T value;

      Cell(T value) {
        this.value = value;
      }

      <R> Cell<R> map(java.util.function.Function<? super T, R> f) {
        return new Cell<>(f.apply(value));
      }
    }
    Cell<String> c = new Cell<>(await(t.later("abc")));
    await(t.later(0));
    Cell<Integer> d = c.map(String::length);
    return Coroutine.of(d.value + await(t.later(1)));
  }

  default Coroutine<Object> localExtendsOther(Trace t) {
    abstract class Base {
      abstract int f();

      int g() {
        return f() + 1;
      }
    }
    class Derived extends Base {
      int f() {
        return 41;
      }
    }
    Base b = new Derived();
    await(t.later(0));
    return Coroutine.of(b.g() + await(t.later(1)));
  }
}
