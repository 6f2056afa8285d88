package dev.fermata.benchmarks.generator;

import dev.fermata.Async;
import dev.fermata.asyncio.Generator;
import org.jspecify.annotations.Nullable;

/** The generators that are measured. */
@Async
public interface Generators {

  /** Counts. */
  default Generator<Integer> count(int from, int to) {
    for (int i = from; i < to; i++) {
      Generator.yield(i);
    }
    return Generator.completed();
  }

  /** Passes every third on. */
  default Generator<Integer> thirds(Iterable<Integer> source) {
    for (int i : source) {
      if (i % 3 == 0) {
        Generator.yield(i);
      }
    }
    return Generator.completed();
  }

  /** Passes all on, one more each. */
  default Generator<Integer> increments(Iterable<Integer> source) {
    for (int i : source) {
      Generator.yield(i + 1);
    }
    return Generator.completed();
  }

  /** Goes through a tree, a generator for each node. */
  default Generator<Integer> walk(@Nullable Node node) {
    if (node != null) {
      Generator.yieldFrom(walk(node.left()));
      Generator.yield(node.value());
      Generator.yieldFrom(walk(node.right()));
    }
    return Generator.completed();
  }
}
