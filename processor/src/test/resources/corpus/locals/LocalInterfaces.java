package corpus.locals;

import static dev.fermata.asyncio.Asyncio.await;

import dev.fermata.Async;
import dev.fermata.asyncio.Coroutine;
import oracle.Trace;

/** Local types used across awaits. */
@Async
interface LocalInterfaces {
  default Coroutine<Object> interface_(Trace t) {
    interface Shape {
      int area();
    }
    record Square(int side) implements Shape {
      public int area() {
        return side * side;
      }
    }
    Shape s = new Square(await(t.later(3)));
    await(t.later(0));
    Shape l = () -> 7;
    return Coroutine.of(s.area() + l.area() + await(t.later(1)));
  }
}
