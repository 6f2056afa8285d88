package corpus.classes;

import static dev.fermata.asyncio.Asyncio.await;

import corpus.classes.elsewhere.Base;
import dev.fermata.Async;
import dev.fermata.asyncio.Coroutine;
import java.util.function.Function;
import java.util.function.Supplier;
import oracle.Trace;

// run: fresh
/** super, and what is protected in another package. */
@Async
class SuperMembers extends Base<String> {
  // catalogue 100
  private int hidden = 3;

  SuperMembers() {
    super("base");
  }

  @Override
  public String describe(String x) {
    return "mine " + x;
  }

  @Override
  public int count(int... xs) {
    return -1;
  }

  public Coroutine<Object> superCalls(Trace t) throws Exception {
    t.log(super.describe(await(t.later("a"))) + describe("b") + super.count() + super.count(1, 2));
    t.log(super.toString() + super.value + value);
    super.value = await(t.later("changed"));
    t.log(super.value + super.guarded("g"));
    try {
      super.failing(await(t.later("f")));
    } catch (java.io.IOException e) {
      t.log(e);
    }
    Function<String, String> f = super::describe;
    Supplier<String> s = () -> super.describe(value) + super.value;
    return Coroutine.of(f.apply(await(t.later("r"))) + s.get());
  }

  public Coroutine<Object> protectedElsewhere(Trace t) {
    t.log(value + this.value + guarded(await(t.later("x"))) + this.guarded("y"));
    value += await(t.later("!"));
    number++;
    number += await(t.later(2));
    shared = shared + guardedStatic(number);
    Function<String, String> f = this::guarded;
    Supplier<Integer> n = () -> number-- + hidden;
    return Coroutine.of(f.apply(value) + n.get() + number + shared + Base.shared);
  }

  @Override
  public int hashCode() {
    return 1;
  }
}
