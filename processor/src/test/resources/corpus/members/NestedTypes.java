package corpus.members;

import static dev.fermata.asyncio.Asyncio.await;

import dev.fermata.Async;
import dev.fermata.asyncio.Coroutine;
import oracle.Trace;

/** @Async types nested in the type, and types of the type used in bodies. */
@Async
interface NestedTypes {
  @Async
  interface Inner {
    default Coroutine<Integer> twice(Trace t, int x) {
      return Coroutine.of(2 * await(t.later(x)) + Deep.K);
    }

    class Deep {
      static final int K = Integer.parseInt("1000");
      int n = 1;
    }
  }

  enum Mode {
    ON, OFF;

    Mode other() {
      return this == ON ? OFF : ON;
    }
  }

  class Node<T> {
    T value;
    Node<T> next;

    Node(T value, Node<T> next) {
      this.value = value;
      this.next = next;
    }
  }

  default Coroutine<Object> otherAsyncType(Trace t) {
    return Coroutine.of(await(new NestedTypes_InnerAsync().twice(t, await(t.later(3)))));
  }

  default Coroutine<Object> memberTypes(Trace t) {
    Mode m = await(t.later(Mode.ON));
    Inner.Deep d = new Inner.Deep();
    d.n += await(t.later(5));
    t.log(m.other());
    Node<String> list = new Node<>(await(t.later("a")), new Node<>("b", null));
    for (Node<String> n = list; n != null; n = n.next) await(t.later(n.value));
    return Coroutine.of(d.n + Inner.Deep.K);
  }

  @Async
  abstract class Part {
    abstract int factor();

    Coroutine<Integer> times(Trace t, int x) {
      return Coroutine.of(factor() * await(t.later(x)));
    }
  }

  default Coroutine<Object> anonymousSubclassOfFace(Trace t) {
    return Coroutine.of(await(new NestedTypes_PartAsync() {
      @Override
      int factor() {
        return 7;
      }
    }.times(t, await(t.later(6)))));
  }
}
