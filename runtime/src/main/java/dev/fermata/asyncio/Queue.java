package dev.fermata.asyncio;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Hands items from tasks to tasks: who asks for an item waits until there is one, and who puts one
 * waits until there is room.
 *
 * <pre>{@code
 * await(queue.put(item));       // in the producers
 *
 * while (true) {                // in each worker
 *   Item item = await(queue.get());
 *   ...
 *   queue.taskDone();
 * }
 *
 * await(queue.join());          // until all items are worked off
 * }</pre>
 *
 * <p>Items come out in the order in which they went in; see {@link PriorityQueue} and {@link
 * LifoQueue} for other orders. They may be null. {@link AsyncIterable#from(Queue)} makes a loop
 * over them that ends when the queue is shut down.
 *
 * <p>It is for the tasks of one loop, the first on which somebody had to wait, and not for several
 * threads.
 *
 * <p>The counterpart of {@code asyncio.Queue}; not a {@link java.util.Queue}.
 *
 * @param <T> the type of the items
 */
public sealed class Queue<T extends @Nullable Object> permits PriorityQueue, LifoQueue {

  /** Stands for a null item, which the collections do not take. */
  private static final Object NULL = new Object();

  private final int maxsize;
  private final java.util.Queue<Object> items;

  /** Who waits for an item; the loop is tied here for both. */
  private final WaitQueue getters = new WaitQueue();

  /** Who waits for room. */
  private final WaitQueue putters = new WaitQueue();

  /** How many items were put for which {@link #taskDone} was not called. */
  private int unfinished;

  /** Set if there are none. */
  private final Event finished = new Event();

  private boolean shutdown;

  /** Creates one that is never full. */
  public Queue() {
    this(0);
  }

  /**
   * Creates one.
   *
   * @param maxsize how many items it holds at most; 0 or less for any number
   */
  public Queue(int maxsize) {
    this(maxsize, new ArrayDeque<>());
  }

  Queue(int maxsize, java.util.Queue<Object> items) {
    this.maxsize = maxsize;
    this.items = items;
    finished.set();
  }

  // ---- questions ----

  /** {@return how many items it holds} */
  public final int qsize() {
    return items.size();
  }

  /** {@return how many items it holds at most; 0 or less for any number} */
  public final int maxsize() {
    return maxsize;
  }

  /** {@return whether it holds no item} */
  public final boolean empty() {
    return items.isEmpty();
  }

  /** {@return whether there is no room for another item} */
  public final boolean full() {
    return maxsize > 0 && items.size() >= maxsize;
  }

  // ---- items ----

  /**
   * Puts an item, and waits for room if there is none.
   *
   * @param item the item
   * @return a coroutine that is done when the item is in the queue; it fails with a {@link
   *     QueueShutDownException} if the queue was shut down, or is while it waits
   */
  public final Coroutine<Void> put(T item) {
    return new Put<>(this, item);
  }

  /**
   * Puts an item, if there is room. Counterpart of {@code put_nowait}.
   *
   * @param item the item
   * @throws QueueFullException if there is no room
   * @throws QueueShutDownException if the queue was shut down
   */
  public final void putNowait(T item) {
    checkThread("Queue.putNowait");
    if (shutdown) {
      throw new QueueShutDownException("put: the queue was shut down: " + this);
    }
    if (full()) {
      throw new QueueFullException(
          "putNowait: the queue is full: " + this + ". Await put(..) to wait for room");
    }
    store(item);
    unfinished++;
    finished.clear();
    getters.takeNext();
  }

  /**
   * Takes an item, and waits for one if there is none.
   *
   * @return a coroutine whose result is the item; it fails with a {@link QueueShutDownException} if
   *     the queue is empty and was shut down, or is while it waits
   */
  public final Coroutine<T> get() {
    return new Get<>(this);
  }

  /**
   * Takes an item, if there is one. Counterpart of {@code get_nowait}.
   *
   * @return the item
   * @throws QueueEmptyException if there is none
   * @throws QueueShutDownException if there is none and the queue was shut down
   */
  @SuppressWarnings({"unchecked", "NullAway"}) // null only if T allows it
  public final T getNowait() {
    checkThread("Queue.getNowait");
    Object item = items.poll();
    if (item == null) {
      if (shutdown) {
        throw new QueueShutDownException("get: the queue is empty and was shut down: " + this);
      }
      throw new QueueEmptyException(
          "getNowait: the queue is empty: " + this + ". Await get() to wait for an item");
    }
    putters.takeNext();
    return (T) (item == NULL ? null : item);
  }

  /** Adds an item to the collection. */
  void store(T item) {
    items.add(item == null ? NULL : item);
  }

  // ---- the end of the work ----

  /**
   * Says that the work on an item that was taken is done. Counterpart of {@code task_done}.
   *
   * @throws IllegalStateException if it is said more often than items were put
   */
  public final void taskDone() {
    checkThread("Queue.taskDone");
    if (unfinished <= 0) {
      throw new IllegalStateException(
          "taskDone() called too many times: call it once for each item that was taken; "
              + this
              + " has no unfinished ones");
    }
    unfinished--;
    if (unfinished == 0) {
      finished.set();
    }
  }

  /**
   * Waits until the work on all items is done: {@link #taskDone} was called for each that was put.
   *
   * @return a coroutine that is done then
   */
  public final Coroutine<Void> join() {
    return new Event.WaitFrame<>(finished, null);
  }

  /**
   * Shuts the queue down: nothing can be put any more, and when the items that are left are taken,
   * {@link #get} fails too. Those who wait to put get a {@link QueueShutDownException}, and those
   * who wait for items as well.
   */
  public final void shutdown() {
    shutdown(false);
  }

  /**
   * Shuts the queue down.
   *
   * @param immediate whether to drop the items that are left, which then count as done
   */
  public final void shutdown(boolean immediate) {
    checkThread("Queue.shutdown");
    shutdown = true;
    if (immediate) {
      unfinished = Math.max(0, unfinished - items.size());
      items.clear();
      if (unfinished == 0) {
        finished.set();
      }
    }
    // They look again, and see that it is shut down.
    while (!getters.isEmpty()) {
      getters.takeNext();
    }
    while (!putters.isEmpty()) {
      putters.takeNext();
    }
  }

  // ---- waiting ----

  /** Refuses other threads before anything is changed, whatever it is that tasks wait for here. */
  private void checkThread(String method) {
    getters.checkThread(method);
    finished.checkThread(method);
  }

  private WaitQueue.Waiter enqueue(WaitQueue waiters, EventLoop loop) {
    getters.bind(loop, this);
    return waiters.add(loop);
  }

  /** Leaves after a failure; if it was woken, passes that on to the next. */
  private static void leave(WaitQueue waiters, WaitQueue.Waiter waiter, boolean another) {
    waiters.remove(waiter);
    if (another && !waiter.cancelled()) {
      waiters.takeNext();
    }
  }

  /** The coroutine of {@link #put}. */
  private static final class Put<T extends @Nullable Object> extends CoroutineFrame<Void> {
    private final Queue<T> queue;
    private @Nullable Object item;
    private WaitQueue.@Nullable Waiter waiter;

    Put(Queue<T> queue, T item) {
      this.queue = queue;
      this.item = item;
    }

    @Override
    @SuppressWarnings({"unchecked", "NullAway"}) // null only if T allows it
    protected @Nullable Object step(
        Driver driver, @Nullable Object sent, @Nullable Throwable thrown) throws Throwable {
      if (thrown != null) {
        if (state != CREATED) {
          leave(queue.putters, Objects.requireNonNull(waiter), !queue.full());
        }
        throw thrown;
      }
      if (queue.full()) {
        if (queue.shutdown) {
          throw new QueueShutDownException("put: the queue was shut down: " + queue);
        }
        state = 1;
        waiter = queue.enqueue(queue.putters, driver.loop);
        return await(driver, waiter);
      }
      queue.putNowait((T) item);
      return null;
    }

    @Override
    protected void clear() {
      item = null;
      waiter = null;
    }

    @Override
    protected StackTraceElement location() {
      return new StackTraceElement(Queue.class.getName(), "put", null, -1);
    }
  }

  /** The coroutine of {@link #get}. */
  private static final class Get<T extends @Nullable Object> extends CoroutineFrame<T> {
    private final Queue<T> queue;
    private WaitQueue.@Nullable Waiter waiter;

    Get(Queue<T> queue) {
      this.queue = queue;
    }

    @Override
    protected @Nullable Object step(
        Driver driver, @Nullable Object sent, @Nullable Throwable thrown) throws Throwable {
      if (thrown != null) {
        if (state != CREATED) {
          leave(queue.getters, Objects.requireNonNull(waiter), !queue.empty());
        }
        throw thrown;
      }
      if (queue.empty() && !queue.shutdown) {
        state = 1;
        waiter = queue.enqueue(queue.getters, driver.loop);
        return await(driver, waiter);
      }
      return queue.getNowait();
    }

    @Override
    protected void clear() {
      waiter = null;
    }

    @Override
    protected StackTraceElement location() {
      return new StackTraceElement(Queue.class.getName(), "get", null, -1);
    }
  }

  // ---- reports ----

  /** The items, for {@link #toString}. */
  List<Object> items() {
    return new ArrayList<>(items);
  }

  @Override
  public final String toString() {
    StringBuilder text = new StringBuilder("<").append(getClass().getSimpleName());
    text.append(" maxsize=").append(maxsize);
    if (!items.isEmpty()) {
      List<Object> list = items();
      list.replaceAll(item -> item == NULL ? "null" : item);
      text.append(" items=").append(Messages.abbreviate(list));
    }
    if (!getters.isEmpty()) {
      text.append(" getters[").append(getters.size()).append(']');
    }
    if (!putters.isEmpty()) {
      text.append(" putters[").append(putters.size()).append(']');
    }
    if (unfinished > 0) {
      text.append(" tasks=").append(unfinished);
    }
    if (shutdown) {
      text.append(" shutdown");
    }
    return text.append('>').toString();
  }
}
