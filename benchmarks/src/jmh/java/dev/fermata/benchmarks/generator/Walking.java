package dev.fermata.benchmarks.generator;

import java.util.Iterator;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Through a tree, recursively: per node. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(Walking.NODES)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class Walking {

  /** A balanced tree of that many nodes has 17 levels. */
  static final int NODES = 100_000;

  /**
   * A tree that is flat, or a list in the guise of a tree, in which each node is below the last.
   */
  @Param({"balanced", "list"})
  private String shape = "balanced";

  private final Generators generators = new GeneratorsAsync();
  private Node root = Objects.requireNonNull(Node.balanced(0, NODES));

  @Setup
  public void grow() {
    root =
        shape.equals("list") ? Node.list(NODES) : Objects.requireNonNull(Node.balanced(0, NODES));
  }

  private static long sum(Iterator<Integer> values) {
    long sum = 0;
    while (values.hasNext()) {
      sum += values.next();
    }
    return sum;
  }

  @Benchmark
  public long walkFermata() {
    return sum(generators.walk(root));
  }

  @Benchmark
  public long walkIterator() {
    return sum(Iterators.walk(root));
  }

  /** The list is too deep for the stack here. */
  @Benchmark
  public long walkKotlin() {
    return shape.equals("list") ? 0 : sum(Sequences.walk(root));
  }
}
