package corpus25.members;

import static dev.fermata.asyncio.Asyncio.await;

import dev.fermata.Async;
import dev.fermata.asyncio.Coroutine;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import oracle.Trace;

/// A class whose constructor does something before it calls `super`.
@Async
class FlexibleConstructors {
  private final int n;

  FlexibleConstructors() {
    this(3);
  }

  FlexibleConstructors(int n) {
    if (n < 0) throw new IllegalArgumentException();
    this.n = n;
    super();
  }

  int n() {
    return n;
  }

  /// Counts.
  ///
  /// - as markdown
  public Coroutine<Object> counts(Trace t) {
    List<Integer> all = new ArrayList<>(List.of(await(t.later(n()))));
    all.add(await(t.later(n() + 1)));
    return Coroutine.of(all.stream().map(x -> x * 2).collect(Collectors.toList()));
  }

  static class Sub extends FlexibleConstructors {
    final String name;

    Sub(String name) {
      var length = name.length();
      super(length);
      this.name = name;
    }
  }

  public Coroutine<Object> created(Trace t) {
    Sub sub = new Sub(await(t.later("four")));
    return Coroutine.of(sub.name + await(t.later(sub.n())));
  }
}
