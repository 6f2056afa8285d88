package dev.fermata.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.asyncio.Coroutine;
import dev.fermata.asyncio.EventLoop;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Bodies that use the library's own sources and context managers, compiled and run on a loop. In
 * the files of the folder {@code using} a coroutine function under a comment that begins with
 * {@code expects} is a case: the comment lists what the function leaves in its trace.
 */
class UsingTest {
  private static final Path FOLDER = Path.of("src/test/resources/using");
  private static final Pattern CASE =
      Pattern.compile("  // expects (.*)\n  default Coroutine<Void> (\\w+)\\(");

  @TestFactory
  Stream<DynamicContainer> files() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.sorted().toList().stream().map(UsingTest::cases);
    }
  }

  private static DynamicContainer cases(Path file) {
    String text;
    try {
      text = Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String name = file.getFileName().toString().replace(".java", "");
    Object face = TestCompiler.of(text).pipeline().compile().create("using." + name + "Async");
    return DynamicContainer.dynamicContainer(
        name, CASE.matcher(text).results().map(found -> test(face, found)));
  }

  private static DynamicTest test(Object face, MatchResult found) {
    return DynamicTest.dynamicTest(
        found.group(2), () -> assertThat(trace(face, found.group(2))).isEqualTo(found.group(1)));
  }

  private static String trace(Object face, String function) throws ReflectiveOperationException {
    List<Object> trace = new ArrayList<>();
    List<Object> reports = new ArrayList<>();
    EventLoop loop = EventLoop.create();
    loop.setExceptionHandler((on, report) -> reports.add(report));
    try {
      loop.runUntilComplete(
          (Coroutine<?>) face.getClass().getMethod(function, List.class).invoke(face, trace));
    } finally {
      loop.close();
    }
    assertThat(reports).isEmpty();
    return trace.stream().map(String::valueOf).collect(Collectors.joining(", "));
  }
}
