package corpus.names;

import static dev.fermata.asyncio.Asyncio.await;
import static java.lang.Math.*;
import static java.util.Map.Entry;
import static java.util.Map.entry;
import static java.util.stream.Collectors.toList;

import dev.fermata.Async;
import dev.fermata.asyncio.Coroutine;
import java.util.*;
import java.util.function.*;
import oracle.Trace;

/** Names that come by static import, on demand, or nested. */
@Async
interface Imports {
  default Coroutine<Object> static_(Trace t) {
    t.log(max(await(t.later(1)), abs(-5)) + (int) PI);
    Entry<String, Integer> e = entry("k", await(t.later(2)));
    await(t.later(0));
    return Coroutine.of(e.getKey() + e.getValue() + MAX);
  }

  int MAX = 9;

  default Coroutine<Object> onDemand(Trace t) {
    List<String> l = new ArrayList<>(List.of("a", await(t.later("b"))));
    Function<String, Integer> f = String::length;
    await(t.later(0));
    return Coroutine.of(l.stream().map(f).collect(toList()));
  }

  default Coroutine<Object> nested(Trace t) {
    Map.Entry<String, List<Integer>> e = Map.entry("k", Arrays.asList(1, await(t.later(2))));
    await(t.later(0));
    AbstractMap.SimpleEntry<String, List<Integer>> s = new AbstractMap.SimpleEntry<>(e);
    return Coroutine.of(s);
  }
}
