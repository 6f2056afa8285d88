package corpus.locals;

import static dev.fermata.asyncio.Asyncio.await;

import dev.fermata.Async;
import dev.fermata.asyncio.Coroutine;
import java.util.function.Supplier;
import oracle.Trace;

/** Local variables that Java takes for constants, read after an await. */
@Async
interface ConstantLocals {
  default Coroutine<Object> narrowed(Trace t) {
    final int five = 5;
    final int minus = -7;
    await(t.later(0));
    byte b = five;
    char c = five + 'a';
    byte d = minus;
    short s = (short) five;
    t.log(b);
    t.log(c);
    t.log(d);
    t.log(s);
    t.log(-minus);
    t.log(1 - minus);
    Byte boxed = five;
    await(t.later(boxed));
    t.log(boxed);
    return Coroutine.of(five);
  }

  default Coroutine<Object> everyType(Trace t) {
    final byte b = -1;
    final short s = 300;
    final char c = '\'';
    final long l = 1L << 40;
    final float f = 1 / 3f;
    final double d = -1e300;
    final double nan = 0.0 / 0.0;
    final float infinite = 1f / 0;
    final boolean no = false;
    final String text = "a\"\n\\\u00e9" + 1;
    await(t.later(0));
    t.log(which(b));
    t.log(which(s));
    t.log(which(c));
    t.log(l);
    t.log(f);
    t.log(d - nan);
    t.log(-infinite);
    t.log(no);
    t.log(text.length() + text);
    return Coroutine.of(text + b + s + c + l + f + d + no);
  }

  static String which(byte x) {
    return "byte " + x;
  }

  static String which(short x) {
    return "short " + x;
  }

  static String which(char x) {
    return "char " + x;
  }

  static String which(int x) {
    return "int " + x;
  }

  default Coroutine<Object> labels(Trace t) {
    final int one = 1;
    final String a = "a";
    await(t.later(0));
    switch (await(t.later(2))) {
      case one:
        t.log("one");
        break;
      case one + 1:
        t.log("two");
    }
    String s = await(t.later("a"));
    switch (s) {
      case a:
        t.log("a");
        break;
      default:
        t.log("other");
    }
    return Coroutine.of(a == "a");
  }

  default Coroutine<Object> captured(Trace t) {
    final int three = 3;
    final String text = "text";
    await(t.later(0));
    Supplier<Object> number =
        () -> {
          byte b = three;
          return b;
        };
    Supplier<Object> string =
        new Supplier<>() {
          final char c = three + 'a';

          @Override
          public Object get() {
            return text + c;
          }
        };
    await(t.later(1));
    t.log(number.get());
    return Coroutine.of(string.get());
  }

  default Coroutine<Object> reachable(Trace t) {
    final boolean debug = false;
    final boolean always = true;
    await(t.later(0));
    int n;
    if (always) {
      n = 1;
    } else {
      n = await(t.later(2));
    }
    if (debug) {
      t.log(await(t.later("debug")));
    }
    while (always) {
      if (await(t.later(++n)) > 3) {
        return Coroutine.of(n);
      }
    }
  }
}
