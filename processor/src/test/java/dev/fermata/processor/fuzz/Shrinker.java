package dev.fermata.processor.fuzz;

import java.util.List;
import java.util.function.Function;

/** Makes a failing program smaller while it keeps failing. */
final class Shrinker {
  private static final int BATCH = 40;
  private static final int MOST_BATCHES = 60;

  /** Tells of each program how it fails, or the empty string. */
  private final Function<List<Program>, List<String>> check;

  Shrinker(Function<List<Program>, List<String>> check) {
    this.check = check;
  }

  /** The smallest program found, which fails as well. */
  Program shrink(Program failing) {
    Program smallest = failing;
    int next = 0;
    boolean better = false;
    for (int batches = 0; batches < MOST_BATCHES; batches++) {
      List<Program> candidates = smallest.simpler();
      if (next >= candidates.size()) {
        if (!better) {
          break;
        }
        // What did not help before may help now.
        better = false;
        next = 0;
        continue;
      }
      List<Program> batch = candidates.subList(next, Math.min(next + BATCH, candidates.size()));
      List<String> failures = check.apply(batch);
      int found = -1;
      for (int i = 0; i < batch.size() && found < 0; i++) {
        if (!failures.get(i).isEmpty()) {
          found = i;
        }
      }
      if (found < 0) {
        next += BATCH;
      } else {
        smallest = batch.get(found);
        better = true;
        next += found;
      }
    }
    return smallest;
  }
}
