package dev.fermata.asyncio;

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
}
