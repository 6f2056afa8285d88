package dev.fermata.benchmarks.generator;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** What one would write by hand. */
final class Iterators {

  private Iterators() {}

  static Iterator<Integer> count(int from, int to) {
    return new Iterator<>() {
      private int next = from;

      @Override
      public boolean hasNext() {
        return next < to;
      }

      @Override
      public Integer next() {
        if (next >= to) {
          throw new NoSuchElementException();
        }
        return next++;
      }
    };
  }

  static Iterator<Integer> thirds(Iterator<Integer> source) {
    return new Iterator<>() {
      private @Nullable Integer next = advance();

      private @Nullable Integer advance() {
        while (source.hasNext()) {
          Integer candidate = source.next();
          if (candidate % 3 == 0) {
            return candidate;
          }
        }
        return null;
      }

      @Override
      public boolean hasNext() {
        return next != null;
      }

      @Override
      public Integer next() {
        Integer value = next;
        if (value == null) {
          throw new NoSuchElementException();
        }
        next = advance();
        return value;
      }
    };
  }

  static Iterator<Integer> increments(Iterator<Integer> source) {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return source.hasNext();
      }

      @Override
      public Integer next() {
        return source.next() + 1;
      }
    };
  }

  static Iterator<Integer> walk(@Nullable Node root) {
    return new Iterator<>() {
      private final Deque<Node> path = new ArrayDeque<>();

      {
        descend(root);
      }

      private void descend(@Nullable Node from) {
        for (Node node = from; node != null; node = node.left()) {
          path.push(node);
        }
      }

      @Override
      public boolean hasNext() {
        return !path.isEmpty();
      }

      @Override
      public Integer next() {
        Node node = path.pop();
        descend(node.right());
        return node.value();
      }
    };
  }
}
