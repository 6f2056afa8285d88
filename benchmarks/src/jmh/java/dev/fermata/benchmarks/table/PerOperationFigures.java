package dev.fermata.benchmarks.table;

import dev.fermata.benchmarks.Figures;
import dev.fermata.benchmarks.coroutine.Program;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Has JMH measure: the median of its iterations. */
final class PerOperationFigures {

  private static final String ALLOCATED = "gc.alloc.rate.norm";

  private PerOperationFigures() {}

  static Figure measure(Program program, String competitor, boolean quick) {
    OptionsBuilder options = new OptionsBuilder();
    options
        .include("^" + PerOperation.class.getName().replace(".", "\\.") + "\\.run$")
        .param("program", program.name())
        .param("competitor", competitor)
        .jvmArgsAppend(Processes.ONE_CARRIER.toArray(String[]::new))
        .addProfiler(GCProfiler.class)
        .addProfiler(ProcessorTime.class)
        .verbosity(VerboseMode.SILENT);
    if (quick) {
      options
          .forks(1)
          .warmupIterations(6)
          .warmupTime(TimeValue.milliseconds(200))
          .measurementIterations(5)
          .measurementTime(TimeValue.milliseconds(200));
    }
    try {
      RunResult result = new Runner(options.build()).run().iterator().next();
      return new Figure(
          median(result, ProcessorTime.LABEL) / program.operations(),
          median(result, ALLOCATED) / program.operations());
    } catch (RunnerException e) {
      throw new IllegalStateException(e);
    }
  }

  private static double median(RunResult result, String label) {
    List<Double> scores = new ArrayList<>();
    for (BenchmarkResult fork : result.getBenchmarkResults()) {
      for (IterationResult iteration : fork.getIterationResults()) {
        scores.add(Objects.requireNonNull(iteration.getSecondaryResults().get(label)).getScore());
      }
    }
    return Figures.median(scores);
  }
}
