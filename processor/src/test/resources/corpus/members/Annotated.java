package corpus.members;

import static dev.fermata.asyncio.Asyncio.await;

import dev.fermata.Async;
import dev.fermata.asyncio.Coroutine;
import oracle.Res;
import oracle.Trace;

/** Annotations on parameters, locals, types: carried along or left out, never in the way. */
@Async
interface Annotated {
  @java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME)
  @java.lang.annotation.Target({java.lang.annotation.ElementType.TYPE_USE, java.lang.annotation.ElementType.PARAMETER, java.lang.annotation.ElementType.LOCAL_VARIABLE})
  @interface Mark {
    String value() default "";
  }

  // catalogue 114
  default Coroutine<@Mark String> marked(Trace t, @Mark("p") String s, @Mark int... xs) {
    @Mark("local") String u = s + await(t.later(1));
    @SuppressWarnings("unused") final @Mark int x = await(t.later(2));
    java.util.List<@Mark("arg") String> l = new java.util.ArrayList<@Mark String>();
    l.add(u);
    await(t.later(l));
    Object o = (@Mark String) u;
    try (@Mark Res r = t.res("r")) {
      for (@Mark String y : l) await(t.later(y));
    } catch (@Mark RuntimeException e) {
      t.log(e);
    }
    return Coroutine.of(u + x + xs.length + o);
  }

  // catalogue 114
  default Coroutine<Object> run(Trace t) {
    return Coroutine.of(await(marked(t, "s", 1, 2)));
  }

  // catalogue 114
  @Deprecated

  default Coroutine<Object> deprecated(Trace t) {
    return Coroutine.of(await(t.later(1)));
  }
}
