package dev.fermata.benchmarks.table;

import dev.fermata.benchmarks.coroutine.Competitor;
import dev.fermata.benchmarks.coroutine.Competitors;
import dev.fermata.benchmarks.coroutine.Program;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** A {@link Program} of a {@link Competitor}, again and again. JMH's own figures are per run. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 10, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 10, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Fork(2)
public class PerOperation {

  @Param({"SWITCH"})
  private Program program = Program.SWITCH;

  @Param({"Fermata"})
  private String competitor = "Fermata";

  private Competitor subject = Competitors.named(competitor);

  @Setup
  public void choose() {
    subject = Competitors.named(competitor);
    long result = program.run(subject);
    if (result != program.expected()) {
      throw new IllegalStateException(result + " instead of " + program.expected());
    }
  }

  @Benchmark
  public long run() {
    return program.run(subject);
  }
}
