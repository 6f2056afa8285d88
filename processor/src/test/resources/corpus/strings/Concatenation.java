package corpus.strings;

import static dev.fermata.asyncio.Asyncio.await;

import dev.fermata.Async;
import dev.fermata.asyncio.Coroutine;
import oracle.Trace;

/** String concatenation takes the text of each operand in its turn. */
@Async
interface Concatenation {
  // catalogue 36 124
  default Coroutine<Object> builderChanges(Trace t) {
    StringBuilder sb = new StringBuilder("a");
    String s = sb + "" + await(append(t, sb, "b")) + sb;
    t.log(s);
    s = "x" + sb + await(append(t, sb, "c"));
    t.log(s);
    final StringBuilder fixed = sb;
    t.log(fixed + "-" + await(append(t, sb, "d")));
    return Coroutine.of(s);
  }

  default Coroutine<String> append(Trace t, StringBuilder sb, String s) {
    await(t.later(s));
    sb.append(s);
    return Coroutine.of("<" + s + ">");
  }

  // catalogue 124
  default Coroutine<Object> toStringCalledInOrder(Trace t) {
    Loud a = new Loud(t, "a"), b = new Loud(t, "b");
    t.log(a + "" + await(t.later(1)) + b);
    t.log("" + a + b + await(t.later(2)));
    t.log(await(t.later(3)) + "" + a + await(t.later(4)) + b);
    return Coroutine.of("end");
  }

  class Loud {
    final Trace t;
    final String name;

    Loud(Trace t, String name) {
      this.t = t;
      this.name = name;
    }

    @Override
    public String toString() {
      t.log("toString " + name);
      return name;
    }
  }

  // catalogue 124
  default Coroutine<Object> nulls(Trace t) {
    String n = null;
    Object o = null;
    t.log(n + await(t.later("a")));
    t.log("a" + o + await(t.later(null)));
    t.log(await(t.later(null)) + n);
    n += await(t.later("q"));
    return Coroutine.of(n);
  }

  // catalogue 53
  default Coroutine<Object> formatted(Trace t) {
    t.log(String.format("%s-%d-%s", t.v("a"), await(t.later(1)), t.v('c')));
    t.log("%s %s".formatted(await(t.later("x")), await(t.later("y"))));
    t.log(String.join(",", "a", await(t.later("b")), "c"));
    return Coroutine.of("end");
  }

  default Coroutine<Object> primitives(Trace t) {
    int i = 1;
    char c = 'c';
    t.log(i + c + "s" + i + c + await(t.later(1)) + i + c);
    t.log("" + 1.0f + 2.0 + 3L + 'x' + true + await(t.later(null)));
    t.log((char) (c + await(t.later(1))) + "");
    t.log(i + await(t.later(2)) + "s" + await(t.later(3)) + i);
    return Coroutine.of("end");
  }

  default Coroutine<Object> charArray(Trace t) {
    char[] chars = {'h', 'i'};
    t.log(String.valueOf(chars) + await(t.later("!")));
    return Coroutine.of("end");
  }

  default Coroutine<Object> constants(Trace t) {
    final String k = "const";
    t.log(k + 1 + await(t.later("x")) + k + (k == "const"));
    switch (await(t.later("const1"))) {
      case k + 1:
        t.log("matched");
        break;
      default:
        t.log("not here");
    }
    return Coroutine.of("end");
  }

  default Coroutine<Object> textBlock(Trace t) {
    String name = await(t.later("world"));
    String s = """
        hello
          %s "quoted" \
        joined
        \tend
        """.formatted(name) + await(t.later("tail"));
    t.log(s);
    String u = """
        a
        """ + await(t.later(1)) + """
        b""";
    return Coroutine.of(u);
  }

  default Coroutine<Object> escapes(Trace t) {
    String s = "\u0041\t\"\\" + await(t.later('\'')) + '\u0042' + "\0";
    return Coroutine.of(s);
  }

  default Coroutine<Object> longChain(Trace t) {
    return Coroutine.of("a" + 1 + await(t.later("b")) + 2 + await(t.later("c")) + 3 + await(t.later("d")) + 4 + await(t.later("e")) + 5);
  }

  default Coroutine<Object> throwingToString(Trace t) {
    Object bad = new Object() {
      @Override
      public String toString() {
        return t.boom("toString");
      }
    };
    try {
      t.log(bad + "x" + await(t.later("not awaited")));
    } catch (IllegalStateException e) {
      t.log(e);
    }
    return Coroutine.of("end");
  }

  default Coroutine<Object> compoundWithObject(Trace t) {
    StringBuilder sb = new StringBuilder("x");
    String s = "s";
    s += sb + await(t.later("y")) + sb.append("z");
    t.log(s);
    Object o = sb;
    o += "!" + await(t.later("w"));
    return Coroutine.of(o);
  }

  // catalogue 36 124
  default Coroutine<Object> objectChangedByTheNextOperand(Trace t) {
    StringBuilder sb = new StringBuilder("a");
    String s = sb + await(t.later(sb.append("b").toString()));
    s += sb + await(t.later(sb.append("c").toString())) + sb + await(t.later(sb.append("d").toString()));
    return Coroutine.of(s);
  }
}
