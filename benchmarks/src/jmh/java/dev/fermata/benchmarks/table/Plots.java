package dev.fermata.benchmarks.table;

import com.sun.management.OperatingSystemMXBean;
import dev.fermata.benchmarks.coroutine.Competitor;
import dev.fermata.benchmarks.coroutine.Competitors;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Draws what a resumption costs against how deep it is, and against how many tasks there are. */
final class Plots {

  private static final List<Integer> DEPTHS = List.of(1, 3, 10, 30, 100, 300, 1_000, 3_000);
  private static final List<Integer> COUNTS = List.of(1, 10, 100, 1_000, 10_000, 100_000);

  private final List<String> competitors;
  private final Optional<Python> python;

  Plots(List<String> competitors, Optional<Python> python) {
    this.competitors = competitors;
    this.python = python;
  }

  /** Writes {@code depth.svg} and {@code count.svg}. */
  void draw(Path folder) throws IOException {
    plot("depth", "a resumption below awaiting functions", "how many", DEPTHS)
        .write(folder.resolve("depth.svg"));
    plot("count", "a switch between tasks that take turns", "how many", COUNTS)
        .write(folder.resolve("count.svg"));
  }

  private Chart plot(String kind, String title, String axis, List<Integer> sizes) {
    Map<String, Map<Integer, Double>> series = new LinkedHashMap<>();
    for (String competitor : competitors) {
      Map<Integer, Double> points = new TreeMap<>();
      for (int size : sizes) {
        measure(kind, size, competitor).ifPresent(nanos -> points.put(size, nanos));
      }
      if (!points.isEmpty()) {
        series.put(competitor, points);
      }
    }
    return new Chart("Nanoseconds of " + title, axis, series);
  }

  private Optional<Double> measure(String kind, int size, String competitor) {
    if (competitor.equals(Python.NAME)) {
      return python.map(found -> found.measure(kind + "=" + size).value());
    }
    return Processes.lastLine(
            Processes.java(
                Plots.class.getName(),
                Processes.ONE_CARRIER,
                kind,
                String.valueOf(size),
                competitor))
        .map(Double::valueOf);
  }

  /** Measures one point in a process of its own; fails if the competitor cannot do it. */
  public static void main(String[] arguments) {
    int size = Integer.parseInt(arguments[1]);
    Competitor competitor = Competitors.named(arguments[2]);
    int turns = Math.max(10, 200_000 / size);
    Runnable body =
        arguments[0].equals("depth")
            ? () -> competitor.deep(size, 200_000)
            : () -> competitor.switches(size, turns);
    double operations = arguments[0].equals("depth") ? 200_000 : (double) size * turns;
    double best = Double.POSITIVE_INFINITY;
    for (int i = 0; i < 20; i++) {
      long start = processorTime();
      body.run();
      best = Math.min(best, (processorTime() - start) / operations);
    }
    System.out.println(best);
    System.exit(0);
  }

  private static long processorTime() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
  }
}
