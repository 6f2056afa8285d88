package corpus.privatetypes;

import static dev.fermata.asyncio.Asyncio.await;

import dev.fermata.Async;
import dev.fermata.asyncio.Coroutine;
import java.util.ArrayList;
import java.util.List;
import oracle.Trace;

// run: fresh
/** {@code @Async} types beside private types of the class around them; faces that mention them. */
@Async
class Beside {
  private record Pair(int a, int b) {}

  private enum Side {
    LEFT,
    RIGHT
  }

  private @interface /* private */ Mark {}

  private abstract static class Shape {
    abstract int area();

    static class Square extends Shape {
      final int side;

      Square(int side) {
        this.side = side;
      }

      @Override
      int area() {
        return side * side;
      }
    }
  }

  private interface Source<T> {
    Coroutine<T> get(Trace t);
  }

  @Async
  interface Pairs extends Source<Pair> {
    @Override
    default Coroutine<Pair> get(Trace t) {
      return Coroutine.of(new Pair(await(t.later(1)), 2));
    }

    default Coroutine<Integer> side(Trace t, Pair pair, Side side) {
      return Coroutine.of(
          switch (await(t.later(side))) {
            case LEFT -> pair.a();
            case RIGHT -> pair.b;
          });
    }

    private Coroutine<List<Pair>> both(Trace t) {
      List<Pair> pairs = new ArrayList<>();
      pairs.add(await(get(t)));
      pairs.add(new Pair(3, 4));
      return Coroutine.of(pairs);
    }

    private Pair turned(Pair pair) {
      return new Pair(pair.b(), pair.a);
    }

    default <S extends Shape> Coroutine<Object> sum(Trace t, List<? extends S> shapes) {
      int sum = 0;
      for (S each : shapes) {
        sum += each.area() + await(t.later(1));
      }
      for (Pair each : await(both(t))) {
        sum += await(side(t, turned(each), Side.LEFT)) * await(side(t, each, Side.RIGHT));
      }
      return Coroutine.of(sum);
    }
  }

  @Async
  static class Holder<T extends Comparable<T>> {
    private final class Slot {
      private T value;
      private Slot next;

      boolean isLess(T other) {
        return value.compareTo(other) < 0;
      }
    }

    private Slot first;
    private final Pair pair = new Pair(5, 6);

    Coroutine<Object> insert(Trace t, T value) {
      Slot slot = new Slot();
      slot.value = await(t.later(value));
      Slot before = null;
      for (Slot each = first; each != null && each.isLess(value); each = each.next) {
        before = each;
      }
      if (before == null) {
        slot.next = first;
        first = slot;
      } else {
        slot.next = before.next;
        before.next = slot;
      }
      return Coroutine.of(first.value.toString() + await(t.later(pair.a())));
    }
  }

  public Coroutine<Object> pairs(Trace t) {
    Pairs pairs = new Beside_PairsAsync();
    Pair pair = await(pairs.get(t));
    t.log(pair + "" + await(pairs.side(t, pair, Side.RIGHT)));
    List<Shape.Square> squares = List.of(new Shape.Square(2), new Shape.Square(3));
    return Coroutine.of(await(pairs.sum(t, squares)));
  }

  public Coroutine<Object> holder(Trace t) {
    Holder<String> holder = new Beside_HolderAsync<>();
    t.log(await(holder.insert(t, "m")));
    t.log(await(holder.insert(t, "c")));
    return Coroutine.of(await(holder.insert(t, "x")));
  }
}
