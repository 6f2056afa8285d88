package corpus.hostile;

import static dev.fermata.asyncio.Asyncio.await;

import dev.fermata.Async;
import dev.fermata.asyncio.Coroutine;
import oracle.Trace;

/** Fields and methods named like those of a machine, inherited by local types. */
@Async
class MembersLikeOurs {
  int state = 1, sent = 2, thrown = 3, driver = 4, caught = 5, SUSPENDED = 6, DONE = 7, self = 8;
  public Coroutine<Object> fields(Trace t) {
    state += dev.fermata.asyncio.Asyncio.await(t.later(1));
    sent = thrown + dev.fermata.asyncio.Asyncio.await(t.later(2));
    int self = dev.fermata.asyncio.Asyncio.await(t.later(3));
    this.self++;
    return Coroutine.of(state + sent + thrown + driver + caught + SUSPENDED + DONE + self + this.self);
  }
  int await(int x) { return x + 100; }
  int step(int x) { return x + 200; }
  int clear() { return 300; }
  int location() { return 400; }
  int bound(Object o) { return 500; }
  int illegalState() { return 600; }
  int goOnElsewhere(Object o) { return 700; }
  int create() { return 800; }
  public Coroutine<Object> methods(Trace t) {
    int a = dev.fermata.asyncio.Asyncio.await(t.later(1));
    if (dev.fermata.asyncio.Asyncio.await(t.<Object>later("x")) instanceof String s && s.length() > 0) {
      dev.fermata.asyncio.Asyncio.await(t.later(0));
      t.log(s);
    }
    return Coroutine.of(await(a) + step(a) + clear() + location() + bound(t) + illegalState() + goOnElsewhere(t) + create());
  }
  public Coroutine<Object> inClass(Trace t) {
    int state = dev.fermata.asyncio.Asyncio.await(t.later(2)), sent = 3;
    class L {
      int thrown = 9;
      int sum() { return state + sent + thrown + driver + await(1) + clear() + self; }
    }
    L l = new L();
    dev.fermata.asyncio.Asyncio.await(t.later(0));
    Runnable r = () -> t.log(state + sent + driver + step(1));
    dev.fermata.asyncio.Asyncio.await(t.later(0));
    r.run();
    return Coroutine.of(l.sum());
  }
  // labels
  public Coroutine<Object> labels(Trace t) {
    int n = 0;
    state: for (int i = 0; i < 3; i++) {
      leave: for (;;) {
        if (dev.fermata.asyncio.Asyncio.await(t.later(i)) == 1) continue state;
        try {
          if (n++ > 3) break leave;
          next: { machine: while (true) { if (n > 1) break machine; break next; } n++; }
        } finally {
          t.log(n);
        }
      }
    }
    return Coroutine.of(n);
  }
}
