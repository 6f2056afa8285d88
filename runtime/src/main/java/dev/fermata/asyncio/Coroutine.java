package dev.fermata.asyncio;

import org.jspecify.annotations.Nullable;

/**
 * What calling a coroutine function returns: work that has not begun.
 *
 * <p>Nothing happens until it is awaited in another coroutine, or scheduled with {@link
 * Asyncio#createTask(Coroutine)}, {@link Asyncio#run(Coroutine)} and their like. It runs once: to
 * await or schedule it a second time is an error. A coroutine that is dropped without either is
 * almost surely a mistake; with the system property {@code fermata.debug} set to {@code true} it is
 * reported once it has been garbage collected.
 *
 * <p>A coroutine is for one thread at a time.
 *
 * <p>The counterpart of {@code collections.abc.Coroutine}, without {@code send} and {@code throw}:
 * only tasks and other coroutines drive it.
 *
 * @param <T> the type of the result
 */
public sealed interface Coroutine<T extends @Nullable Object> extends Awaitable<T>
    permits CoroutineFrame {

  /**
   * {@return a coroutine that has a value at once: how a coroutine function says {@code return
   * value}}
   *
   * @param <T> the type of the value
   * @param value its result
   */
  static <T extends @Nullable Object> Coroutine<T> of(T value) {
    return new ReadyCoroutine<>(value, null);
  }

  /** {@return a coroutine that is done at once and has no value: a plain {@code return}} */
  @SuppressWarnings("NullAway") // a Void is always null
  static Coroutine<Void> completed() {
    return new ReadyCoroutine<>(null, null);
  }

  /**
   * {@return a coroutine that fails as soon as it is awaited, with this very object}
   *
   * @param <T> the type of the result that it would have
   * @param failure what it throws
   */
  @SuppressWarnings("NullAway") // its result is never asked for
  static <T extends @Nullable Object> Coroutine<T> failed(Throwable failure) {
    return new ReadyCoroutine<>(null, failure);
  }

  /**
   * Says that this coroutine, which has not begun, will not be needed: it cannot be awaited any
   * more and is not reported as never awaited. On one that is done this has no effect.
   *
   * @throws IllegalStateException if it has begun and is not done; a task that runs it can be
   *     cancelled instead
   */
  void close();
}
