package corpus22.patterns;

import static dev.fermata.asyncio.Asyncio.await;

import dev.fermata.Async;
import dev.fermata.asyncio.Coroutine;
import java.util.List;
import oracle.Trace;

/** Unnamed variables and patterns with awaits beside and below them. */
@Async
interface UnnamedEverywhere {
  sealed interface Shape permits Circle, Square, Line {}
  record Circle(int r) implements Shape {}
  record Square(int side, Object tag) implements Shape {}
  record Line(Shape from, Shape to) implements Shape {}

  default Coroutine<Object> alternatives(Trace t) {
    for (Shape s : new Shape[] {new Circle(1), new Square(2, null), new Line(new Circle(3), null)}) {
      t.log(switch (await(t.later(s))) {
        case Circle _, Square _ when await(t.later(s.hashCode() != 0)) -> await(t.later("round or square"));
        case Line(Circle(var r), _) when r > await(t.later(2)) -> "line " + r;
        case Line(_, _) -> "line";
        case Circle(_), Square(_, _) -> "no";
      });
    }
    return Coroutine.of("end");
  }

  default Coroutine<Object> loops(Trace t) {
    int n = 0;
    for (var _ : await(t.later(List.of(1, 2)))) {
      for (int i = 0, _ = t.v(7); i < await(t.later(2)); i++) n++;
    }
    for (int _ : new int[await(t.later(2))]) n += await(t.later(1));
    return Coroutine.of(n);
  }

  // catalogue 129
  default Coroutine<Object> resources(Trace t) {
    try (var _ = t.res("a"); var _ = await(t.later(t.badRes("b")))) {
      await(t.fail("x"));
    } catch (IllegalStateException _) {
      t.log("caught", await(t.later(1)));
    } catch (RuntimeException _) {
      t.log("other");
    } finally {
      var _ = await(t.later("last"));
    }
    return Coroutine.of("end");
  }

  default Coroutine<Object> lambdas(Trace t) {
    java.util.function.BinaryOperator<Integer> second = (_, b) -> b;
    java.util.function.BiFunction<Integer, Integer, Coroutine<Integer>> later =
        (_, _) -> Coroutine.of(await(t.later(4)) + second.apply(1, 2));
    return Coroutine.of(second.apply(await(t.later(1)), await(later.apply(0, 0))));
  }
}
