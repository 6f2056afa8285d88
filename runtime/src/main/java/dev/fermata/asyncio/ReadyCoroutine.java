package dev.fermata.asyncio;

import org.jspecify.annotations.Nullable;

/**
 * A coroutine with its result or failure from the start. It too can be awaited only once, so that
 * it makes no difference to callers whether a method is a coroutine function or returns this.
 */
final class ReadyCoroutine<T extends @Nullable Object> extends CoroutineFrame<T> {

  private @Nullable Object value;
  private @Nullable Throwable failure;

  ReadyCoroutine(@Nullable Object value, @Nullable Throwable failure) {
    this.value = value;
    this.failure = failure;
  }

  @Override
  protected @Nullable Object step(Driver driver, @Nullable Object sent, @Nullable Throwable thrown)
      throws Throwable {
    if (thrown != null) {
      throw thrown;
    }
    if (failure != null) {
      throw failure;
    }
    return value;
  }

  @Override
  protected void clear() {
    value = null;
    failure = null;
  }
}
