package dev.fermata.asyncio;

/**
 * Thrown when a future is asked for what its state does not allow: its result before it is done, or
 * to be completed a second time.
 *
 * <p>The counterpart of {@code asyncio.InvalidStateError}.
 */
public class InvalidStateException extends IllegalStateException {

  private static final long serialVersionUID = 1;

  /**
   * Creates one.
   *
   * @param message what was asked for and why it cannot be
   */
  public InvalidStateException(String message) {
    super(message);
  }
}
