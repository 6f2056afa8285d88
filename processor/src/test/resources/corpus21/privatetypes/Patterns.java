package corpus21.privatetypes;

import static dev.fermata.asyncio.Asyncio.await;

import dev.fermata.Async;
import dev.fermata.asyncio.Coroutine;
import java.util.List;
import oracle.Trace;

/** Patterns over private sealed types, records and enums. */
@Async
class Patterns {
  private sealed interface Shape permits Circle, Square, Pair, Unit {}

  private record Circle(int r) implements Shape {}

  private record Square(int side) implements Shape {}

  private record Pair<T extends Shape>(T left, Shape right) implements Shape {}

  private enum Unit implements Shape {
    ONE,
    TWO
  }

  private record Bad(int n) {
    @Override
    public int n() {
      throw new IllegalStateException("accessor");
    }
  }

  private final List<Shape> shapes =
      List.of(
          new Circle(1),
          new Square(2),
          new Pair<>(new Circle(3), Unit.TWO),
          new Pair<Shape>(new Square(4), new Pair<>(Unit.ONE, new Circle(5))),
          Unit.ONE);

  private Coroutine<Integer> area(Trace t, Shape shape) {
    return Coroutine.of(
        switch (shape) {
          case Circle(int r) when r > await(t.later(2)) -> 3 * r * r;
          case Circle c -> c.r();
          case Square(var side) -> side * await(t.later(side));
          case Pair<?>(Circle(int r), Unit u) -> r + u.ordinal();
          case Pair<?>(var left, var right) -> await(area(t, left)) + await(area(t, right));
          case Unit u -> u.ordinal() + 100;
        });
  }

  public Coroutine<Object> switches(Trace t) {
    int sum = 0;
    for (Shape each : shapes) {
      t.log(sum += await(area(t, each)));
      String name =
          switch (each) {
            case Circle c -> "circle" + c.r;
            case Square(int side) -> "square" + side;
            case Pair<?> p when p.left() instanceof Circle -> "round pair";
            case Pair<?> p -> "pair" + p.left;
            case Unit.ONE -> "one";
            case Unit.TWO -> "two";
          };
      t.log(name);
    }
    return Coroutine.of(sum);
  }

  public Coroutine<Object> instances(Trace t) {
    String text = "";
    for (Shape each : shapes) {
      if (each instanceof Pair<?>(Shape left, Circle(var r)) && r == await(t.later(5))) {
        text += left;
      }
      if (await(t.later(each)) instanceof Pair<?>(Square(int side), Pair<?>(Unit u, var more))) {
        text += side + u.name() + await(t.later(more));
      }
      if (!(each instanceof Circle(int r))) {
        continue;
      }
      text += r;
    }
    return Coroutine.of(text);
  }

  public Coroutine<Object> failing(Trace t) {
    Object o = new Bad(await(t.later(1)));
    try {
      return Coroutine.of(
          switch (o) {
            case Bad(int n) -> n + await(t.later(2));
            default -> "other";
          });
    } catch (MatchException e) {
      t.log(e.getCause().getMessage());
    }
    Shape none = null;
    try {
      t.log(await(area(t, none)));
    } catch (NullPointerException e) {
      t.log("null");
    }
    return Coroutine.of(
        switch (await(t.later(none))) {
          case null -> "none";
          case Circle c -> "circle";
          default -> "shape";
        });
  }
}
