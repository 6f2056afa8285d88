package dev.fermata.asyncio;

import org.jspecify.annotations.Nullable;

/**
 * An iterator whose elements have to be waited for. It tells its end as in Python: by an exception,
 * {@link StopAsyncIterationException}, in place of an element.
 *
 * <pre>{@code
 * try {
 *   while (true) {
 *     String line = await(lines.anext());
 *     ...
 *   }
 * } catch (StopAsyncIterationException end) {
 *   // There are no more.
 * }
 * }</pre>
 *
 * <p>Whoever implements it writes {@code anext} as a coroutine function, and says {@code return
 * AsyncIterator.end();} when there is nothing left. That is as cheap as an ordinary result: the
 * exception exists once and has no stack trace.
 *
 * <p>The counterpart of Python's asynchronous iterators.
 *
 * @param <T> the type of the elements
 */
public interface AsyncIterator<T extends @Nullable Object> extends AsyncIterable<T> {

  /**
   * Moves on. The last result is to be awaited before this is called again. Counterpart of {@code
   * __anext__}.
   *
   * @return what to await for the next element; it fails with {@link StopAsyncIterationException}
   *     if there is none
   */
  Awaitable<T> anext();

  /**
   * Says that no more elements are wanted, so that what the iterator holds can be given back.
   *
   * @return what to await for that; nothing by default
   */
  default Awaitable<Void> aclose() {
    return Coroutine.completed();
  }

  /** {@return this} */
  @Override
  default AsyncIterator<T> aiter() {
    return this;
  }

  /**
   * {@return a coroutine that tells the end: how {@code anext} says that there are no more}
   *
   * @param <T> the type of the elements
   */
  static <T extends @Nullable Object> Coroutine<T> end() {
    return Coroutine.failed(StopAsyncIterationException.INSTANCE);
  }
}
