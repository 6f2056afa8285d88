package dev.fermata.asyncio;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A coroutine that awaits one thing, for where a coroutine is needed. */
final class AwaitFrame<T extends @Nullable Object> extends CoroutineFrame<T> {

  private @Nullable Awaitable<T> awaitable;

  AwaitFrame(Awaitable<T> awaitable) {
    this.awaitable = awaitable;
  }

  @Override
  protected @Nullable Object step(Driver driver, @Nullable Object sent, @Nullable Throwable thrown)
      throws Throwable {
    if (thrown != null) {
      throw thrown;
    }
    if (state != 0) {
      return sent;
    }
    state = 1;
    return await(driver, Objects.requireNonNull(awaitable));
  }

  @Override
  protected void clear() {
    awaitable = null;
  }
}
