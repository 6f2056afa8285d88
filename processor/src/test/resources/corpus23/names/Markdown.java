package corpus23.names;

import static dev.fermata.asyncio.Asyncio.await;

import dev.fermata.Async;
import dev.fermata.asyncio.Coroutine;
import oracle.Trace;

/// Comments of Java 23: they go where other Javadoc goes.
@Async
interface Markdown {
  /// Has `code`, a [Trace] and
  ///
  /// * a list */ with an end of another kind of comment
  /// * $L, $$ and \u0041
  default Coroutine<Object> commented(Trace t) {
    /// Not Javadoc here.
    int x = await(t.later(1));
    /// Nor here: $T
    t.log(x);
    return Coroutine.of(x + await(t.later(2)));
  }
}
