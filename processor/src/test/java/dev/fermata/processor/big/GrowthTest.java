package dev.fermata.processor.big;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import com.sun.management.ThreadMXBean;
import dev.fermata.processor.FermataProcessor;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;

/**
 * The work grows with what is compiled, and no faster. It is measured by what is allocated, which
 * is the same on every machine: something done for each pair of awaits shows in it as soon as it
 * makes so much as an iterator.
 */
final class GrowthTest {

  private static final int TIMES = 4;

  /** With a quarter of the size as the base, a square would come to 16. */
  private static final double MOST = TIMES * 1.4;

  @Test
  void growsWithTheAwaitsOfABody() {
    assertThat(growth(GrowthTest::awaits, 250)).isLessThan(MOST);
  }

  @Test
  void growsWithTheTypes() {
    assertThat(growth(GrowthTest::types, 25)).isLessThan(MOST);
  }

  @Test
  void growsWithTheTypesOfOneFile() {
    assertThat(growth(GrowthTest::nestedTypes, 25)).isLessThan(MOST);
  }

  private static double growth(IntFunction<List<JavaFileObject>> sources, int size) {
    double one = allocated(sources.apply(1));
    double small = allocated(sources.apply(size)) - one;
    return (allocated(sources.apply(size * TIMES)) - one) / small;
  }

  /** Bytes allocated by javac with the processor; the least of two, the first may load classes. */
  private static double allocated(List<JavaFileObject> sources) {
    ThreadMXBean threads = ManagementFactory.getPlatformMXBean(ThreadMXBean.class);
    long least = Long.MAX_VALUE;
    for (int i = 0; i < 2; i++) {
      long before = threads.getCurrentThreadAllocatedBytes();
      Compilation compilation =
          Compiler.javac().withProcessors(new FermataProcessor()).compile(sources);
      least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
      assertThat(compilation.errors()).isEmpty();
    }
    return least;
  }

  private static List<JavaFileObject> awaits(int count) {
    StringBuilder body = new StringBuilder();
    for (int i = 0; i < count; i += 5) {
      body.append(
          """
              for (int i@ = 0; i@ < n; i@++) {
                int a@ = await(get(i@)) + await(get(total));
                try {
                  total += Math.max(await(get(1)), await(get(a@)));
                } catch (IllegalStateException failed@) {
                  total -= await(get(failed@.hashCode()));
                }
              }
          """
              .replace("@", Integer.toString(i)));
    }
    return List.of(
        source(
            "Big",
            """
            @Async
            public interface Big {
              Coroutine<Integer> get(int x);

              default Coroutine<Integer> big(int n) {
                int total = 0;
            %s    return Coroutine.of(total);
              }
            }
            """
                .formatted(body)));
  }

  private static List<JavaFileObject> types(int count) {
    List<JavaFileObject> files = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      files.add(source("Each" + i, type("Each" + i, "Each" + (i + 1) % count)));
    }
    return files;
  }

  private static List<JavaFileObject> nestedTypes(int count) {
    StringBuilder types = new StringBuilder();
    for (int i = 0; i < count; i++) {
      types.append(type("Each" + i, "All_Each" + (i + 1) % count));
    }
    return List.of(source("All", "public interface All {\n" + types + "}\n"));
  }

  private static String type(String name, String other) {
    return """
    @Async
    public interface %s {
      default Coroutine<Integer> once(int x) {
        return Coroutine.of(x + await(new %sAsync().twice(x)));
      }

      default Coroutine<Integer> twice(int x) {
        int sum = 0;
        for (int i = 0; i < 2; i++) {
          sum += await(once(i));
        }
        return Coroutine.of(sum);
      }
    }
    """
        .formatted(name, other);
  }

  private static JavaFileObject source(String name, String text) {
    return JavaFileObjects.forSourceString(
        "generated." + name,
        """
        package generated;

        import static dev.fermata.asyncio.Asyncio.*;

        import dev.fermata.Async;
        import dev.fermata.asyncio.Coroutine;

        """
            + text);
  }
}
