package dev.fermata.asyncio;

/**
 * Thrown when a queue is asked at once for an item and has none.
 *
 * <p>The counterpart of {@code asyncio.QueueEmpty}.
 */
public class QueueEmptyException extends RuntimeException {

  private static final long serialVersionUID = 1;

  /**
   * Creates one.
   *
   * @param message what was asked of which queue
   */
  public QueueEmptyException(String message) {
    super(message);
  }
}
