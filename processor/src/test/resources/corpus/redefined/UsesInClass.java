package corpus.redefined;

import static dev.fermata.asyncio.Asyncio.await;

import dev.fermata.Async;
import dev.fermata.asyncio.Coroutine;
import oracle.Trace;

/** Private members, reached through handles, in a package of namesakes. */
@Async
public class UsesInClass {
  private int n = 3;
  private String own = new String();
  private java.lang.String text = "x";
  private int state(int x) { return x + n; }
  private static java.lang.Object driver(java.lang.Object o) { return o; }

  public Coroutine<java.lang.Object> members(Trace t) {
    n += await(t.later(2));
    text = text + await(t.later("y"));
    n++;
    own.own += await(t.later(5));
    return Coroutine.of(state(await(t.later(1))) + text + driver(own.own));
  }
  
  protected Coroutine<java.lang.Object> other(Trace t) { return Coroutine.of(await(t.later(4))); }
  public Coroutine<java.lang.Object> self(Trace t) { return Coroutine.of(await(this.other(t))); }
}
