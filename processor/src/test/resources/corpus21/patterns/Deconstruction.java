package corpus21.patterns;

import static dev.fermata.asyncio.Asyncio.await;

import dev.fermata.Async;
import dev.fermata.asyncio.Coroutine;
import java.util.List;
import oracle.Trace;

/** Nested and generic deconstruction in switches, guards that fail or throw, accessors that throw. */
@Async
interface Deconstruction {
  sealed interface Tree<T> permits Leaf, Node {}
  record Leaf<T>(T value) implements Tree<T> {}
  record Node<T>(Tree<T> left, Tree<T> right) implements Tree<T> {}
  record Bad(int x) {
    @Override
    public int x() {
      throw new IllegalStateException("accessor");
    }
  }
  record Wide(long l, double d, char c, boolean z, byte b) {}
  enum Colour { RED, GREEN }

  // catalogue 66 70
  default <T> Coroutine<Integer> size(Trace t, Tree<T> tree) {
    return Coroutine.of(switch (tree) {
      case Leaf<T>(var v) -> await(t.later(v)) == null ? 0 : 1;
      case Node<T>(Leaf<T>(T a), Leaf<T>(T b)) when await(t.later(a)).equals(b) -> 20;
      case Node<T>(var l, Tree<T> r) -> await(size(t, l)) + await(size(t, r));
    });
  }

  default Coroutine<Object> generic(Trace t) {
    Tree<String> tree =
        new Node<>(new Node<>(new Leaf<>("a"), new Leaf<>("a")), new Node<>(new Leaf<>("b"), new Leaf<>("c")));
    return Coroutine.of(await(size(t, tree)));
  }

  // catalogue 137
  default Coroutine<Object> accessorThrows(Trace t) {
    Object[] all = {new Bad(1), "s"};
    for (Object o : all) {
      try {
        switch (o) {
          case Bad(int x) when await(t.later(x)) > 0 -> t.log("not here");
          case String s when await(t.later(s.length())) > 0 -> t.log(s);
          default -> t.log("default");
        }
      } catch (MatchException e) {
        t.log(e.getCause());
      } finally {
        await(t.later("finally"));
      }
    }
    return Coroutine.of("end");
  }

  // catalogue 63
  default Coroutine<Object> guardThrows(Trace t) {
    Object o = 5;
    String at = "start";
    try {
      at = switch (o) {
        case Integer i when await(t.later(i)) / (i - 5) > 0 -> "not here";
        case Integer i -> "nor here";
        default -> "default";
      };
    } catch (ArithmeticException e) {
      t.log(at, e);
    }
    return Coroutine.of(at);
  }

  default Coroutine<Object> primitives(Trace t) {
    Object o = new Wide(1L << 40, 0.5, 'w', true, (byte) -3);
    if (o instanceof Wide(long l, double d, char c, boolean z, byte b) && await(t.later(z))) {
      l += await(t.later(b));
      c += 1;
      return Coroutine.of("" + l + d + c + z + b + await(t.later(1)));
    }
    return Coroutine.of("not here");
  }

  default Coroutine<Object> nulls(Trace t) {
    for (Object o : new Object[] {new Leaf<>(null), new Node<>(null, new Leaf<>(1)), null}) {
      t.log(switch (await(t.later(o))) {
        case null -> "null";
        case Leaf<?>(String s) -> "string " + s;
        case Leaf<?>(var v) when await(t.later(v == null)) -> "null leaf";
        case Leaf<?> l -> "leaf";
        case Node<?>(Leaf<?> l, var r) -> "left leaf";
        case Node<?>(var l, Leaf<?>(var v)) -> l + " " + await(t.later(v));
        default -> "other";
      });
    }
    return Coroutine.of("end");
  }

  // catalogue 136
  default Coroutine<Object> yieldThroughFinally(Trace t) {
    int n = 0;
    for (Object o : List.of(1, "two", 'c')) {
      n = n * 10 + t.v(n + 1) + switch (o) {
        case Integer i when await(t.later(true)) -> {
          try {
            yield await(t.later(i));
          } finally {
            await(t.later("f1"));
          }
        }
        case String s -> {
          try {
            await(t.fail("x"));
            yield 1;
          } catch (IllegalStateException e) {
            yield s.length() + await(t.later(1));
          } finally {
            t.log("f2");
          }
        }
        default -> await(t.later(7));
      } + t.v(n);
    }
    return Coroutine.of(n);
  }

  // catalogue 70
  default Coroutine<Object> enums(Trace t) {
    for (Colour c : new Colour[] {Colour.RED, Colour.GREEN, null}) {
      try {
        t.log(switch (await(t.later(c))) {
          case RED -> await(t.later("r"));
          case GREEN -> "g";
        });
        switch (c) {
          case RED -> await(t.later("red"));
          case Colour d when await(t.later(d == Colour.RED)) -> t.log("not here");
          case GREEN -> await(t.later("green"));
          case Colour d -> t.log(d);
        }
      } catch (NullPointerException e) {
        t.log(e);
      }
    }
    return Coroutine.of("end");
  }

  default Coroutine<Object> nullDefault(Trace t) {
    for (String s : new String[] {"a", null, "z"}) {
      switch (s) {
        case "a" -> t.log(await(t.later("is a")));
        case null, default -> {
          await(t.later(0));
          t.log("other " + s);
        }
      }
      int n = switch (s) {
        case null -> await(t.later(0));
        case "a", "b" -> 1;
        case String u when u.length() == await(t.later(1)) -> 2;
        default -> 3;
      };
      t.log(n);
    }
    return Coroutine.of("end");
  }

  default Coroutine<Object> wrappers(Trace t) {
    for (Object o : new Object[] {1, 2L, 'c', true, 1.5f, (short) 4, (byte) 5}) {
      t.log(switch (o) {
        case Integer i when i + await(t.later(1)) > 1 -> i + 1;
        case Long l -> l + await(t.later(1L));
        case Character c -> (char) (c + await(t.later(1)));
        case Boolean b -> !b || await(t.later(true));
        case Float f -> f * await(t.later(2));
        case Short s -> s;
        default -> "" + o + await(t.later("!"));
      });
    }
    Integer boxed = await(t.later(3));
    switch (boxed) {
      case 1, 2 -> t.log("not here");
      case Integer i when i > await(t.later(5)) -> t.log("nor here");
      case 3 -> t.log(await(t.later("three")));
      case Integer i -> t.log(i);
    }
    return Coroutine.of("end");
  }

  // catalogue 135
  default Coroutine<Object> scopes(Trace t) {
    Object o = new Node<>(new Leaf<>("x"), new Leaf<>("y"));
    int n = 0;
    while (!(o instanceof Leaf<?>(String s) && await(t.later(s)).length() == 1)) {
      if (!(o instanceof Node<?>(var l, var r))) return Coroutine.of("not here");
      await(t.later(n++));
      o = n == 1 ? l : r;
    }
    return Coroutine.of(s + n);
  }
}
