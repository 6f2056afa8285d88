package dev.fermata.asyncio;

import org.jspecify.annotations.Nullable;

/** A coroutine that awaits one thing, for where a coroutine is needed. */
final class AwaitFrame<T extends @Nullable Object> extends CoroutineFrame<T> {

  private @Nullable Awaitable<T> awaitable;

  AwaitFrame(Awaitable<T> awaitable) {
    this.awaitable = awaitable;
  }

  @Override
  protected @Nullable Object step(
      Driver driver, @Nullable Object sent, @Nullable Throwable thrown) throws Throwable {
    if (thrown != null) {
      throw thrown;
    }
    if (state != 0) {
      return sent;
    }
    Awaitable<T> awaitable = this.awaitable;
    assert awaitable != null : "cleared only when done";
    state = 1;
    return await(driver, awaitable);
  }

  @Override
  protected void clear() {
    awaitable = null;
  }
}
