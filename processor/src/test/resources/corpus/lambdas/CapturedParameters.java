package corpus.lambdas;

import static dev.fermata.asyncio.Asyncio.await;

import dev.fermata.Async;
import dev.fermata.asyncio.Coroutine;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import oracle.Trace;

/** Parameters of lambdas whose type is, or mentions, a captured wildcard. */
@Async
interface CapturedParameters {
  Function<List<? extends Number>, Integer> SUM =
      list -> list.stream().map(x -> x.intValue()).reduce(0, (a, b) -> a + b);

  default int hashes(List<?> list) {
    int[] sum = {0};
    list.forEach(x -> sum[0] += x.hashCode());
    return sum[0];
  }

  default Coroutine<Object> elements(Trace t) {
    List<? extends Number> numbers = new ArrayList<>(List.of(1, 2, 3));
    numbers.forEach(x -> t.log("x", x.intValue()));
    numbers.removeIf(x -> x.intValue() == 2);
    await(t.pause());
    List<? super Integer> sink = new ArrayList<>(List.of(5));
    sink.forEach(x -> t.log("super", x));
    return Coroutine.of(await(t.later(SUM.apply(numbers))) + hashes(List.of(1, 2)));
  }

  default Coroutine<Object> nested(Trace t) {
    Map<String, ?> map = Map.of("a", 1);
    List<? extends Number> numbers = List.of(2L);
    Runnable inner = () -> numbers.forEach(x -> map.forEach((k, v) -> t.log(k, v + "" + x)));
    await(t.pause());
    inner.run();
    String text = map.entrySet().stream().map(e -> e.getKey() + e.getValue()).toList().toString();
    return Coroutine.of(await(t.later(text)));
  }

  /** In a coroutine lambda, a local class and an anonymous one. */
  default Coroutine<Object> inOthers(Trace t) {
    Function<List<? extends Number>, Coroutine<Integer>> coroutine =
        list -> {
          int size = await(t.later(list.size()));
          list.forEach(x -> t.log("in lambda", x));
          return Coroutine.of(size);
        };
    class Local {
      final List<? extends CharSequence> texts = List.of("text");

      Coroutine<Integer> lengths() {
        texts.forEach(x -> t.log("in local", x.length()));
        return Coroutine.of(await(t.later(texts.size())));
      }
    }
    Object anonymous =
        new Object() {
          final Class<?> type = String.class;

          @Override
          public String toString() {
            return java.util.Optional.of(type).map(x -> x.getSimpleName()).get();
          }
        };
    int sum = await(coroutine.apply(List.of(1, 2))) + await(new Local().lengths());
    return Coroutine.of(sum + anonymous.toString());
  }
}
