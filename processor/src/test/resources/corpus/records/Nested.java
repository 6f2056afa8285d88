package corpus.records;

import static dev.fermata.asyncio.Asyncio.await;

import dev.fermata.Async;
import dev.fermata.asyncio.Coroutine;
import java.util.List;
import java.util.Objects;
import oracle.Trace;

/** Records with canonical constructors, nested in an interface, beside it and in its bodies. */
@Async
interface Nested {
  record Compact(int x) {
    public Compact {
      if (x < 0) {
        throw new IllegalArgumentException("negative");
      }
    }
  }

  record Full(int x, String s) {
    public Full(int x, String s) {
      this.x = x + 1;
      this.s = s.strip();
    }

    Full() {
      this(1, "none");
    }
  }

  record Pair<A extends Comparable<A>, B>(A first, List<B> second) implements Comparable<Pair<A, B>> {
    public Pair {
      Objects.requireNonNull(first);
      second = List.copyOf(second);
    }

    @Override
    public int compareTo(Pair<A, B> other) {
      return first.compareTo(other.first);
    }
  }

  default Coroutine<Object> compact(Trace t) {
    Compact made = new Compact(await(t.later(1)));
    t.log(made);
    var again = new Compact(await(t.later(made.x() + 1)));
    try {
      new Compact(await(t.later(-1)));
    } catch (IllegalArgumentException e) {
      t.log(e.getMessage());
    }
    return Coroutine.of(again);
  }

  default Coroutine<Object> full(Trace t) {
    var full = new Full(await(t.later(1)), await(t.later(" s ")));
    var other = new Full();
    t.log(full);
    await(t.later(0));
    return Coroutine.of(full.x() + other.s());
  }

  default Coroutine<Object> generic(Trace t) {
    var pair = new Pair<>(await(t.later("a")), List.of(await(t.later(1)), 2));
    var pairs = new java.util.ArrayList<>(List.of(new Pair<>("b", List.of(0)), pair));
    await(t.later(0));
    pairs.sort(null);
    return Coroutine.of(pairs);
  }

  default Coroutine<Object> inBody(Trace t) {
    record Local(int x, int y) {
      Local {
        if (x > y) {
          int swapped = x;
          x = y;
          y = swapped;
        }
      }
    }
    Local local = new Local(await(t.later(2)), await(t.later(1)));
    t.log(local);
    await(t.later(0));
    record Sum(int of) {
      Sum(int of) {
        this.of = of;
      }

      Sum(Local local) {
        this(local.x() + local.y());
      }
    }
    return Coroutine.of(new Sum(local));
  }


  default Coroutine<Object> fromElsewhere(Trace t) {
    var sibling = new Sibling(await(t.later(3)));
    t.log(sibling.grow());
    return Coroutine.of(await(t.later(OnlyHere.NAME)) + sibling + new Beside(1));
  }
}

record Beside(int x) {
  Beside {
    x++;
  }
}

class OnlyHere {
  static final String NAME = "here";
}
