package dev.fermata.asyncio;

import java.util.Comparator;
import java.util.Objects;

/**
 * A queue from which the least item comes out first. Among equal ones any may be first: to keep
 * their order, number them and compare the numbers too. The counterpart of {@code
 * asyncio.PriorityQueue}; not a {@link java.util.PriorityQueue}.
 *
 * @param <T> the type of the items, which are not null here
 */
public final class PriorityQueue<T> extends Queue<T> {

  /**
   * Creates one that is never full, of items that are {@link Comparable}; {@code put} fails with a
   * {@link ClassCastException} if they are not.
   */
  public PriorityQueue() {
    this(0);
  }

  /**
   * Creates one, of items that are {@link Comparable}; {@code put} fails with a {@link
   * ClassCastException} if they are not.
   *
   * @param maxsize how many items it holds at most; 0 or less for any number
   */
  public PriorityQueue(int maxsize) {
    super(maxsize, new java.util.PriorityQueue<>());
  }

  /**
   * Creates one.
   *
   * @param maxsize how many items it holds at most; 0 or less for any number
   * @param comparator says which item is less
   */
  @SuppressWarnings("unchecked") // it only ever compares items
  public PriorityQueue(int maxsize, Comparator<? super T> comparator) {
    super(
        maxsize,
        new java.util.PriorityQueue<>(
            (Comparator<Object>) Objects.requireNonNull(comparator, "comparator")));
  }

  @Override
  void store(T item) {
    super.store(Objects.requireNonNull(item, "an item of a PriorityQueue must not be null"));
  }
}
