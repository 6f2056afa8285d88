package corpus21.patterns;

import static dev.fermata.asyncio.Asyncio.await;

import dev.fermata.Async;
import dev.fermata.asyncio.Coroutine;
import oracle.Trace;

/** Record patterns in instanceof, with awaits around and inside conditions. */
@Async
interface RecordPatterns {
  sealed interface Shape permits Circle, Square, Pair {}
  record Circle(int r) implements Shape {}
  record Square(int side, String name) implements Shape {}
  record Pair(Shape a, Shape b) implements Shape {}
  // catalogue 66
  default Coroutine<Object> instanceOf(Trace t) {
    for (Object o : new Object[] {new Circle(1), new Square(2, "s"), "no"}) {
      if (await(t.later(o)) instanceof Circle(int r) && await(t.later(r)) == 1) t.log("circle", r);
      else if (o instanceof Square(var side, String name)) {
        await(t.later(side));
        t.log(name + side);
      } else t.log("other");
    }
    return Coroutine.of("end");
  }

  default Coroutine<Object> nested(Trace t) {
    Object o = new Pair(new Circle(3), new Pair(new Square(4, "n"), new Circle(5)));
    if (await(t.later(o)) instanceof Pair(Circle(var r), Pair(Square(int side, var name), Circle c))) {
      await(t.later(r));
      t.log(side + name + c.r());
      return Coroutine.of(r + await(t.later(side)));
    }
    return Coroutine.of("not here");
  }

  // catalogue 135
  default Coroutine<Object> negated(Trace t) {
    Object o = await(t.later((Object) new Square(6, "sq")));
    if (!(o instanceof Square(int side, String name))) {
      return Coroutine.of("not here");
    }
    await(t.later(0));
    return Coroutine.of(name + side);
  }

  default Coroutine<Object> generic(Trace t) {
    record Box2<T>(T value) {}
    Box2<String> b = new Box2<>(await(t.later("v")));
    if (b instanceof Box2<String>(var v) && await(t.later(v.length())) == 1) {
      await(t.later(0));
      return Coroutine.of(v.concat("!"));
    }
    return Coroutine.of("not here");
  }

  record Bad(int x) {
    @Override
    public int x() {
      throw new IllegalStateException("accessor");
    }
  }

  // catalogue 137
  default Coroutine<Object> throwingAccessor(Trace t) {
    Object o = new Bad(await(t.later(1)));
    try {
      if (o instanceof Bad(int x) && await(t.later(x)) > 0) t.log("not here");
    } catch (MatchException e) {
      t.log(e.getCause());
    }
    return Coroutine.of("end");
  }
}
