package dev.fermata.asyncio;

import dev.fermata.asyncio.internal.queue.TimerHeap;
import java.util.function.Consumer;

/**
 * The timers of a loop. Cancelled ones stay until they surface, or until there are many: CPython's
 * thresholds.
 */
final class Timers {

  /** Up to this many timers, cancelled ones just wait until they are due. */
  private static final int FEW = 100;

  private final TimerHeap<TimerHandle> heap = new TimerHeap<>();

  /** How many of those in the heap are cancelled. */
  private int cancelled;

  void add(TimerHandle timer) {
    heap.add(timer.when(), timer);
  }

  /** Counts a timer that was cancelled while it is in the heap. */
  void cancelled() {
    cancelled++;
  }

  boolean isEmpty() {
    return heap.isEmpty();
  }

  /** Returns how many timers there are, with those that are cancelled. */
  int size() {
    return heap.size();
  }

  /** Returns the time of the first; there must be one. */
  long firstTime() {
    return heap.firstTime();
  }

  /** Removes cancelled timers: all if they are many, otherwise those that come first. */
  void dropCancelled() {
    int count = heap.size();
    if (count > FEW && cancelled > count / 2) {
      heap.removeIf(
          timer -> {
            if (timer.cancelled()) {
              timer.scheduled = false;
              return true;
            }
            return false;
          });
      cancelled = 0;
    } else {
      while (!heap.isEmpty() && heap.first().cancelled()) {
        heap.removeFirst().scheduled = false;
        cancelled--;
      }
    }
  }

  /** Moves the timers that are due to the sink, in the order of their times. */
  void drainDue(long now, Consumer<? super TimerHandle> sink) {
    while (!heap.isEmpty() && heap.firstTime() <= now) {
      TimerHandle timer = heap.removeFirst();
      timer.scheduled = false;
      if (timer.cancelled()) {
        cancelled--;
      }
      sink.accept(timer);
    }
  }

  void clear() {
    heap.clear();
  }
}
