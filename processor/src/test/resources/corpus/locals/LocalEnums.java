package corpus.locals;

import static dev.fermata.asyncio.Asyncio.await;

import dev.fermata.Async;
import dev.fermata.asyncio.Coroutine;
import oracle.Trace;

/** Local types used across awaits. */
@Async
interface LocalEnums {
  default Coroutine<Object> enum_(Trace t) {
    enum Color {
      RED, GREEN {
        @Override
        int n() {
          return 5;
        }
      };

      int n() {
        return 1;
      }
    }
    Color c = Color.GREEN;
    await(t.later(0));
    t.log(c);
    int sum = 0;
    for (Color d : Color.values()) {
      switch (await(t.later(d))) {
        case RED:
          sum += await(t.later(10));
          break;
        case GREEN:
          sum += d.n();
      }
    }
    return Coroutine.of(sum);
  }
}
