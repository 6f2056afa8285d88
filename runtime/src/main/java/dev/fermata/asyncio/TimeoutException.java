package dev.fermata.asyncio;

import org.jspecify.annotations.Nullable;

/**
 * Thrown when the time given for something has passed.
 *
 * <p>The counterpart of {@code asyncio.TimeoutError}. Mind that {@code java.util.concurrent} has a
 * checked exception of the same name.
 */
public class TimeoutException extends RuntimeException {

  private static final long serialVersionUID = 1;

  /**
   * Creates one.
   *
   * @param message what took too long
   * @param cause how the work ended when it was cancelled, usually a {@link CancelledError}
   */
  public TimeoutException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
