package dev.fermata.asyncio;

/** As the real one, on a thread of its own: a yield blocks until the next value is asked for. */
public interface AsyncGenerator<Y> extends AsyncIterator<Y> {
  @SuppressWarnings("unchecked")
  static <Y, S> S yield(Y value) {
    return (S) Strand.current().give(value);
  }

  static <Y> AsyncGenerator<Y> completed() {
    return new AsyncStrand<>(new Strand<>(null, null));
  }

  Awaitable<Y> asend(Object value);

  Awaitable<Y> athrow(Throwable exception);

  @Override
  Awaitable<Void> aclose();

  @Override
  default AsyncGenerator<Y> aiter() {
    return this;
  }
}
