package corpus.locals;

import static dev.fermata.asyncio.Asyncio.await;

import dev.fermata.Async;
import dev.fermata.asyncio.Coroutine;
import oracle.Trace;

/** Local types of all kinds, used on both sides of suspensions. */
@Async
interface LocalTypesAcross {
  // catalogue 132
  default Coroutine<Object> allKinds(Trace t) {
    record Point(int x, int y) {
      int sum() {
        return x + y;
      }
    }
    enum Side {
      LEFT, RIGHT {
        @Override
        int sign() {
          return -1;
        }
      };

      int sign() {
        return 1;
      }
    }
    interface Scale {
      int scale(Point p);
    }
    class Doubled implements Scale {
      @Override
      public int scale(Point p) {
        return 2 * p.sum();
      }
    }
    Point p = new Point(await(t.later(1)), await(t.later(2)));
    Scale s = new Doubled();
    int n = 0;
    for (Side side : Side.values()) {
      n += side.sign() * s.scale(new Point(p.x(), await(t.later(side.ordinal() * 10))));
      t.log(side);
    }
    await(t.later(p));
    return Coroutine.of(p.sum() + n + " " + p);
  }

  // catalogue 95
  default Coroutine<Object> onePerIteration(Trace t) {
    java.util.List<Object> made = new java.util.ArrayList<>();
    for (int i = 0; i < 3; i++) {
      int base = await(t.later(i * 10));
      class Counter {
        int count = base;

        int next() {
          return ++count;
        }
      }
      Counter c = new Counter();
      await(t.later(c.next()));
      made.add(new Object() {
        @Override
        public String toString() {
          return "at " + base + " " + c.next();
        }
      }.toString());
      t.log(c.next() + await(t.later(c.next())));
    }
    return Coroutine.of(made);
  }
}
