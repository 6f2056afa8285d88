package dev.fermata.asyncio;

/**
 * The result of a body that has run: bodies run when they are called. So a coroutine that fails
 * fails right there, where cases await it too.
 */
public interface Coroutine<T> extends Awaitable<T> {
  static <T> Coroutine<T> of(T value) {
    return () -> value;
  }

  static Coroutine<Void> completed() {
    return () -> null;
  }

  static <T> Coroutine<T> failed(Throwable failure) {
    throw Asyncio.<RuntimeException>same(failure);
  }

  default void close() {}
}
