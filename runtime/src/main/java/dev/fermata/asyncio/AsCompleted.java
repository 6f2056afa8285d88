package dev.fermata.asyncio;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The results of several awaitables in the order in which they are there; made by {@link
 * Asyncio#asCompleted}. There are two ways to go through it.
 *
 * <p>As a plain {@link Iterable} it has coroutines, each for the result of whatever is done next:
 *
 * <pre>{@code
 * for (Coroutine<Page> next : asCompleted(downloads)) {
 *   Page page = await(next);
 *   ...
 * }
 * }</pre>
 *
 * As an {@link AsyncIterator} it has the very futures and tasks that were given, and tasks for the
 * coroutines that were. They are done, and await or {@link Future#result} has their result:
 *
 * <pre>{@code
 * AsyncIterator<Future<Page>> completed = asCompleted(downloads);
 * for (int i = 0; i < downloads.size(); i++) {
 *   Future<Page> next = await(completed.anext());
 *   ...
 * }
 * }</pre>
 *
 * <p>Either way it goes through them once, also if it is iterated in several places. The
 * counterpart of what {@code asyncio.as_completed} returns.
 *
 * @param <T> the type of the results
 */
public final class AsCompleted<T extends @Nullable Object>
    implements Iterable<Coroutine<T>>, AsyncIterator<Future<T>> {

  /** In place of a future that is not done in time. */
  private static final Object TIMED_OUT = new Object();

  private final Set<Future<?>> todo = new LinkedHashSet<>();
  private final Queue<Object> done = new Queue<>();
  private final Consumer<Future<?>> onDone = new OnDone(this);
  private final Iterator<Coroutine<T>> iterator = new Next<>(this);
  private @Nullable TimerHandle timer;

  /** How many have not been asked for. */
  private int left;

  AsCompleted(Collection<? extends Awaitable<? extends T>> awaitables, @Nullable Duration timeout) {
    EventLoop loop = RunningLoop.getOrSet();
    // A coroutine that is given twice is one.
    for (Awaitable<?> awaitable : new LinkedHashSet<>(awaitables)) {
      todo.add(Tasks.ensureFuture(awaitable, loop));
    }
    for (Future<?> future : todo) {
      future.addDoneCallback(onDone);
    }
    if (timeout != null && !todo.isEmpty()) {
      timer = loop.callLater(timeout, new TimeIsUp(this));
    }
    left = todo.size();
  }

  /**
   * {@return the one iterator over coroutines of the results; each is to be awaited, and fails with
   * a {@link TimeoutException} if its result is not there in time}
   */
  @Override
  public Iterator<Coroutine<T>> iterator() {
    return iterator;
  }

  /**
   * {@inheritDoc}
   *
   * @return what to await for the next future that is done; it fails with a {@link
   *     TimeoutException} if that is not so in time
   */
  @Override
  public Coroutine<Future<T>> anext() {
    if (left == 0) {
      return AsyncIterator.end();
    }
    left--;
    return new WaitForOne<>(done, false);
  }

  private void taskDone(Future<?> future) {
    if (todo.remove(future)) {
      done.putNowait(future);
      if (todo.isEmpty() && timer != null) {
        timer.cancel();
      }
    }
  }

  private void timeIsUp() {
    List<Future<?>> late = new ArrayList<>(todo);
    todo.clear();
    for (Future<?> future : late) {
      future.removeDoneCallback(onDone);
      done.putNowait(TIMED_OUT);
    }
  }

  /** The callback of the futures. */
  private record OnDone(AsCompleted<?> completed) implements Consumer<Future<?>> {
    @Override
    public void accept(Future<?> future) {
      completed.taskDone(future);
    }

    @Override
    public String toString() {
      return "asCompleted";
    }
  }

  /** The callback of the timer. */
  private record TimeIsUp(AsCompleted<?> completed) implements Runnable {
    @Override
    public void run() {
      completed.timeIsUp();
    }

    @Override
    public String toString() {
      return "end of asCompleted";
    }
  }

  /** The plain iterator. */
  private record Next<T extends @Nullable Object>(AsCompleted<T> completed)
      implements Iterator<Coroutine<T>> {
    @Override
    public boolean hasNext() {
      return completed.left > 0;
    }

    @Override
    public Coroutine<T> next() {
      if (completed.left == 0) {
        throw new NoSuchElementException("all results of asCompleted were asked for");
      }
      completed.left--;
      return new WaitForOne<>(completed.done, true);
    }
  }

  /** Waits for the next future that is done, and has it or its result as its own. */
  private static final class WaitForOne<R extends @Nullable Object> extends CoroutineFrame<R> {
    private final Queue<Object> done;
    private final boolean resolve;

    WaitForOne(Queue<Object> done, boolean resolve) {
      this.done = done;
      this.resolve = resolve;
    }

    @Override
    protected @Nullable Object step(
        Driver driver, @Nullable Object sent, @Nullable Throwable thrown) throws Throwable {
      if (thrown != null) {
        throw thrown;
      }
      if (state == CREATED) {
        state = 1;
        sent = await(driver, done.get());
        if (sent == SUSPENDED) {
          return SUSPENDED;
        }
      }
      if (sent == TIMED_OUT) {
        throw new TimeoutException("the time given has passed", null);
      }
      return resolve && sent instanceof Future<?> future ? future.result() : sent;
    }

    @Override
    protected StackTraceElement location() {
      return new StackTraceElement(Asyncio.class.getName(), "asCompleted", null, -1);
    }
  }
}
