package corpus25.names;

import module java.base;

import static dev.fermata.asyncio.Asyncio.await;

import dev.fermata.Async;
import dev.fermata.asyncio.Coroutine;
import oracle.Trace;

/** Names that an import of a module brings. */
@Async
interface ModuleImport {
  default Coroutine<Object> collections(Trace t) {
    List<Integer> all = new ArrayList<>(List.of(await(t.later(1))));
    all.add(await(t.later(2)));
    return Coroutine.of(all.stream().map(x -> x * 2).collect(Collectors.toList()));
  }
}
