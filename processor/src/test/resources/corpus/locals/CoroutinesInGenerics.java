package corpus.locals;

import static dev.fermata.asyncio.Asyncio.await;

import dev.fermata.Async;
import dev.fermata.asyncio.Coroutine;
import java.util.List;
import oracle.Trace;

/** Local types with coroutine methods, in functions with type parameters. */
@Async
interface CoroutinesInGenerics {
  default <X> Coroutine<Object> inClass(Trace t, X x) {
    class Local {
      Coroutine<Integer> twice(int n) {
        return Coroutine.of(n + await(t.later(n)));
      }
    }
    return Coroutine.of(x + "" + await(new Local().twice(2)));
  }

  default <X> Coroutine<Object> inRecord(Trace t, X x) {
    record Local(int a) {
      Coroutine<Integer> plus(Trace t, int n) {
        return Coroutine.of(a + await(t.later(n)));
      }
    }
    return Coroutine.of(x + "" + await(new Local(1).plus(t, 2)));
  }

  default <X> Coroutine<Object> inGenericRecord(Trace t, X x) {
    record Local<Y extends Comparable<Y>>(Y a) {
      Coroutine<Boolean> below(Trace t, Y b) {
        return Coroutine.of(a.compareTo(await(t.later(b))) < 0);
      }

      <Z> Coroutine<List<Object>> with(Trace t, Z z) {
        return Coroutine.of(List.of(await(t.later(a)), await(t.later(z))));
      }
    }
    var one = new Local<>("one");
    t.log(await(one.below(t, "two")));
    t.log(await(one.with(t, 3)));
    return Coroutine.of(x + one.a());
  }

  default <X> Coroutine<Object> inEnum(Trace t, X x) {
    enum Local {
      ONE,
      TWO;

      Coroutine<String> named(Trace t) {
        await(t.pause());
        return Coroutine.of(name());
      }
    }
    return Coroutine.of(x + await(Local.TWO.named(t)));
  }

  default Coroutine<Object> run(Trace t) {
    t.log(await(inClass(t, "class ")));
    t.log(await(inRecord(t, "record ")));
    t.log(await(inGenericRecord(t, "generic ")));
    return inEnum(t, "enum ");
  }
}
