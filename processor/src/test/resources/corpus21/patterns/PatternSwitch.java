package corpus21.patterns;

import static dev.fermata.asyncio.Asyncio.await;

import dev.fermata.Async;
import dev.fermata.asyncio.Coroutine;
import oracle.Trace;

/** switch over patterns, with guards that suspend. */
@Async
interface PatternSwitch {
  sealed interface Shape permits Circle, Square {}
  record Circle(int r) implements Shape {}
  record Square(int side) implements Shape {}
  // catalogue 62 63
  default Coroutine<Object> guards(Trace t) {
    for (Object o : new Object[] {1, 5, 10, "a", "long text", 2.5, null}) {
      String s = switch (await(t.later(o))) {
        case null -> "null";
        case Integer i when await(t.later(i)) > 7 -> "big " + i;
        case Integer i when i > 3 && await(t.later(true)) -> "middle " + await(t.later(i));
        case Integer i -> "small " + i;
        case String s1 when await(t.later(s1.length() > 3)) -> {
          await(t.later(0));
          yield "long " + s1;
        }
        case String s1 -> await(t.later("short " + s1));
        default -> "other";
      };
      t.log(s);
    }
    return Coroutine.of("end");
  }

  // catalogue 63
  default Coroutine<Object> failingGuard(Trace t) {
    for (Object o : new Object[] {new Circle(1), new Square(2)}) {
      try {
        switch (o) {
          case Circle c when await(t.<Boolean>fail("guard")) -> t.log("not here");
          case Circle c -> t.log(c);
          case Square s when await(t.later(false)) -> t.log("nor here");
          case Square(int side) -> t.log(await(t.later(side)));
          default -> t.log("default");
        }
      } catch (IllegalStateException e) {
        t.log(e);
      }
    }
    return Coroutine.of("end");
  }

  // catalogue 70
  default Coroutine<Object> sealedExhaustive(Trace t) {
    for (Shape s : new Shape[] {new Circle(1), new Square(2)}) {
      switch (await(t.later(s))) {
        case Circle c -> t.log(await(t.later(c.r())));
        case Square q -> {
          await(t.later(q.side()));
          t.log(q);
        }
      }
      t.log(switch (s) {
        case Circle(int r) -> await(t.later(r));
        case Square(int side) when side > 5 -> 0;
        case Square(int side) -> side * await(t.later(10));
      });
    }
    return Coroutine.of("end");
  }

  // catalogue 65
  default Coroutine<Object> sameBindingOtherType(Trace t) {
    for (Object o : new Object[] {1, "s", 'c'}) {
      switch (o) {
        case Integer x:
          await(t.later(x + 1));
          break;
        case String x:
          t.log(await(t.later(x)) + x);
          break;
        default:
          await(t.later("default"));
      }
    }
    return Coroutine.of("end");
  }

  default Coroutine<Object> nullSelector(Trace t) {
    Object o = null;
    try {
      switch (o) {
        case String s -> await(t.later(s));
        default -> await(t.later("default"));
      }
    } catch (NullPointerException e) {
      t.log(e);
    }
    switch (await(t.later(o))) {
      case null, default -> await(t.later("null or default"));
    }
    return Coroutine.of("end");
  }

  default Coroutine<Object> bindingAcrossAwaits(Trace t) {
    Object o = await(t.later((Object) "text"));
    switch (o) {
      case String s when s.length() > await(t.later(2)) -> {
        o = null;
        await(t.later(1));
        Runnable r = () -> t.log(s);
        await(t.later(2));
        r.run();
      }
      default -> t.log("not here");
    }
    return Coroutine.of("end");
  }

  enum Mode {
    ON, OFF
  }

  default Coroutine<Object> qualifiedEnumLabels(Trace t) {
    for (Mode m : Mode.values()) {
      switch (await(t.later(m))) {
        case ON -> await(t.later("on"));
        case OFF -> await(t.later("off"));
      }
      Object o = m;
      t.log(switch (o) {
        case Mode.ON -> await(t.later("on"));
        case Mode x -> x.name() + await(t.later("!"));
        default -> "no";
      });
    }
    return Coroutine.of("end");
  }

  default Coroutine<Object> strings(Trace t) {
    for (String s : new String[] {"a", "b", "ccc"}) {
      t.log(switch (s) {
        case "a" -> await(t.later("is a"));
        case String x when await(t.later(x.length())) == 3 -> "three";
        case String x -> x;
      });
    }
    return Coroutine.of("end");
  }
}
