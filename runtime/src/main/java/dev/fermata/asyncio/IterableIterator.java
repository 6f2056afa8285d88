package dev.fermata.asyncio;

import java.util.Collections;
import java.util.Iterator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The elements of an ordinary iterator, none of which has to be waited for. */
final class IterableIterator<T extends @Nullable Object> implements AsyncIterator<T> {

  private Iterator<? extends T> elements;

  /** Gives back what the iterator holds. */
  private final Runnable close;

  private IterableIterator(Iterator<? extends T> elements, Runnable close) {
    this.elements = elements;
    this.close = close;
  }

  static <T extends @Nullable Object> AsyncIterator<T> of(Iterable<? extends T> elements) {
    Iterator<? extends T> iterator = elements.iterator();
    return new IterableIterator<>(
        iterator, iterator instanceof Generator<?> generator ? generator::close : () -> {});
  }

  static <T extends @Nullable Object> AsyncIterator<T> of(Stream<? extends T> elements) {
    return new IterableIterator<>(elements.iterator(), elements::close);
  }

  @Override
  public Awaitable<T> anext() {
    return elements.hasNext() ? Coroutine.of(elements.next()) : AsyncIterator.end();
  }

  @Override
  public Awaitable<Void> aclose() {
    elements = Collections.emptyIterator();
    close.run();
    return Coroutine.completed();
  }
}
