package dev.fermata.asyncio;

/** As the real one. */
public interface AsyncIterator<T> extends AsyncIterable<T> {
  Awaitable<T> anext();

  default Awaitable<Void> aclose() {
    return () -> null;
  }

  @Override
  default AsyncIterator<T> aiter() {
    return this;
  }

  static <T> Coroutine<T> end() {
    return () -> {
      throw StopAsyncIterationException.INSTANCE;
    };
  }
}
