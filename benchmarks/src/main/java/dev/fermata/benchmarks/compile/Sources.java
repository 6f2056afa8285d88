package dev.fermata.benchmarks.compile;

import java.util.ArrayList;
import java.util.List;

/** Generates what is compiled. */
final class Sources {

  private static final String HEADER =
      """
      package generated;

      import static dev.fermata.asyncio.Asyncio.*;

      import dev.fermata.Async;
      import dev.fermata.asyncio.Awaitable;
      import dev.fermata.asyncio.Coroutine;
      import dev.fermata.asyncio.Future;
      import java.io.IOException;
      import java.time.Duration;
      import java.util.ArrayList;
      import java.util.HashMap;
      import java.util.List;
      import java.util.Map;

      """;

  private static final String TYPE =
      """
      /** A service among many, of realistic size. */
      @Async
      public interface Service# {

        /** What is kept. */
        Map<String, Integer> store();

        Coroutine<byte[]> load(String name) throws IOException;

        void log(String text);

        default Coroutine<Integer> sum(int from, int to) {
          int total = 0;
          for (int i = from; i < to; i++) {
            int part = await(square(i));
            if (part % 2 == 0) {
              total += part;
            }
          }
          return Coroutine.of(total);
        }

        default Coroutine<Integer> square(int x) {
          await(sleep(Duration.ofMillis(1)));
          return Coroutine.of(x * x);
        }

        /** Looks up, or loads. */
        default Coroutine<Integer> lookUp(String key) throws IOException {
          Integer known = store().get(key);
          if (known != null) {
            return Coroutine.of(known);
          }
          byte[] loaded = await(load(key));
          int size = loaded.length;
          store().put(key, size);
          log("loaded " + key + ": " + size + " bytes");
          return Coroutine.of(size);
        }

        default Coroutine<List<Integer>> lookUpAll(List<String> keys) throws IOException {
          List<Integer> found = new ArrayList<>();
          for (String key : keys) {
            try {
              found.add(await(lookUp(key)));
            } catch (IllegalStateException failed) {
              log("failed: " + failed.getMessage());
              await(sleep(Duration.ofMillis(found.size())));
            } finally {
              log("done with " + key);
            }
          }
          return Coroutine.of(found);
        }

        default Coroutine<Map<String, Integer>> index(List<String> keys, int limit)
            throws IOException {
          Map<String, Integer> sizes = new HashMap<>();
          int round = 0;
          while (round < limit) {
            String key = keys.get(round % keys.size());
            int size = await(lookUp(key)) + await(sum(0, round));
            sizes.merge(key, size, Integer::sum);
            if (size > 1_000) {
              break;
            }
            round++;
          }
          return Coroutine.of(sizes);
        }

        default Coroutine<String> describe(String key) throws IOException {
          String text =
              switch (await(lookUp(key))) {
                case 0 -> "nothing";
                case 1 -> "one byte";
                default -> "many bytes, " + await(sum(0, 3));
              };
          return Coroutine.of(key + ": " + text);
        }

        default Coroutine<Void> retry(String key, int times) throws IOException {
          for (int attempt = 1; ; attempt++) {
            try {
              await(lookUp(key));
              return Coroutine.completed();
            } catch (IOException failed) {
              if (attempt == times) {
                throw failed;
              }
              log("attempt " + attempt + " of " + times + " failed");
              await(sleep(Duration.ofMillis(attempt)));
            }
          }
        }

        default Coroutine<Integer> both(Coroutine<Integer> one, Awaitable<Integer> other) {
          var first = createTask(one);
          int second = await(other);
          int sum = await(first) + second;
          log("sum " + sum + (second > 0 && await(square(second)) > 10 ? ", large" : ""));
          return Coroutine.of(sum);
        }

        default Coroutine<Integer> next() {
          return new Service@Async_().square(@);
        }

        default Coroutine<Void> serve(List<String> keys) throws IOException {
          try {
            await(lookUpAll(keys));
            Map<String, Integer> sizes = await(index(keys, 10));
            sizes.forEach((key, size) -> log(key + " has " + size));
            String text = await(describe(keys.get(0)));
            log(text);
          } finally {
            log("served");
            await(sleep(Duration.ofMillis(1)));
          }
          return Coroutine.completed();
        }
      }

      /** What is left open above, filled in. */
      abstract class Service#Base extends Service#Async {}

      final class Service#Async_ extends Service#Async {
        @Override
        public Map<String, Integer> store() {
          return new HashMap<>();
        }

        @Override
        public Coroutine<byte[]> load(String name) {
          return Coroutine.of(new byte[@]);
        }

        @Override
        public void log(String text) {}
      }
      """;

  private Sources() {}

  /** That many {@code @Async} interfaces of ten coroutine functions, each of which uses another. */
  static List<SourceFile> types(int count) {
    List<SourceFile> files = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String text =
          (HEADER + TYPE)
              .replace("#", Integer.toString(i))
              .replace("@Async_", (i + 1) % count + "Async_")
              .replace("@)", i % 100 + ")")
              .replace("@]", i % 100 + "]");
      files.add(new SourceFile("generated.Service" + i, text));
    }
    return files;
  }

  /** One body with that many awaits, in loops, conditions and handlers. */
  static List<SourceFile> awaits(int count) {
    StringBuilder text = new StringBuilder(HEADER);
    text.append(
        """
        @Async
        public interface Big {
          Coroutine<Integer> get(int x);

          default Coroutine<Integer> big(int n) {
            int total = 0;
        """);
    for (int i = 0; i < count; i += 10) {
      text.append(
          """
              for (int i@ = 0; i@ < n; i@++) {
                int a@ = await(get(i@)) + await(get(total));
                if (await(get(a@)) > 3) {
                  total += a@ * await(get(@));
                } else if (a@ == 2) {
                  continue;
                }
                try {
                  total += Math.max(await(get(1)), await(get(2)));
                  List<Integer> list@ = List.of(a@, await(get(3)), total);
                  total += list@.size() + await(get(list@.get(0)));
                } catch (IllegalStateException failed@) {
                  total -= failed@.hashCode() + await(get(4));
                }
                total += await(get(5));
              }
          """
              .replace("@", Integer.toString(i)));
    }
    text.append("    return Coroutine.of(total);\n  }\n}\n");
    return List.of(new SourceFile("generated.Big", text.toString()));
  }
}
