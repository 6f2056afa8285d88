package dev.fermata.asyncio;

/**
 * Thrown when an item is to be put at once into a queue that is full.
 *
 * <p>The counterpart of {@code asyncio.QueueFull}.
 */
public class QueueFullException extends RuntimeException {

  private static final long serialVersionUID = 1;

  /**
   * Creates one.
   *
   * @param message what was asked of which queue
   */
  public QueueFullException(String message) {
    super(message);
  }
}
