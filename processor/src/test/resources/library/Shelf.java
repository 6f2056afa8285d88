package library;

import static dev.fermata.asyncio.Asyncio.await;

import dev.fermata.Async;
import dev.fermata.asyncio.Coroutine;
import oracle.Trace;

/** Compiled before the corpus, which sees its class file only. */
@Async
public interface Shelf<T> {
  default Coroutine<String> put(Trace t, T x, int n) {
    String s = "";
    for (int i = 0; i < n; i++) s += await(t.later(x));
    return Coroutine.of(s + hidden(n));
  }

  private String hidden(int n) {
    return "#" + n;
  }

  default Coroutine<Integer> replaced(Trace t) {
    return Coroutine.of(await(t.later(1)));
  }

  default Coroutine<Integer> viaReplaced(Trace t) {
    return Coroutine.of(await(replaced(t)) * 10);
  }
}
