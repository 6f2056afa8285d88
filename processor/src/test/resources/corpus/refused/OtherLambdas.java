package corpus.refused;

import static dev.fermata.asyncio.Asyncio.await;

import dev.fermata.Async;
import dev.fermata.asyncio.Coroutine;
import java.util.function.Supplier;
import java.util.stream.Stream;
import oracle.Trace;

/** Lambdas and classes in a body that are no coroutines. */
@Async
interface OtherLambdas {
  // catalogue 32
  default Coroutine<Object> map(Trace t) {
    return Coroutine.of(Stream.of(1, 2).map(x -> await(t.later(x))).toList()); // refused: await-in-lambda
  }

  // catalogue 32
  default Coroutine<Object> supplier(Trace t) {
    Supplier<Integer> s = () -> {
      int x = 1;
      return x + await(t.later(x)); // refused: await-in-lambda
    };
    return Coroutine.of(s.get());
  }

  // catalogue 32
  default Coroutine<Object> runnable(Trace t) {
    Runnable r = () -> await(t.pause()); // refused: await-in-lambda
    r.run();
    return Coroutine.of("end");
  }

  // catalogue 32
  default Coroutine<Object> anonymousClass(Trace t) {
    Supplier<Integer> s = new Supplier<>() {
      @Override
      public Integer get() {
        return await(t.later(1)); // refused: await-in-nested-class
      }
    };
    return Coroutine.of(s.get());
  }

  // catalogue 32
  default Coroutine<Object> localClass(Trace t) {
    class Local {
      int get() {
        return await(t.later(1)); // refused: await-in-nested-class
      }
    }
    return Coroutine.of(new Local().get());
  }
}
