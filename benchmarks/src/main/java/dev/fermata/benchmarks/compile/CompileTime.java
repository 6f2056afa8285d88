package dev.fermata.benchmarks.compile;

import static dev.fermata.benchmarks.Figures.median;
import static dev.fermata.benchmarks.Figures.row;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Measures javac with the processor, given the source alone, against javac without it, given the
 * source and what was generated from it: the ratio says what the processor costs beyond the code
 * that it adds.
 *
 * <p>The two run in turn, so that whatever else the machine does hits both; what is printed is the
 * median of several runs. Arguments: how many runs (7), how many types (500). {@code scaling=false}
 * and {@code fresh=false} leave out the rows of that kind.
 */
public final class CompileTime {

  private static final int WARM_UP = 3;
  private static final int FRESH_RUNS = 3;

  private final int runs;

  private CompileTime(int runs) {
    this.runs = runs;
  }

  /** Runs everything and prints one table. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    List<String> options = List.of(arguments);
    List<Integer> numbers =
        options.stream().filter(option -> option.matches("\\d+")).map(Integer::valueOf).toList();
    int types = numbers.size() > 1 ? numbers.get(1) : 500;
    CompileTime benchmark = new CompileTime(numbers.isEmpty() ? 7 : numbers.get(0));
    System.out.println(
        row("javac " + Runtime.version().feature(), "plain ms", "with ms", "ratio", "processor"));
    benchmark.inThisJvm(types + " types, one JVM", Sources.types(types));
    if (!options.contains("fresh=false")) {
      fresh(types + " types, fresh processes", Sources.types(types));
    }
    if (!options.contains("scaling=false")) {
      for (int count : new int[] {types / 4, types / 2, types}) {
        benchmark.inThisJvm(count + " types", Sources.types(count));
      }
      for (int count : new int[] {250, 500, 1_000, 2_000}) {
        benchmark.inThisJvm("a body of " + count + " awaits", Sources.awaits(count));
      }
    }
  }

  private void inThisJvm(String name, List<SourceFile> sources) {
    List<SourceFile> all = withGenerated(sources);
    IntStream.range(0, WARM_UP)
        .forEach(
            i -> {
              Javac.plain(all);
              Javac.withProcessor(sources);
            });
    List<Double> plain = new ArrayList<>();
    List<Double> with = new ArrayList<>();
    List<Double> processor = new ArrayList<>();
    for (int i = 0; i < runs; i++) {
      plain.add(millis(Javac.plain(all).nanos()));
      Javac.Run run = Javac.withProcessor(sources);
      with.add(millis(run.nanos()));
      processor.add(millis(run.rounds().stream().mapToLong(Long::longValue).sum()));
    }
    print(name, plain, with, processor);
  }

  private static List<SourceFile> withGenerated(List<SourceFile> sources) {
    List<SourceFile> all = new ArrayList<>(sources);
    all.addAll(Javac.withProcessor(sources).generated());
    return all;
  }

  private static void print(
      String name, List<Double> plain, List<Double> with, List<Double> processor) {
    List<Double> ratios = new ArrayList<>();
    for (int i = 0; i < plain.size(); i++) {
      ratios.add(with.get(i) / plain.get(i));
    }
    System.out.println(
        row(
            name,
            Math.round(median(plain)),
            Math.round(median(with)),
            String.format("%.2f", median(ratios)),
            processor.isEmpty() ? "" : Math.round(median(processor))));
  }

  private static double millis(long nanos) {
    return nanos / 1e6;
  }

  // Fresh processes, as a build without a daemon starts them

  private static void fresh(String name, List<SourceFile> sources)
      throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("compile-time");
    try {
      List<String> alone = write(sources, folder.resolve("source"));
      List<String> all = write(withGenerated(sources), folder.resolve("all"));
      List<Double> plain = new ArrayList<>();
      List<Double> with = new ArrayList<>();
      for (int i = 0; i < FRESH_RUNS; i++) {
        plain.add(javac(folder, all, "-proc:none"));
        with.add(javac(folder, alone, "-processorpath", System.getProperty("java.class.path")));
      }
      print(name, plain, with, List.of());
    } finally {
      try (Stream<Path> files = Files.walk(folder)) {
        files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
      }
    }
  }

  private static List<String> write(List<SourceFile> sources, Path folder) throws IOException {
    List<String> files = new ArrayList<>();
    for (SourceFile source : sources) {
      Path file = folder.resolve(source.typeName().replace('.', '/') + ".java");
      Files.createDirectories(file.getParent());
      files.add(Files.writeString(file, source.text()).toString());
    }
    return files;
  }

  private static double javac(Path folder, List<String> files, String... options)
      throws IOException, InterruptedException {
    Path list = Files.write(folder.resolve("files"), files);
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "javac").toString());
    command.addAll(List.of("-nowarn", "-cp", System.getProperty("java.class.path")));
    command.addAll(List.of("-d", folder.resolve("classes").toString()));
    command.addAll(List.of(options));
    command.add("@" + list);
    long start = System.nanoTime();
    int exit = new ProcessBuilder(command).inheritIO().start().waitFor();
    if (exit != 0) {
      throw new IllegalStateException("javac failed: " + exit);
    }
    return millis(System.nanoTime() - start);
  }
}
