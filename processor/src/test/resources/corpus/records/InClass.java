package corpus.records;

import static dev.fermata.asyncio.Asyncio.await;

import dev.fermata.Async;
import dev.fermata.asyncio.Coroutine;
import java.util.function.Supplier;
import oracle.Trace;

/** An @Async class with records of canonical constructors, which implement what is declared here. */
@Async
class InClass {
  interface Shape {
    int area();
  }

  record Square(int side) implements Shape, Supplier<Integer> {
    Square {
      if (side == 0) {
        side = 1;
      }
    }

    @Override
    public int area() {
      return side * side;
    }

    @Override
    public Integer get() {
      return side;
    }
  }

  record Scaled(Shape shape, int... factors) implements Shape {
    Scaled(Shape shape, int... factors) {
      this.shape = shape;
      this.factors = factors.clone();
    }

    @Override
    public int area() {
      int area = shape.area();
      for (int factor : factors) {
        area *= factor;
      }
      return area;
    }
  }

  int made;

  public Coroutine<Object> shapes(Trace t) {
    Shape square = new Square(await(t.later(0)));
    made++;
    Shape scaled = new Scaled(square, await(t.later(2)), await(t.later(3)));
    made++;
    int sum = 0;
    for (Shape shape : new Shape[] {square, scaled, new Square(4)}) {
      sum += await(t.later(shape.area()));
    }
    return Coroutine.of(sum + made);
  }

  public Coroutine<Object> lambdas(Trace t) {
    Supplier<Integer> square = new Square(await(t.later(2)));
    Supplier<Coroutine<Integer>> later = () -> Coroutine.of(await(t.later(square.get())) + 1);
    return Coroutine.of(await(later.get()));
  }
}
