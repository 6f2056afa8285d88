package corpus.refused;

import static dev.fermata.asyncio.Asyncio.await;

import dev.fermata.Async;
import dev.fermata.asyncio.Coroutine;
import oracle.Trace;

/** javac cannot compile a record's canonical constructor that it has attributed before. */
@Async
interface CanonicalConstructors {
  record Compact(int x) {
    public Compact { // refused: canonical-constructor
      if (x < 0) throw new IllegalArgumentException();
    }
  }

  record Full(int x) {
    public Full(int x) { // refused: canonical-constructor
      this.x = x;
    }

    Full() {
      this(1);
    }
  }

  default Coroutine<Object> local(Trace t) {
    record Local(int x) {
      Local { // refused: canonical-constructor
        t(x);
      }

      static void t(int x) {}
    }
    await(t.later(1));
    return Coroutine.of(new Local(1));
  }
}
