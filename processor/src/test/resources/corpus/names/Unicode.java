package corpus.names;

import static dev.fermata.asyncio.Asyncio.await;

import dev.fermata.Async;
import dev.fermata.asyncio.Coroutine;
import oracle.Trace;

/** Identifiers and literals beyond ASCII, and Unicode escapes. */
@Async
interface Unicode {
  default Coroutine<Object> identifiers(Trace t) {
    int été = await(t.later(1));
    int 变量 = await(t.later(2));
    await(t.later(0));
    return Coroutine.of(été + 变量);
  }

  default Coroutine<Object> escapes(Trace t) {
    int \u0061bc = await(t.later(1));
    abc += await(t.later(2));
    String s = "\u00e9t\u00e9 \\u0041 é";
    char c = '\u0041' == 'A' ? '\u0071' : 'n';
    await(t.later(0));
    return Coroutine.of(abc + s + c);
  }

  default Coroutine<Object> surrogates(Trace t) {
    String s = "😀" + await(t.later("\uD83D\uDE00"));
    t.log(s.length());
    return Coroutine.of(s);
  }

  default Coroutine<String> größe(Trace t, String ñ) {
    return Coroutine.of(await(t.later(ñ)) + "ß");
  }

  default Coroutine<Object> methods(Trace t) {
    return Coroutine.of(await(größe(t, "ñ")));
  }
}
