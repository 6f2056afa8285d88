package dev.fermata.asyncio;

import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** The elements of an ordinary iterator, none of which has to be waited for. */
final class IterableIterator<T extends @Nullable Object> implements AsyncIterator<T> {

  private final Iterator<? extends T> elements;

  IterableIterator(Iterator<? extends T> elements) {
    this.elements = elements;
  }

  @Override
  public Awaitable<T> anext() {
    return elements.hasNext() ? Coroutine.of(elements.next()) : AsyncIterator.end();
  }
}
