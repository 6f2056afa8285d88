package dev.fermata.asyncio.codegen;

import dev.fermata.asyncio.CoroutineFrame;
import org.jspecify.annotations.Nullable;

/**
 * The base of the machines that are generated from coroutine functions. Not for users.
 *
 * @param <T> the type of the result
 */
public abstract class AsyncFrame<T extends @Nullable Object> extends CoroutineFrame<T> {

  /** Creates a frame that has not begun. */
  protected AsyncFrame() {}
}
