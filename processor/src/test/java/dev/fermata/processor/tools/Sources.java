package dev.fermata.processor.tools;

import com.google.testing.compile.JavaFileObjects;
import javax.tools.JavaFileObject;

/** What the tools are given to compile. */
final class Sources {

  static final String SUMS =
      """
      package p;

      import static dev.fermata.asyncio.Asyncio.*;

      import dev.fermata.Async;
      import dev.fermata.asyncio.Coroutine;
      import java.time.Duration;

      @Async
      public interface Sums {

        /**
         * Adds after a while.
         *
         * @param x the one
         * @param y the other
         */
        default Coroutine<Integer> compute(int x, int y) {
          await(sleep(Duration.ZERO));
          return Coroutine.of(x + y);
        }

        /** Prints a sum. */
        default Coroutine<Void> printSum(int x, int y) {
          int result = await(compute(x, y));
          System.out.println(x + " + " + y + " = " + result);
          return Coroutine.completed();
        }

        @Async
        interface Nested {
          default Coroutine<Integer> twice(int x) {
            return Coroutine.of(await(new SumsAsync().compute(x, x)));
          }
        }

        static int main() {
          return run(new Sums_NestedAsync().twice(21));
        }
      }
      """;

  static JavaFileObject file(String text) {
    String name = text.replaceFirst("(?s).*?(?:class|interface) (\\w+).*", "$1");
    return JavaFileObjects.forSourceString("p." + name, text);
  }

  private Sources() {}
}
