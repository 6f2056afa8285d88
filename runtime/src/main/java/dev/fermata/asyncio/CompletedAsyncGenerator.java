package dev.fermata.asyncio;

import org.jspecify.annotations.Nullable;

/** An asynchronous generator without values. */
final class CompletedAsyncGenerator<Y extends @Nullable Object> extends AsyncYieldFrame<Y> {

  @Override
  protected @Nullable Object step(
      Driver driver, @Nullable Object sent, @Nullable Throwable thrown) {
    return DONE;
  }
}
