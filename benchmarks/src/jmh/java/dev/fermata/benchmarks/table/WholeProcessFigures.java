package dev.fermata.benchmarks.table;

import dev.fermata.benchmarks.Figures;
import dev.fermata.benchmarks.coroutine.WholeProcess;
import dev.fermata.benchmarks.coroutine.WholeProcess.Measure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Measures what takes a process, three times each, or once for a quick table. */
final class WholeProcessFigures {

  private static final String FUTURES = "CompletableFuture";

  /** {@code FirstLook} and its like, by competitor. */
  private static final Map<String, String> LOOKS =
      Map.of(
          Table.OURS,
          "dev.fermata.examples.FirstLook",
          "Kotlin",
          "dev.fermata.benchmarks.table.KotlinLook",
          FUTURES,
          FutureLook.class.getName());

  /** How long each of those sleeps, in milliseconds. */
  private static final double SLEEP = 1_000;

  private static final Map<String, Pattern> JARS =
      Map.of(
          Table.OURS,
          Pattern.compile("fermata-(runtime|annotations)-"),
          "Kotlin",
          Pattern.compile("kotlin-stdlib-|kotlinx-coroutines-core-|/annotations-"));

  private final int times;

  WholeProcessFigures(boolean quick) {
    times = quick ? 1 : 3;
  }

  /** Returns the median; nothing if the competitor has no means for it. */
  Optional<Figure> measure(Measure measure, String competitor) {
    List<String> command =
        Processes.java(
            WholeProcess.class.getName(),
            Processes.ONE_CARRIER,
            measure.rowName(),
            competitor,
            String.valueOf(measure.size()));
    if (measure == Measure.XTHREAD) {
      command = Processes.pinned(command);
    }
    List<Double> figures = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      Optional<String> figure = Processes.lastLine(command);
      if (figure.isEmpty()) {
        return Optional.empty();
      }
      figures.add(Double.valueOf(figure.get()));
    }
    return Optional.of(Figure.of(Figures.median(figures)));
  }

  /** Returns how many milliseconds a small program takes, without those in which it sleeps. */
  Map<String, Figure> startUp() {
    Map<String, List<Double>> millis = new LinkedHashMap<>();
    // In turn, so that whatever else the machine does hits all.
    for (int i = 0; i < 3 * times; i++) {
      LOOKS.forEach(
          (competitor, main) -> {
            long start = System.nanoTime();
            Optional<String> last = Processes.lastLine(Processes.java(main, List.of()));
            if (!last.equals(Optional.of("1 + 2 = 3"))) {
              throw new IllegalStateException(main + " failed: " + last);
            }
            millis
                .computeIfAbsent(competitor, name -> new ArrayList<>())
                .add((System.nanoTime() - start) / 1e6 - SLEEP);
          });
    }
    Map<String, Figure> figures = new LinkedHashMap<>();
    millis.forEach((name, all) -> figures.put(name, Figure.of(Figures.median(all))));
    return figures;
  }

  /** Returns the size of what a program has to ship, in thousands of bytes. */
  static Map<String, Figure> jars() {
    Map<String, Figure> figures = new LinkedHashMap<>();
    JARS.forEach(
        (competitor, names) -> {
          double bytes =
              Stream.of(
                      System.getProperty("java.class.path")
                          .split(System.getProperty("path.separator")))
                  .filter(jar -> jar.endsWith(".jar") && names.matcher(jar).find())
                  .mapToLong(jar -> size(Path.of(jar)))
                  .sum();
          figures.put(competitor, Figure.of(bytes / 1_000));
        });
    return figures;
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
