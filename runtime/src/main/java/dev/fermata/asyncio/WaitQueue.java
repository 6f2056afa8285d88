package dev.fermata.asyncio;

import org.jspecify.annotations.Nullable;

/**
 * Tasks that wait their turn, first come, first served: what locks, events, conditions, semaphores
 * and queues have in common.
 *
 * <p>Whoever wants to wait adds a {@link Waiter}, awaits it, and removes it when it goes on. There
 * are two ways to wake, as in CPython, because they differ in who may overtake whom:
 *
 * <ul>
 *   <li>{@link #wakeNext} leaves the waiter in its place until its task has run, so that those who
 *       come meanwhile can see that somebody is before them;
 *   <li>{@link #takeNext} removes it, for those who look again when they run.
 * </ul>
 *
 * <p>The waiters form a list, linked through themselves. Waking goes from the front, so all before
 * {@link #pending} are done:
 *
 * <pre>
 *   first                pending               last
 *   done -- cancelled -- pending -- cancelled -- pending
 * </pre>
 */
final class WaitQueue {

  /** The place of one task in a queue. */
  static final class Waiter extends Future<@Nullable Object> {
    private @Nullable Waiter previous;
    private @Nullable Waiter next;
    private boolean queued = true;

    private Waiter(EventLoop loop) {
      super(loop);
    }
  }

  /** The loop on which somebody waited first; the only one on which anybody may. */
  private @Nullable EventLoop loop;

  private @Nullable Waiter first;
  private @Nullable Waiter last;

  /** All before this one are done; null if all are. */
  private @Nullable Waiter pending;

  private int size;

  /** How many were woken and have not been removed yet. */
  private int woken;

  /**
   * Ties this queue to a loop.
   *
   * @param owner whose queue it is, for the message
   * @throws IllegalStateException if it is tied to another one
   */
  void bind(EventLoop current, Object owner) {
    if (loop == null) {
      loop = current;
    } else if (loop != current) {
      throw new IllegalStateException(
          owner
              + " is bound to a different event loop: somebody has waited for it on "
              + loop
              + ", so it cannot be waited for on "
              + current
              + ". Make one for each loop");
    }
  }

  /**
   * In debug mode, refuses other threads than that of the loop on which somebody has waited.
   *
   * @throws IllegalStateException if this is one
   */
  void checkThread(String method) {
    if (loop != null) {
      loop.checkThread(method);
    }
  }

  /** Adds somebody at the end, after {@link #bind}. */
  Waiter add(EventLoop current, Object owner) {
    bind(current, owner);
    return add(current);
  }

  /** Adds somebody at the end. */
  Waiter add(EventLoop current) {
    Waiter waiter = new Waiter(current);
    Waiter last = this.last;
    waiter.previous = last;
    if (last == null) {
      first = waiter;
    } else {
      last.next = waiter;
    }
    this.last = waiter;
    if (pending == null) {
      pending = waiter;
    }
    size++;
    return waiter;
  }

  /** Removes somebody; no effect if that was done before. */
  void remove(Waiter waiter) {
    if (!waiter.queued) {
      return;
    }
    waiter.queued = false;
    if (waiter.done() && !waiter.cancelled()) {
      woken--;
    }
    Waiter previous = waiter.previous;
    Waiter next = waiter.next;
    if (pending == waiter) {
      pending = next;
    }
    if (previous == null) {
      first = next;
    } else {
      previous.next = next;
    }
    if (next == null) {
      last = previous;
    } else {
      next.previous = previous;
    }
    waiter.previous = null;
    waiter.next = null;
    size--;
  }

  boolean isEmpty() {
    return size == 0;
  }

  int size() {
    return size;
  }

  /** Returns whether all who are here were cancelled, and are about to leave; also if none is. */
  boolean isDeserted() {
    return size == 0 || (woken == 0 && firstPending() == null);
  }

  /** Wakes the first who is not awake; returns whether there was one. */
  boolean wakeNext() {
    Waiter waiter = firstPending();
    if (waiter == null) {
      return false;
    }
    wake(waiter);
    return true;
  }

  /** Wakes who stands at the head; not if that one is awake or cancelled already. */
  void wakeFirst() {
    Waiter waiter = firstPending();
    if (waiter != null && waiter == first) {
      wake(waiter);
    }
  }

  /** Wakes and removes the first who is not awake, and removes who was cancelled before it. */
  void takeNext() {
    Waiter waiter = firstPending();
    for (Waiter gone = first; gone != waiter && gone != null; gone = first) {
      remove(gone);
    }
    if (waiter != null) {
      wake(waiter);
      remove(waiter);
    }
  }

  private void wake(Waiter waiter) {
    woken++;
    waiter.finish(true);
  }

  private @Nullable Waiter firstPending() {
    Waiter waiter = pending;
    while (waiter != null && waiter.done()) {
      waiter = waiter.next;
    }
    pending = waiter;
    return waiter;
  }
}
