package dev.fermata.asyncio;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** As the real one. */
public interface AsyncIterable<T> {
  AsyncIterator<T> aiter();

  static <T> AsyncIterable<T> from(Iterable<? extends T> elements) {
    return () -> {
      Iterator<? extends T> iterator = elements.iterator();
      return () -> iterator.hasNext() ? Coroutine.of(iterator.next()) : AsyncIterator.end();
    };
  }

  default Coroutine<List<T>> toList() {
    return () -> {
      List<T> list = new ArrayList<>();
      Asyncio.await(this).forEach(list::add);
      return list;
    };
  }
}
