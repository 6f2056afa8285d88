package dev.fermata.benchmarks.table;

import dev.fermata.benchmarks.coroutine.Competitor;
import dev.fermata.benchmarks.coroutine.Competitors;
import dev.fermata.benchmarks.coroutine.Program;
import dev.fermata.benchmarks.coroutine.WholeProcess.Measure;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Measures all competitors in one run and prints one table.
 *
 * <p>Arguments: {@code quick} for figures that are good enough to see a change by; names of rows,
 * for those alone; names of competitors, in lower case and without blanks, for those and Fermata
 * alone; {@code plot} to draw cost against depth and count besides.
 */
public final class Table {

  /** The name of the competitor whose figures are held against the targets. */
  static final String OURS = "Fermata";

  /** The build runs this in its target folder. */
  private static final Path SCRIPT = Path.of("..", "src", "main", "python", "asyncio_peer.py");

  private final boolean quick;
  private final List<String> competitors;
  private final Optional<Python> python;
  private final WholeProcessFigures processes;

  private Table(boolean quick, List<String> competitors, Optional<Python> python) {
    this.quick = quick;
    this.competitors = competitors;
    this.python = python;
    this.processes = new WholeProcessFigures(quick);
  }

  public static void main(String[] arguments) throws IOException {
    List<String> options =
        Stream.of(arguments).flatMap(all -> Stream.of(all.split("[ ,]+"))).toList();
    System.out.printf(
        "JDK %s on %d processors%n", Runtime.version(), Runtime.getRuntime().availableProcessors());
    List<String> competitors = competitors(options);
    Optional<Python> python =
        competitors.contains(Python.NAME) ? Python.find(SCRIPT) : Optional.empty();
    boolean plot = options.contains("plot");
    List<Row> rows = Row.all().stream().filter(row -> options.contains(row.name())).toList();
    new Table(options.contains("quick"), competitors, python)
        .print(rows.isEmpty() && !plot ? Row.all() : rows);
    if (plot) {
      new Plots(competitors, python).draw(Path.of("."));
    }
  }

  private static List<String> competitors(List<String> options) {
    List<String> all =
        Stream.concat(Competitors.all().stream().map(Competitor::name), Stream.of(Python.NAME))
            .toList();
    List<String> chosen = all.stream().filter(name -> options.contains(argument(name))).toList();
    return chosen.isEmpty()
        ? all
        : all.stream().filter(name -> name.equals(OURS) || chosen.contains(name)).toList();
  }

  private static String argument(String name) {
    return name.toLowerCase(Locale.ROOT).replace(" ", "");
  }

  private void print(List<Row> rows) {
    List<List<String>> lines = new ArrayList<>();
    List<String> header = new ArrayList<>(List.of("measure"));
    header.addAll(competitors);
    header.addAll(List.of("ratio", "target", "met"));
    lines.add(header);
    for (Row row : rows) {
      List<String> line = line(row, measure(row));
      lines.add(line);
      // The rest may take long: show what there is.
      System.err.println(String.join(" | ", line));
    }
    printAligned(lines);
  }

  private List<String> line(Row row, Map<String, Figure> figures) {
    List<Target> targets = row.targets();
    List<String> line = new ArrayList<>(List.of(row.name() + ", " + row.unit()));
    for (String competitor : competitors) {
      Figure figure = figures.get(competitor);
      line.add(figure == null ? "" : figure.toString());
    }
    line.add(targets.stream().map(target -> target.ratio(figures)).collect(Collectors.joining()));
    line.add(targets.stream().map(Target::toString).collect(Collectors.joining(", ")));
    boolean met = targets.stream().allMatch(target -> target.isMet(figures));
    line.add(targets.isEmpty() ? "" : met ? "yes" : "no");
    return line;
  }

  /** Prints a table as Markdown has it. */
  private static void printAligned(List<List<String>> lines) {
    int columns = lines.get(0).size();
    int[] widths = new int[columns];
    lines.forEach(
        line -> {
          for (int i = 0; i < columns; i++) {
            widths[i] = Math.max(widths[i], line.get(i).length());
          }
        });
    for (List<String> line : lines) {
      StringBuilder text = new StringBuilder("|");
      StringBuilder rule = new StringBuilder("|");
      for (int i = 0; i < columns; i++) {
        text.append(String.format(" %-" + Math.max(1, widths[i]) + "s |", line.get(i)));
        rule.append("-".repeat(widths[i] + 2)).append('|');
      }
      System.out.println(text);
      if (line == lines.get(0)) {
        System.out.println(rule);
      }
    }
  }

  private Map<String, Figure> measure(Row row) {
    if (row.name().equals(Row.WARMUP)) {
      return processes.startUp();
    }
    if (row.name().equals(Row.JARS)) {
      return WholeProcessFigures.jars();
    }
    Map<String, Figure> figures = new LinkedHashMap<>();
    for (String competitor : competitors) {
      measure(row, competitor).ifPresent(figure -> figures.put(competitor, figure));
    }
    return figures;
  }

  private Optional<Figure> measure(Row row, String competitor) {
    if (competitor.equals(Python.NAME)) {
      return python.map(found -> found.measure(row.name()));
    }
    for (Program program : Program.values()) {
      if (program.rowName().equals(row.name())) {
        return takesPart(program, competitor)
            ? Optional.of(PerOperationFigures.measure(program, competitor, quick))
            : Optional.empty();
      }
    }
    return processes.measure(
        Stream.of(Measure.values())
            .filter(measure -> measure.rowName().equals(row.name()))
            .findFirst()
            .orElseThrow(),
        competitor);
  }

  private static boolean takesPart(Program program, String competitor) {
    try {
      return program.run(Competitors.named(competitor)) == program.expected();
    } catch (UnsupportedOperationException e) {
      return false;
    }
  }
}
