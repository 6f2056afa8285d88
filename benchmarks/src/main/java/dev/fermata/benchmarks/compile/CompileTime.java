package dev.fermata.benchmarks.compile;

import static dev.fermata.benchmarks.Figures.median;
import static dev.fermata.benchmarks.Figures.row;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/**
 * Measures javac with the processor, given the source alone, against javac without it, given the
 * source and what was generated from it: the ratio says what the processor costs beyond the code
 * that it adds. Beside it stands the {@linkplain Floor floor}: what is javac's part of that cost.
 *
 * <p>The processor's share is what passes inside of it, javac's attribution of the bodies included;
 * it is given of the whole, and in microseconds for each type or await, which do not grow with
 * their number.
 *
 * <p>The three run in turn, and what is printed is the median of the ratios within each turn, so
 * that whatever else the machine does hits all three. Times are processor time, not time that went
 * by: in one JVM, warmed up, as a build daemon compiles, that of the compiling thread; in processes
 * of their own, as a build without a daemon compiles, that of the whole process, most of which is
 * the JVM's compiler.
 *
 * <p>Arguments: how many turns (5), how many types (500). {@code cold=false} and {@code
 * growth=false} leave out the rows of that kind.
 */
public final class CompileTime {

  /** Types compiled before anything is measured; with fewer, javac itself still gets faster. */
  private static final int WARM_UP = 1_000;

  private static final int COLD_TURNS = 3;

  private final int turns;

  private CompileTime(int turns) {
    this.turns = turns;
  }

  /** Runs everything and prints one table. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    List<String> options = List.of(arguments);
    List<Integer> numbers =
        options.stream().filter(option -> option.matches("\\d+")).map(Integer::valueOf).toList();
    int types = numbers.size() > 1 ? numbers.get(1) : 500;
    CompileTime benchmark = new CompileTime(numbers.isEmpty() ? 5 : numbers.get(0));
    System.out.println(
        row(
            "javac " + Runtime.version().feature() + ", processor time",
            "plain ms",
            "with ms",
            "ratio",
            "floor",
            "processor",
            "us each"));
    boolean growth = !options.contains("growth=false");
    List<SourceFile> few = Sources.types(Math.max(1, types / 4));
    for (int compiled = 0; compiled < WARM_UP; compiled += few.size()) {
      new Subject(few).turn();
    }
    for (int count : growth ? new int[] {types / 4, types / 2, types} : new int[] {types}) {
      benchmark.warm(count + " types, one JVM", count, Sources.types(count));
    }
    for (int count : growth ? new int[] {10, 100, 1_000} : new int[0]) {
      benchmark.warm("a body of " + count + " awaits", count, Sources.awaits(count));
    }
    if (!options.contains("cold=false")) {
      cold(types + " types, a process each", types, Sources.types(types));
    }
  }

  private void warm(String name, int count, List<SourceFile> sources) {
    Subject subject = new Subject(sources);
    subject.turn();
    print(name, count, repeat(turns, subject::turn));
  }

  private static void cold(String name, int count, List<SourceFile> sources)
      throws IOException, InterruptedException {
    try (ColdJavac javac = new ColdJavac(sources, new Subject(sources).generated())) {
      List<Turn> measured = new ArrayList<>();
      for (int i = 0; i < COLD_TURNS; i++) {
        measured.add(new Turn(javac.plain(), javac.withProcessor(), javac.floor(), Double.NaN));
      }
      print(name, count, measured);
    }
  }

  /** What is compiled, and what is generated from it. */
  private record Subject(List<SourceFile> sources, List<SourceFile> generated) {
    Subject(List<SourceFile> sources) {
      this(sources, Javac.withProcessor(sources).generated());
    }

    List<SourceFile> all() {
      List<SourceFile> all = new ArrayList<>(sources);
      all.addAll(generated);
      return all;
    }

    Turn turn() {
      Javac.Run plain = Javac.plain(all());
      Javac.Run with = Javac.withProcessor(sources);
      Javac.Run floor = Javac.with(sources, new Floor(generated));
      long inProcessor = with.rounds().stream().mapToLong(Long::longValue).sum();
      return new Turn(
          plain.nanos() / 1e6, with.nanos() / 1e6, floor.nanos() / 1e6, inProcessor / 1e6);
    }
  }

  /** Milliseconds of one turn; what was not measured is not a number. */
  private record Turn(double plain, double with, double floor, double processor) {}

  private static List<Turn> repeat(int times, Supplier<Turn> turn) {
    List<Turn> measured = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      measured.add(turn.get());
    }
    return measured;
  }

  private static void print(String name, int count, List<Turn> turns) {
    System.out.println(
        row(
            name,
            figure("%.0f", turns, Turn::plain),
            figure("%.0f", turns, Turn::with),
            figure("%.2f", turns, turn -> turn.with() / turn.plain()),
            figure("%.2f", turns, turn -> turn.floor() / turn.plain()),
            figure("%.0f%%", turns, turn -> 100 * turn.processor() / turn.with()),
            figure("%.0f", turns, turn -> 1_000 * turn.processor() / count)));
  }

  private static String figure(String format, List<Turn> turns, ToDoubleFunction<Turn> of) {
    double figure = median(turns.stream().mapToDouble(of).boxed().toList());
    return Double.isNaN(figure) ? "" : String.format(format, figure);
  }
}
