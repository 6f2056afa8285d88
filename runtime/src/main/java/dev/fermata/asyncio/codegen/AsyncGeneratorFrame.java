package dev.fermata.asyncio.codegen;

import dev.fermata.asyncio.AsyncYieldFrame;
import org.jspecify.annotations.Nullable;

/**
 * The base of the machines that are generated from asynchronous generator functions. Not for users.
 *
 * @param <Y> the type of the values that come out
 */
public abstract class AsyncGeneratorFrame<Y extends @Nullable Object> extends AsyncYieldFrame<Y> {

  /** Creates a generator that has not begun. */
  protected AsyncGeneratorFrame() {}
}
