package dev.fermata.benchmarks.table;

import dev.fermata.benchmarks.coroutine.Program;
import dev.fermata.benchmarks.coroutine.WholeProcess.Measure;
import java.util.ArrayList;
import java.util.List;

/**
 * A row of the table.
 *
 * @param name what it measures
 * @param unit of its figures
 * @param targets all are to be met
 */
record Row(String name, String unit, List<Target> targets) {

  private static final String KOTLIN = "Kotlin";

  /** Start-up, in a process of its own. */
  static final String WARMUP = "warmup";

  /** What a program has to ship. */
  static final String JARS = "jars";

  private static Row of(String name, String unit, Target... targets) {
    return new Row(name, unit, List.of(targets));
  }

  static List<Row> all() {
    List<Row> rows = new ArrayList<>();
    for (Program program : Program.values()) {
      rows.add(of(program.rowName(), "ns", targets(program)));
    }
    rows.add(of(Measure.MAXDEPTH.rowName(), "frames", new Target.AtLeast(1_000_000)));
    rows.add(of(Measure.MEMORY.rowName(), "B", new Target.AtMost(150)));
    rows.add(of(Measure.MEMORY10.rowName(), "B", new Target.AtMost(450)));
    rows.add(of(Measure.TIMERS.rowName(), "s", new Target.Times(0.4, KOTLIN)));
    rows.add(of(Measure.XTHREAD.rowName(), "ns", new Target.Times(1.5, "CompletableFuture")));
    rows.add(of(WARMUP, "ms"));
    rows.add(of(JARS, "KB"));
    return rows;
  }

  private static Target[] targets(Program program) {
    return switch (program) {
      case SWITCH -> new Target[] {new Target.Times(0.5, KOTLIN), new Target.Allocates(0)};
      case CALL -> new Target[] {new Target.Times(1.2, "plain Java"), new Target.Allocates(0)};
      case FIB -> new Target[] {new Target.Times(0.5, KOTLIN), new Target.Allocates(32)};
      case DEEP1, DEEP1000 -> new Target[] {new Target.Times(0.5, KOTLIN)};
      case SPAWN -> new Target[] {new Target.Times(0.3, KOTLIN), new Target.Allocates(120)};
      case CHANNEL1 -> new Target[] {new Target.Times(0.4, KOTLIN)};
      case CHANNEL64, GATHER -> new Target[] {new Target.Times(0.3, KOTLIN)};
      case GENERATOR -> new Target[] {new Target.Times(0.5, KOTLIN), new Target.Allocates(16)};
    };
  }
}
