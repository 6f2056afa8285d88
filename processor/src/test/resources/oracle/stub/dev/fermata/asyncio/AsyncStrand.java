package dev.fermata.asyncio;

/** An asynchronous generator whose awaits return at once. */
final class AsyncStrand<Y> implements AsyncGenerator<Y> {
  private final Strand<Y, Object, Object> strand;

  AsyncStrand(Strand<Y, Object, Object> strand) {
    this.strand = strand;
  }

  @Override
  public Awaitable<Y> anext() {
    return asend(null);
  }

  @Override
  public Awaitable<Y> asend(Object value) {
    return () -> valueOf(strand.resume(value, null));
  }

  @Override
  public Awaitable<Y> athrow(Throwable exception) {
    return () -> strand.isDone() ? null : valueOf(strand.resume(null, exception));
  }

  @Override
  public Awaitable<Void> aclose() {
    return () -> {
      strand.close();
      return null;
    };
  }

  @SuppressWarnings("unchecked")
  private Y valueOf(Object value) {
    if (value == Strand.DONE) {
      throw StopAsyncIterationException.INSTANCE;
    }
    return (Y) value;
  }
}
