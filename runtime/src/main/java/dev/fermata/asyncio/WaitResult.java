package dev.fermata.asyncio;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What {@link Asyncio#wait} has found out. In Python it is a pair of sets.
 *
 * @param <F> the class of the futures
 * @param done those that were done, in the order in which they were given
 * @param pending those that were not, in the same order
 */
public record WaitResult<F extends Future<?>>(Set<F> done, Set<F> pending) {

  /**
   * Creates one.
   *
   * @param done those that were done
   * @param pending those that were not
   */
  public WaitResult {
    done = Collections.unmodifiableSet(new LinkedHashSet<>(done));
    pending = Collections.unmodifiableSet(new LinkedHashSet<>(pending));
  }
}
