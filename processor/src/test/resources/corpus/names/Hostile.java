package corpus.names;

import static dev.fermata.asyncio.Asyncio.await;

import dev.fermata.Async;
import dev.fermata.asyncio.Coroutine;
import oracle.Trace;

/** Variables named like package roots, types named like the runtime's, literals of all forms. */
@Async
interface Hostile {
  class Coroutines {}
  class HostileAsync_ {}
  class Objects {
    int o = 5;
  }
  class AssertionError extends RuntimeException {
    private static final long serialVersionUID = 1;
  }
  class IllegalState {}
  class StackTraceElement {}
  class MethodHandles {}

  // catalogue 94
  default Coroutine<Object> packageRoots(Trace t) {
    int java = await(t.later(1)), dev = await(t.later(2)), corpus = await(t.later(3)), oracle = await(t.later(4));
    String fermata = "f", asyncio = "a", names = "n", lang = "l", util = "u";
    try {
      await(t.<Object>fail("x"));
    } catch (RuntimeException e) {
      t.log(e);
    } finally {
      await(t.later(0));
    }
    for (Integer i : await(t.later(new Integer[] {1, 2}))) {
      Runnable r = () -> t.log(i + java);
      await(t.later(i));
      r.run();
    }
    return Coroutine.of(java + dev + corpus + oracle + fermata + asyncio + names + lang + util);
  }

  default Coroutine<Object> types(Trace t) {
    Objects o = new Objects();
    try {
      if (await(t.later(true))) throw new AssertionError();
    } catch (AssertionError e) {
      t.log(await(t.later("own")));
    }
    return Coroutine.of(o.o + await(t.later(new Coroutines().getClass().getSimpleName())));
  }

  // catalogue 94
  default Coroutine<Object> literals(Trace t) {
    int octal = 017 + await(t.later(0_7));
    long hex = 0xFFFF_FFFFL + 0b1010 + await(t.later(0x8000_0000_0000_0000L));
    double d = 0x1.8p1 + await(t.later(1e-3)) + .5 + 5.;
    float f = 0x1p-2f + await(t.later(1_0.2_5f));
    char c = '\u0024', q = '\'', n = '\n', b = '\\', o = '\101';
    await(t.later(c));
    String text = """
        a "quoted" \
        line, $L and $$
          indented \t tab\s
        \u0041\101 end""" + await(t.later("\"\\$T"));
    return Coroutine.of(octal + " " + hex + " " + d + " " + f + c + q + (int) n + b + o + text);
  }

  default Coroutine<Object> aVeryLongNameThatGoesOnAndOnAndOnAndOnAndOnAndOnAndOnAndOnAndOnAndOnAndOnAndOnAndOnAndOnAndOnAndOnAndOn(
      Trace t) {
    int aVeryLongLocalNameThatGoesOnAndOnAndOnAndOnAndOnAndOnAndOnAndOnAndOnAndOnAndOnAndOnAndOnAndOnAndOnAndOnAndOn = await(t.later(1));
    await(t.later(2));
    return Coroutine.of(aVeryLongLocalNameThatGoesOnAndOnAndOnAndOnAndOnAndOnAndOnAndOnAndOnAndOnAndOnAndOnAndOnAndOnAndOnAndOnAndOn);
  }

  default Coroutine<Object> escapedSyntax(Trace t) \u007b
    String \u0073 = "\u0022 + await(t.later("x")) + "\u005c"";
    /* \u002a/ int x = await(t.later(2)); // \u000a int y = await(t.later(3));
    return Coroutine.of(s + x + y);
  \u007d
}
