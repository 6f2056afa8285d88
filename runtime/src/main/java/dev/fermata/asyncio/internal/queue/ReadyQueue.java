package dev.fermata.asyncio.internal.queue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What is ready to run, first in, first out: a ring that grows. For one thread.
 *
 * @param <E> the type of the elements
 */
public final class ReadyQueue<E> {

  /** A power of two long, so that positions wrap by masking. */
  private @Nullable Object[] ring = new Object[64];

  private int head;
  private int size;

  /** Creates an empty queue. */
  public ReadyQueue() {}

  /** Appends an element. */
  public void add(E element) {
    Object[] ring = this.ring;
    int size = this.size;
    if (size == ring.length) {
      ring = grow();
    }
    ring[(head + size) & (ring.length - 1)] = element;
    this.size = size + 1;
  }

  /** Removes and returns the oldest element; the queue must not be empty. */
  @SuppressWarnings("unchecked")
  public E remove() {
    assert size > 0 : "the loop removes no more than it counted";
    @Nullable Object[] ring = this.ring;
    int head = this.head;
    Object element = Objects.requireNonNull(ring[head]);
    ring[head] = null;
    this.head = (head + 1) & (ring.length - 1);
    size--;
    return (E) element;
  }

  /** Shows all elements, oldest first. */
  @SuppressWarnings("unchecked")
  public void forEach(Consumer<? super E> action) {
    for (int i = 0; i < size; i++) {
      action.accept((E) Objects.requireNonNull(ring[(head + i) & (ring.length - 1)]));
    }
  }

  /**
   * Puts the elements into a random order.
   *
   * @param random where the order comes from
   * @param keepsOrder which elements keep the order that they have among themselves
   */
  public void shuffle(Random random, Predicate<? super E> keepsOrder) {
    List<E> all = new ArrayList<>(size);
    forEach(all::add);
    Iterator<E> ordered = List.copyOf(all).stream().filter(keepsOrder).iterator();
    Collections.shuffle(all, random);
    for (int i = 0; i < size; i++) {
      E element = all.get(i);
      ring[(head + i) & (ring.length - 1)] = keepsOrder.test(element) ? ordered.next() : element;
    }
  }

  /** Returns the number of elements. */
  public int size() {
    return size;
  }

  /** Returns whether there is nothing to run. */
  public boolean isEmpty() {
    return size == 0;
  }

  /** Drops all elements and the memory that a past burst needed. */
  public void clear() {
    ring = new Object[64];
    head = 0;
    size = 0;
  }

  private @Nullable Object[] grow() {
    @Nullable Object[] bigger = Arrays.copyOfRange(ring, head, head + ring.length * 2);
    // What had wrapped to the front goes behind what was copied.
    System.arraycopy(ring, 0, bigger, ring.length - head, head);
    head = 0;
    ring = bigger;
    return bigger;
  }
}
