package dev.fermata.asyncio;

/**
 * Thrown to those who wait at a {@link Barrier} that is aborted or reset.
 *
 * <p>The counterpart of {@code asyncio.BrokenBarrierError}. Mind that {@code java.util.concurrent}
 * has a checked exception of the same name.
 */
public class BrokenBarrierException extends RuntimeException {

  private static final long serialVersionUID = 1;

  /**
   * Creates one.
   *
   * @param message what happened to the barrier
   */
  public BrokenBarrierException(String message) {
    super(message);
  }
}
