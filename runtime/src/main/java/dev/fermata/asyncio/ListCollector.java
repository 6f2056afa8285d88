package dev.fermata.asyncio;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects what an iterable has into a list. */
final class ListCollector<T extends @Nullable Object> extends CoroutineFrame<List<T>> {

  private final AsyncIterator<T> iterator;
  private final List<T> list = new ArrayList<>();

  /** A subscription that nobody but this can end; null if there is none. */
  private final @Nullable PublisherIterator<T> subscription;

  ListCollector(AsyncIterable<T> elements) {
    this.iterator = elements.aiter();
    this.subscription =
        iterator != elements && iterator instanceof PublisherIterator<T> made ? made : null;
  }

  @Override
  @SuppressWarnings("unchecked") // an iterator of T has elements of T
  protected @Nullable Object step(Driver driver, @Nullable Object sent, @Nullable Throwable thrown)
      throws Throwable {
    try {
      if (thrown != null) {
        throw thrown;
      }
      if (state == 1) {
        list.add((T) sent);
      }
      state = 1;
      while (true) {
        Object value = await(driver, iterator.anext());
        if (value == SUSPENDED) {
          return value;
        }
        list.add((T) value);
      }
    } catch (StopAsyncIterationException end) {
      return list;
    } catch (Throwable failure) {
      if (subscription != null) {
        subscription.close();
      }
      throw failure;
    }
  }
}
