package dev.fermata.asyncio;

/**
 * Thrown by {@link AsyncIterator#anext} when there are no more elements. There is one object of it,
 * without stack trace, so that the end of a loop costs nothing.
 *
 * <p>The counterpart of {@code StopAsyncIteration}.
 */
public final class StopAsyncIterationException extends RuntimeException {

  private static final long serialVersionUID = 1;

  @SuppressWarnings("StaticAssignmentOfThrowable") // it has no stack trace that could be wrong
  static final StopAsyncIterationException INSTANCE = new StopAsyncIterationException();

  private StopAsyncIterationException() {
    super("the asynchronous iterator has no more elements", null, false, false);
  }

  /**
   * Keeps it one object.
   *
   * @return that one
   */
  private Object readResolve() {
    return INSTANCE;
  }
}
