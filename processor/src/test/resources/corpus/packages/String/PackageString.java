package corpus.packages.String;

import static dev.fermata.asyncio.Asyncio.await;

import dev.fermata.Async;
import dev.fermata.asyncio.Coroutine;
import oracle.Trace;

/** In a package named like a class. */
@Async
public interface PackageString {
  default Coroutine<Object> run(Trace t) {
    String s = await(t.later("a"));
    Integer i = await(t.later(1));
    await(t.later(0));
    return Coroutine.of(s + i);
  }
}
