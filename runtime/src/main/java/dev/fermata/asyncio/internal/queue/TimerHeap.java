package dev.fermata.asyncio.internal.queue;

import java.util.Arrays;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Elements ordered by a time; those of one time in the order of their arrival. For one thread.
 *
 * <p>A heap in which each element has four children, in three parallel arrays: comparisons read
 * only the arrays of numbers and never follow a reference, and the numbers of siblings are
 * neighbours in memory. Elements are not removed from the middle: the owner of a cancelled one lets
 * it surface, or calls {@link #removeIf} when many have gathered.
 *
 * @param <E> the type of the elements
 */
public final class TimerHeap<E> {

  private long[] times = new long[16];
  private long[] arrivals = new long[16];
  private @Nullable Object[] elements = new Object[16];
  private int size;
  private long arrived;

  /** Creates an empty heap. */
  public TimerHeap() {}

  /** Adds an element due at a time. */
  public void add(long time, E element) {
    if (size == times.length) {
      int capacity = size * 2;
      times = Arrays.copyOf(times, capacity);
      arrivals = Arrays.copyOf(arrivals, capacity);
      elements = Arrays.copyOf(elements, capacity);
    }
    siftUp(size++, time, arrived++, element);
  }

  /** Returns the number of elements. */
  public int size() {
    return size;
  }

  /** Returns whether there are no elements. */
  public boolean isEmpty() {
    return size == 0;
  }

  /** Returns the time of the first element; there must be one. */
  public long firstTime() {
    assert size > 0 : "only a heap with elements has a first time";
    return times[0];
  }

  /** Returns the first element; there must be one. */
  @SuppressWarnings("unchecked")
  public E first() {
    assert size > 0 : "only a heap with elements has a first one";
    return (E) Objects.requireNonNull(elements[0]);
  }

  /** Removes and returns the first element; there must be one. */
  public E removeFirst() {
    E first = first();
    int last = --size;
    long time = times[last];
    long arrival = arrivals[last];
    Object element = elements[last];
    elements[last] = null;
    if (last > 0) {
      siftDown(0, time, arrival, element);
    }
    return first;
  }

  /** Removes all elements that satisfy the predicate; linear in the size. */
  @SuppressWarnings("unchecked")
  public void removeIf(Predicate<? super E> predicate) {
    int kept = 0;
    for (int i = 0; i < size; i++) {
      Object element = Objects.requireNonNull(elements[i]);
      if (!predicate.test((E) element)) {
        times[kept] = times[i];
        arrivals[kept] = arrivals[i];
        elements[kept++] = element;
      }
    }
    Arrays.fill(elements, kept, size, null);
    size = kept;
    for (int i = (kept - 2) >> 2; i >= 0; i--) {
      siftDown(i, times[i], arrivals[i], elements[i]);
    }
  }

  /** Drops all elements. */
  public void clear() {
    Arrays.fill(elements, 0, size, null);
    size = 0;
  }

  private void siftUp(int hole, long time, long arrival, E element) {
    while (hole > 0) {
      int parent = (hole - 1) >>> 2;
      if (!isBefore(time, arrival, parent)) {
        break;
      }
      move(parent, hole);
      hole = parent;
    }
    put(hole, time, arrival, element);
  }

  private void siftDown(int hole, long time, long arrival, @Nullable Object element) {
    for (int first = 4 * hole + 1; first < size; first = 4 * hole + 1) {
      int child = first;
      int end = Math.min(first + 4, size);
      for (int other = first + 1; other < end; other++) {
        if (isBefore(times[other], arrivals[other], child)) {
          child = other;
        }
      }
      if (isBefore(time, arrival, child)) {
        break;
      }
      move(child, hole);
      hole = child;
    }
    put(hole, time, arrival, element);
  }

  private boolean isBefore(long time, long arrival, int index) {
    long other = times[index];
    return time < other || (time == other && arrival < arrivals[index]);
  }

  private void move(int from, int to) {
    put(to, times[from], arrivals[from], elements[from]);
  }

  private void put(int index, long time, long arrival, @Nullable Object element) {
    times[index] = time;
    arrivals[index] = arrival;
    elements[index] = element;
  }
}
