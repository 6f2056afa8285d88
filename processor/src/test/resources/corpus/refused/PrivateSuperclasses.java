package corpus.refused;

import static dev.fermata.asyncio.Asyncio.await;

import dev.fermata.Async;
import dev.fermata.asyncio.Coroutine;
import oracle.Trace;

/** A class in a body is compiled into another file, where it cannot call a private constructor. */
@Async
class PrivateSuperclasses {
  private static class Implicit {}

  private static class Written {
    final int n;

    private Written(int n) {
      this.n = n;
    }
  }

  private static class Open {
    final int n;

    Open(int n) {
      this.n = n;
    }
  }

  Coroutine<Object> anonymous(Trace t) {
    Implicit one = new Implicit() {}; // refused: out-of-reach
    Written two = new Written(await(t.later(2))) {}; // refused: out-of-reach
    return Coroutine.of(new Open(await(t.later(3))) {}.n);
  }

  Coroutine<Object> local(Trace t) {
    class One extends Implicit {} // refused: out-of-reach
    class Two extends Written {
      Two() {
        super(2); // refused: out-of-reach
      }
    }
    class Three extends Open {
      Three() {
        super(3);
      }
    }
    return Coroutine.of(new One() + "" + new Two() + await(t.later(new Three())));
  }
}
