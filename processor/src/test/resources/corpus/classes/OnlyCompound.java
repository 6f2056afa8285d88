package corpus.classes;

import static dev.fermata.asyncio.Asyncio.await;

import dev.fermata.Async;
import dev.fermata.asyncio.Coroutine;
import oracle.Trace;

// run: fresh
/** Private fields that nothing reads but a compound assignment with an await. */
@Async
class OnlyCompound {
  private int n = 1;
  private Integer boxed = 2;
  private long wide = 3;
  private byte small = 120;
  private String text = "t";
  private static int shared = 5;

  public Coroutine<Object> statements(Trace t) {
    n += await(t.later(1));
    boxed *= await(t.later(2));
    wide <<= await(t.later(3));
    small += await(t.later(10));
    text += await(t.later('c'));
    shared -= shared + await(t.later(5));
    return Coroutine.of("done");
  }

  public Coroutine<Object> values(Trace t) {
    t.log(await(statements(t)));
    t.log(n += await(t.later(1)));
    t.log(boxed += await(t.later(1)));
    t.log(wide += await(t.later(1)));
    t.log(small *= await(t.later(3)));
    t.log(text += await(t.later(1)));
    return Coroutine.of(shared |= await(t.later(9)));
  }
}
