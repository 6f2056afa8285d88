package corpus.hostile;

import static dev.fermata.asyncio.Asyncio.await;

import dev.fermata.Async;
import dev.fermata.asyncio.Coroutine;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import oracle.Trace;

/** Fields called like the packages that generated code needs. */
@Async
class FieldsLikePackages {
  int dev = 1;
  private String java = "j";
  static int util = 3;
  private int fermata;

  Coroutine<Object> body(Trace t) {
    return Coroutine.of(null);
  }

  public Coroutine<Object> fields(Trace t) {
    dev += await(t.later(2));
    java += await(t.later("k"));
    fermata++;
    List<Object> values = new ArrayList<>(List.of(dev, java, fermata, util));
    Supplier<Coroutine<Object>> last =
        () -> {
          java = await(t.later("zz"));
          return Coroutine.of(java);
        };
    values.add(await(last.get()));
    return Coroutine.of(values);
  }
}
