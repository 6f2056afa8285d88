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
    return new ListCollector<>(aiter());
  }

  /**
   * {@return a publisher of the elements} Each subscriber gets them from an iterator of its own, no
   * faster than it asks for them, by a task on the loop that runs in this thread now; it may
   * subscribe from any thread. Elements must not be null.
   *
   * @throws IllegalStateException if no loop runs in this thread
   */
  @SuppressWarnings({"unchecked", "rawtypes"}) // null elements are refused when they come
  default Flow.Publisher<T> toPublisher() {
    return new IteratorPublisher(this, Asyncio.getRunningLoop());
  }

  /**
   * {@return the elements of a collection or the like}
   *
   * @param elements the elements; gone through anew for each iterator
   * @param <T> their type
   */
  static <T extends @Nullable Object> AsyncIterable<T> from(Iterable<? extends T> elements) {
    Objects.requireNonNull(elements, "elements");
    return () -> new IterableIterator<T>(elements.iterator());
  }

  /**
   * {@return the elements of a stream, which can be gone through once}
   *
   * @param elements the stream
   * @param <T> their type
   */
  static <T extends @Nullable Object> AsyncIterable<T> from(Stream<? extends T> elements) {
    Objects.requireNonNull(elements, "elements");
    return () -> new IterableIterator<T>(elements.iterator());
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
}
