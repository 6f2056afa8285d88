package dev.fermata.benchmarks.generator;

import org.jspecify.annotations.Nullable;

/** A binary tree of integers. */
public record Node(@Nullable Node left, Integer value, @Nullable Node right) {

  /** A tree as flat as can be. */
  static @Nullable Node balanced(int from, int to) {
    if (from >= to) {
      return null;
    }
    int middle = (from + to) >>> 1;
    return new Node(balanced(from, middle), middle, balanced(middle + 1, to));
  }

  /** A tree with no branches but to the left: its first value is at the bottom. */
  static Node list(int size) {
    Node node = new Node(null, 0, null);
    for (int i = 1; i < size; i++) {
      node = new Node(node, i, null);
    }
    return node;
  }
}
