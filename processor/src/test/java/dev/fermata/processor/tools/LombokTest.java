package dev.fermata.processor.tools;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.Getter;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Lombok beside us, whichever comes first. In a javac of its own, since Lombok changes the one that
 * it runs in.
 */
// catalogue 111
final class LombokTest {

  private static final String SERVICE =
      """
      package p;

      import static dev.fermata.asyncio.Asyncio.*;

      import dev.fermata.Async;
      import dev.fermata.asyncio.Coroutine;
      import java.time.Duration;
      import lombok.*;

      @Async
      @RequiredArgsConstructor
      @Getter
      public class Service {
        @Data
        @Builder
        static class Point {
          private final int x;
          private int y;
        }

        private final String name;
        private int count;

        public Coroutine<String> hello() {
          await(sleep(Duration.ZERO));
          count++;
          Point point = Point.builder().x(getCount()).y(await(Coroutine.of(2))).build();
          point.setY(point.getY() + 1);
          await(sleep(Duration.ZERO));
          return Coroutine.of(getName() + point.getX() + point.getY());
        }

        public static void main(String... arguments) {
          System.out.print(run(new ServiceAsync("hello").hello()));
        }
      }
      """;

  private static final String NON_NULL =
      """
      package p;

      import dev.fermata.Async;
      import dev.fermata.asyncio.*;
      import lombok.NonNull;

      @Async
      public interface Checked {
        default Coroutine<Integer> length(@NonNull String s) {
          return Coroutine.of(s.length() + Asyncio.await(length("")));
        }
      }
      """;

  @TempDir Path folder;

  /** Where Lombok comes after us, our first round is over before it adds a constructor. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void coroutinesUseWhatLombokAdds(boolean lombokFirst) throws Exception {
    String text =
        lombokFirst
            ? SERVICE
            : SERVICE
                .replace("@RequiredArgsConstructor\n", "")
                .replace("int count;", "int count; Service(String name) { this.name = name; }");
    assertThat(compile("Service", text, lombokFirst)).doesNotContain("error", "warning: [");
    assertThat(
            run(
                "java",
                "-cp",
                folder + File.pathSeparator + System.getProperty("java.class.path"),
                "p.Service"))
        .isEqualTo("hello13");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void codeThatLombokAddsToABodyIsRefusedThere(boolean lombokFirst) throws Exception {
    assertThat(compile("Checked", NON_NULL, lombokFirst))
        .contains(
            "Checked.java:9: error: [fermata.added-code] A coroutine is compiled from the text of"
                + " its body. Another processor has added code to that of length, which stands"
                + " nowhere in it. Write out what it adds, and take away the annotation that makes"
                + " it do so.",
            "1 error")
        .doesNotContain("Coroutines.java");
  }

  private String compile(String name, String text, boolean lombokFirst) throws Exception {
    Path source = folder.resolve(name + ".java");
    Files.writeString(source, text);
    String classPath = System.getProperty("java.class.path");
    String lombok = Path.of(location(Getter.class)).toString();
    String ours =
        Stream.of(classPath.split(File.pathSeparator))
            .filter(entry -> !entry.equals(lombok) && !entry.isEmpty())
            .collect(Collectors.joining(File.pathSeparator));
    return run(
        "javac",
        "-d",
        folder.toString(),
        "-cp",
        classPath,
        "-processorpath",
        lombokFirst ? lombok + File.pathSeparator + ours : ours + File.pathSeparator + lombok,
        source.toString());
  }

  private static String location(Class<?> type) throws URISyntaxException {
    return new File(type.getProtectionDomain().getCodeSource().getLocation().toURI()).getPath();
  }

  private String run(String tool, String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", tool).toString());
    command.addAll(List.of(arguments));
    Path output = folder.resolve("output.txt");
    new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(output.toFile())
        .start()
        .waitFor();
    return Files.readString(output, StandardCharsets.UTF_8);
  }
}
