package dev.fermata.asyncio;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.Flow;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Something that has elements, one after the other, each of which may have to be waited for.
 *
 * <p>The counterpart of Python's asynchronous iterables.
 *
 * @param <T> the type of the elements
 */
public interface AsyncIterable<T extends @Nullable Object> {

  /** {@return an iterator over the elements} Counterpart of {@code __aiter__}. */
  AsyncIterator<T> aiter();

  /** {@return a coroutine that goes through the elements and has them all in a list} */
  default Coroutine<List<T>> toList() {
    return new ListCollector<>(this);
  }

  /**
   * {@return a publisher of the elements} Each subscriber gets them from an iterator of its own, no
   * faster than it asks for them, by a task on the loop that runs in this thread now; it may
   * subscribe from any thread. Elements must not be null. Unless it has cancelled its subscription,
   * a subscriber is always told of the end: of a failure as it is, also that there is no iterator,
   * and of a {@link CancelledError} if that task is cancelled, as at the end of {@link
   * Asyncio#run(Coroutine)}.
   *
   * @throws IllegalStateException if no loop runs in this thread
   */
  @SuppressWarnings({"unchecked", "rawtypes"}) // null elements are refused when they come
  default Flow.Publisher<T> toPublisher() {
    return new IteratorPublisher(this, Asyncio.getRunningLoop());
  }

  /**
   * {@return the elements of a collection or the like} They are taken one by one, as they are asked
   * for, in the loop's thread: an iterator that blocks holds up every task. {@link
   * AsyncIterator#aclose} closes a {@link Generator}.
   *
   * @param elements the elements; gone through anew for each iterator
   * @param <T> their type
   */
  static <T extends @Nullable Object> AsyncIterable<T> from(Iterable<? extends T> elements) {
    Objects.requireNonNull(elements, "elements");
    return () -> IterableIterator.<T>of(elements);
  }

  /**
   * {@return the elements of a stream, which can be gone through once} They are computed one by
   * one, as they are asked for, in the loop's thread. {@link AsyncIterator#aclose} closes the
   * stream; like a loop over an {@link AsyncGenerator}, one that is left early does not.
   *
   * @param elements the stream; not closed at its end, as streams never are
   * @param <T> their type
   */
  static <T extends @Nullable Object> AsyncIterable<T> from(Stream<? extends T> elements) {
    Objects.requireNonNull(elements, "elements");
    return () -> IterableIterator.<T>of(elements);
  }

  /**
   * {@return the values of a publisher} Each iterator is one of {@link
   * Asyncio#aiter(Flow.Publisher)}: it subscribes when its first value is awaited, and never asks
   * for more than it has room for. {@link AsyncIterator#aclose} ends the subscription; {@code for
   * (T value : await(publisher))} does that however the loop is left.
   *
   * @param publisher the publisher; it may call from any thread
   * @param <T> the type of the values
   */
  static <T> AsyncIterable<T> from(Flow.Publisher<? extends T> publisher) {
    Objects.requireNonNull(publisher, "publisher");
    return () -> Asyncio.aiter(publisher);
  }

  /**
   * {@return the items of a queue} Each is taken out as by {@link Queue#get}, when it is asked for;
   * the end comes when the queue is empty and {@linkplain Queue#shutdown() shut down}. So several
   * loops over one queue share its items:
   *
   * <pre>{@code
   * for (Job job : await(AsyncIterable.from(jobs))) {   // in each worker
   *   await(work(job));
   *   jobs.taskDone();
   * }
   *
   * await(jobs.join());   // until the jobs are done,
   * jobs.shutdown();      // then send the workers home
   * }</pre>
   *
   * <p>Like {@code get}, this does not say that the work on an item is done: call {@link
   * Queue#taskDone} where it is, if somebody {@linkplain Queue#join joins} the queue. An iterator
   * that is cancelled while it waits takes no item, and to leave one takes none either. asyncio has
   * no counterpart.
   *
   * @param queue the queue
   * @param <T> the type of the items
   */
  static <T extends @Nullable Object> AsyncIterable<T> from(Queue<? extends T> queue) {
    Objects.requireNonNull(queue, "queue");
    return () -> new QueueIterator<T>(queue);
  }
}
