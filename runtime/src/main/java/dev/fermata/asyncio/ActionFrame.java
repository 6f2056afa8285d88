package dev.fermata.asyncio;

import org.jspecify.annotations.Nullable;

/** A coroutine that does one thing and never waits. */
final class ActionFrame extends CoroutineFrame<Void> {

  private @Nullable Runnable action;

  ActionFrame(Runnable action) {
    this.action = action;
  }

  @Override
  protected @Nullable Object step(Driver driver, @Nullable Object sent, @Nullable Throwable thrown)
      throws Throwable {
    if (thrown != null) {
      throw thrown;
    }
    if (action == null) {
      throw illegalState();
    }
    action.run();
    return null;
  }

  @Override
  protected void clear() {
    action = null;
  }
}
