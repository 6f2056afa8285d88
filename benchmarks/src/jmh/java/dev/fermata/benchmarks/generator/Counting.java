package dev.fermata.benchmarks.generator;

import java.util.Iterator;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** A generator of integers, and a pipeline of three: per value that goes in. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(Counting.VALUES)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class Counting {

  static final int VALUES = 1000;

  /** Beyond what {@code Integer.valueOf} keeps. */
  private int from = 1000;

  private final Generators generators = new GeneratorsAsync();

  private static long sum(Iterator<Integer> values) {
    long sum = 0;
    while (values.hasNext()) {
      sum += values.next();
    }
    return sum;
  }

  @Benchmark
  public long countFermata() {
    return sum(generators.count(from, from + VALUES));
  }

  @Benchmark
  public long countIterator() {
    return sum(Iterators.count(from, from + VALUES));
  }

  @Benchmark
  public long countKotlin() {
    return sum(Sequences.count(from, from + VALUES));
  }

  @Benchmark
  public long pipelineFermata() {
    return sum(generators.increments(generators.thirds(generators.count(from, from + VALUES))));
  }

  @Benchmark
  public long pipelineIterator() {
    return sum(Iterators.increments(Iterators.thirds(Iterators.count(from, from + VALUES))));
  }

  @Benchmark
  public long pipelineKotlin() {
    return sum(Sequences.increments(Sequences.thirds(Sequences.count(from, from + VALUES))));
  }
}
