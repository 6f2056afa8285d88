package dev.fermata.asyncio;

/**
 * A semaphore that refuses to be released more often than it was acquired. The counterpart of
 * {@code asyncio.BoundedSemaphore}.
 */
public class BoundedSemaphore extends Semaphore {

  private final int bound;

  /** Creates one that lets one in. */
  public BoundedSemaphore() {
    this(1);
  }

  /**
   * Creates one.
   *
   * @param value how many it lets in
   * @throws IllegalArgumentException if that is negative
   */
  public BoundedSemaphore(int value) {
    super(value);
    bound = value;
  }

  /**
   * Gives a place back, and lets in the first who waits.
   *
   * @throws IllegalStateException if no place is taken
   */
  @Override
  public void release() {
    if (value() >= bound) {
      throw new IllegalStateException(
          "BoundedSemaphore released too many times: all of its "
              + bound
              + " places are free. Release once for each acquire that was awaited");
    }
    super.release();
  }
}
