package dev.fermata.asyncio;

import org.jspecify.annotations.Nullable;

/** A generator without values. */
final class CompletedGenerator<
        Y extends @Nullable Object, S extends @Nullable Object, R extends @Nullable Object>
    extends YieldFrame<Y, S, R> {

  private @Nullable Object value;

  CompletedGenerator(@Nullable Object value) {
    this.value = value;
  }

  @Override
  protected @Nullable Object step(@Nullable Object sent, @Nullable Throwable thrown)
      throws Throwable {
    if (thrown != null) {
      throw thrown;
    }
    return done(value);
  }

  @Override
  protected void clear() {
    value = null;
  }
}
