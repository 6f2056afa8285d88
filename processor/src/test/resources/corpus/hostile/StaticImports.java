package corpus.hostile;

import static dev.fermata.asyncio.Asyncio.await;
import static java.util.Map.Entry;
import static java.util.AbstractMap.SimpleEntry;
import static java.lang.Math.*;
import static java.lang.Thread.State;

import dev.fermata.Async;
import dev.fermata.asyncio.Coroutine;
import oracle.Trace;

/** Types that come by static import and are named like machines. */
@Async
interface StaticImports {
  default Coroutine<Object> entry(Trace t) {
    Entry<String, Integer> e = new SimpleEntry<>("a", await(t.later(1)));
    await(t.later(0));
    return Coroutine.of(e.getKey() + e.getValue() + max(1, await(t.later(3))));
  }
  default Coroutine<Object> simpleEntry(Trace t) {
    record Entry(int x) {}
    Entry e = new Entry(await(t.later(1)));
    SimpleEntry<String, Integer> s = new SimpleEntry<>("a", await(t.later(1)));
    await(t.later(0));
    State state = State.NEW;
    await(t.later(0));
    return Coroutine.of(e + " " + s + state);
  }
  default Coroutine<Object> state(Trace t) {
    State state = State.NEW;
    switch (state) { case NEW: t.log(await(t.later(1))); break; default: }
    return Coroutine.of(state);
  }
}
