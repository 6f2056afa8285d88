package corpus.names;

import static dev.fermata.asyncio.Asyncio.await;

import dev.fermata.Async;
import dev.fermata.asyncio.Coroutine;
import oracle.Trace;

/** Comments everywhere, which must not change what the text means. */
@Async
interface Comments {
  default Coroutine<Object> everywhere(Trace t) {
    // a line
    int x /* c1 */ = /* c2 */ await(t.later(1)) /* c3 */ + /* c4 */ 2; // tail
    /* block */
    // two
    // lines */ /*
    if (/* cond */ await(t.later(x == 3)) /* after */) {
      // only a comment
    }
    /** doc */
    String s = "// no comment" + await(t.later("/* nor this */"));
    int y = x // line in the middle
        + await(t.later(2)) // and here
        ; /* empty */ ;
    return Coroutine.of(/* r */ s + y /* end */);
  }

  default Coroutine<Object> inArguments(Trace t) {
    t.log(Math.max(/* a */ await(t.later(1)), // b
        await(t.later(2)) /* c */));
    return Coroutine.of(java.util.List.of(
        // first
        await(t.later(1)),
        // second
        2 // two
    ));
  }
}
