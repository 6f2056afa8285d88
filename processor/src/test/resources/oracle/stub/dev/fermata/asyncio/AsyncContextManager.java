package dev.fermata.asyncio;

/** As the real one; here nothing calls it but its {@code close}. */
public interface AsyncContextManager<T> extends AutoCloseable {
  Awaitable<T> aenter();

  Awaitable<Void> aexit(Throwable thrown);

  @Override
  void close();
}
