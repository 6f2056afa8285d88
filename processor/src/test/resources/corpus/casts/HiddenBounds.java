package corpus.casts;

import static dev.fermata.asyncio.Asyncio.await;

import dev.fermata.Async;
import dev.fermata.asyncio.Coroutine;
import oracle.Trace;

/** Variables that are several types at once, one of which only their own class can name. */
@Async
class HiddenBounds {
  private interface Hidden extends Sized {}

  interface Sized {
    int size();
  }

  interface Named {
    default String name() {
      return "named";
    }
  }

  record One(int size) implements Hidden, Named {}

  record Two(int size, String extra) implements Hidden, Named {}

  public Coroutine<Object> conditional(Trace t) {
    var x = await(t.later(true)) ? new One(1) : new Two(2, "b");
    await(t.later(0));
    return Coroutine.of(x.name() + x.size());
  }

  public Coroutine<Object> operand(Trace t) {
    return Coroutine.of(pick(new One(1), new Two(2, "c")).name().concat(await(t.later("d"))));
  }

  static <T> T pick(T one, T two) {
    return two;
  }
}
