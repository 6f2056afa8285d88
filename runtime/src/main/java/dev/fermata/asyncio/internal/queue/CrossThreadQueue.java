package dev.fermata.asyncio.internal.queue;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * How other threads hand work to the loop's thread, waking it if it sleeps and only then.
 *
 * <p>Any thread pushes onto a stack by compare-and-set; the loop takes the whole stack at once and
 * reverses it, so that work comes out in the order in which it went in.
 *
 * <p>Waking costs a system call, so it is done only for a sleeper. The loop announces its sleep
 * first and looks into the queue after; a producer pushes first and looks for the announcement
 * after. Both are volatile, so at least one of the two sees the other, and no work is slept over:
 *
 * <pre>
 *   loop       asleep = true;  queue empty? then sleep, else asleep = false
 *   producer   push;           asleep? then asleep = false and wake
 * </pre>
 *
 * @param <E> the type of the elements
 */
public final class CrossThreadQueue<E> {

  private static final VarHandle TOP;
  private static final VarHandle ASLEEP;

  static {
    try {
      MethodHandles.Lookup lookup = MethodHandles.lookup();
      TOP = lookup.findVarHandle(CrossThreadQueue.class, "top", Node.class);
      ASLEEP = lookup.findVarHandle(CrossThreadQueue.class, "asleep", boolean.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private static final class Node<E> {
    final @Nullable E element;
    @Nullable Node<E> next;

    Node(@Nullable E element) {
      this.element = element;
    }
  }

  /** On top of a queue that is closed. */
  private static final Node<Object> CLOSED = new Node<>(null);

  private final Runnable wakeUp;
  private volatile @Nullable Node<E> top;
  private volatile boolean asleep;

  /**
   * Creates an empty queue.
   *
   * @param wakeUp wakes the loop; called by producers, at most once per sleep
   */
  public CrossThreadQueue(Runnable wakeUp) {
    this.wakeUp = wakeUp;
  }

  /**
   * Adds an element and wakes the loop if it sleeps; from any thread.
   *
   * @return false if the queue is closed; then the element was not added
   */
  public boolean add(E element) {
    Node<E> node = new Node<>(element);
    Node<E> below;
    do {
      below = top;
      if (below == CLOSED) {
        return false;
      }
      node.next = below;
    } while (!TOP.compareAndSet(this, below, node));
    if (asleep && ASLEEP.compareAndSet(this, true, false)) {
      wakeUp.run();
    }
    return true;
  }

  /** Drops what is in the queue and takes nothing any more; on the loop's thread. */
  public void close() {
    TOP.setVolatile(this, CLOSED);
  }

  /** Returns whether there is nothing to drain. */
  public boolean isEmpty() {
    return top == null || top == CLOSED;
  }

  /** Moves all elements, oldest first, to the sink; on the loop's thread. */
  @SuppressWarnings("unchecked")
  public void drainTo(Consumer<? super E> sink) {
    if (top == null || top == CLOSED) {
      return;
    }
    Node<E> newest = (Node<E>) TOP.getAndSet(this, null);
    Node<E> oldest = null;
    while (newest != null) {
      Node<E> below = newest.next;
      newest.next = oldest;
      oldest = newest;
      newest = below;
    }
    for (Node<E> node = oldest; node != null; node = node.next) {
      sink.accept(Objects.requireNonNull(node.element));
    }
  }

  /**
   * Announces that the loop is about to sleep.
   *
   * @return whether it may; if not, there is something to drain and the announcement is withdrawn
   */
  public boolean fallAsleep() {
    asleep = true;
    if (top == null) {
      return true;
    }
    asleep = false;
    return false;
  }

  /** Says that the loop is awake again. */
  public void awake() {
    asleep = false;
  }
}
