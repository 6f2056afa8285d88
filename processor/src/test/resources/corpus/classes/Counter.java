package corpus.classes;

import static dev.fermata.asyncio.Asyncio.await;

import dev.fermata.Async;
import dev.fermata.asyncio.Coroutine;
import oracle.Trace;

/** A class with fields, constructors and methods of each access. */
@Async
class Counter {
  // catalogue 100
  int n;
  protected String name = "counter";
  final int step;
  Counter() {
    this(2);
  }

  Counter(int step) {
    this.step = step;
  }

  public Coroutine<Object> fields(Trace t) {
    n += await(t.later(step));
    this.n++;
    t.log(n + await(t.later(1)) + n);
    name += await(t.later("x"));
    return Coroutine.of(name + n);
  }

  int next() {
    return n += step;
  }

  protected int twice(int x) {
    return 2 * x;
  }

  public Coroutine<Object> methods(Trace t) {
    return Coroutine.of(next() + await(t.later(next())) + twice(await(t.later(3))) + this.next());
  }

  Coroutine<Integer> packagePrivate(Trace t, int x) {
    n = await(t.later(x));
    return Coroutine.of(n + step);
  }

  protected Coroutine<Integer> protectedOne(Trace t, int x) {
    return Coroutine.of(await(packagePrivate(t, x)) + await(t.later(n)));
  }

  public Coroutine<Object> callsOthers(Trace t) {
    return Coroutine.of(await(protectedOne(t, 5)));
  }

  static int shared = 3;
  static int sharedTwice() {
    return shared * 2;
  }

  public Coroutine<Object> statics(Trace t) {
    shared += await(t.later(1));
    int r = shared + sharedTwice() + Counter.shared;
    shared = 3;
    return Coroutine.of(r);
  }

  public Coroutine<Object> shadowedField(Trace t) {
    int n = await(t.later(100));
    this.n = n + await(t.later(1));
    return Coroutine.of(n + this.n);
  }

  public Coroutine<Object> capturesThis(Trace t) {
    Runnable r = () -> n++;
    await(t.later(0));
    r.run();
    r.run();
    return Coroutine.of(this.n + n);
  }

  class Inner {
    int plus(int x) {
      return n + x;
    }
  }

  public Coroutine<Object> innerClass(Trace t) {
    n = await(t.later(10));
    return Coroutine.of(new Inner().plus(await(t.later(1))) + this.new Inner().plus(2));
  }

  public Coroutine<Object> newInnerWithAwait(Trace t) {
    n = 1;
    Object o = new Object() {
      @Override
      public String toString() {
        return "n=" + n;
      }
    };
    n = await(t.later(2));
    return Coroutine.of(o.toString());
  }
}
