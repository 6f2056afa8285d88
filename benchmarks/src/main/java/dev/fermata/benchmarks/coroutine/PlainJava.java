package dev.fermata.benchmarks.coroutine;

import java.util.Iterator;
import java.util.NoSuchElementException;

/** What nothing can be faster than: methods that cannot wait, and an iterator by hand. */
final class PlainJava implements Competitor {

  @Override
  public String name() {
    return "plain Java";
  }

  private static int mix(int a, int b) {
    return (a * 31 + b) & 0xFFFFFF;
  }

  private static int fibonacci(int n) {
    return n < 2 ? n : fibonacci(n - 1) + fibonacci(n - 2);
  }

  private static int descend(int depth) {
    return depth == 0 ? 0 : 1 + descend(depth - 1);
  }

  private static Iterator<Integer> count(int n) {
    return new Iterator<>() {
      private int next;

      @Override
      public boolean hasNext() {
        return next < n;
      }

      @Override
      public Integer next() {
        if (next >= n) {
          throw new NoSuchElementException();
        }
        return next++;
      }
    };
  }

  @Override
  public long calls(int n) {
    int mixed = 0;
    for (int i = 0; i < n; i++) {
      mixed = mix(mixed, i);
    }
    return mixed;
  }

  @Override
  public long fib(int n) {
    return fibonacci(n);
  }

  @Override
  public long recurse(int depth) {
    return descend(depth);
  }

  @Override
  public long generate(int n) {
    long sum = 0;
    for (Iterator<Integer> values = count(n); values.hasNext(); ) {
      sum += values.next();
    }
    return sum;
  }
}
