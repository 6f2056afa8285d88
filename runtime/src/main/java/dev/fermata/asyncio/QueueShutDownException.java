package dev.fermata.asyncio;

/**
 * Thrown when something is put into a queue that was shut down, or asked of one that will have
 * nothing any more.
 *
 * <p>The counterpart of {@code asyncio.QueueShutDown}.
 */
public class QueueShutDownException extends RuntimeException {

  private static final long serialVersionUID = 1;

  /**
   * Creates one.
   *
   * @param message what was asked of which queue
   */
  public QueueShutDownException(String message) {
    super(message);
  }
}
