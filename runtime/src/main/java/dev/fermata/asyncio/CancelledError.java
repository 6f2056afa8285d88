package dev.fermata.asyncio;

import org.jspecify.annotations.Nullable;

/**
 * Thrown into a coroutine whose task was cancelled, and by the result of a future that was.
 *
 * <p>It is an {@link Error} so that {@code catch (Exception e)} does not swallow a cancellation.
 * Clean up in {@code finally}; if you must catch it, throw it on.
 *
 * <p>The counterpart of {@code asyncio.CancelledError}.
 */
public class CancelledError extends Error {

  private static final long serialVersionUID = 1;

  /** Creates one without message. */
  public CancelledError() {}

  /**
   * Creates one.
   *
   * @param message what was given to {@code cancel}
   */
  public CancelledError(@Nullable String message) {
    super(message);
  }
}
