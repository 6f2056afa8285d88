package dev.fermata.asyncio;

/**
 * Thrown by {@link AsyncIterator#anext} when there are no more elements. There is one object of it,
 * without stack trace, so that the end of a loop costs nothing.
 *
 * <p>The counterpart of {@code StopAsyncIteration}.
 */
public final class StopAsyncIterationException extends RuntimeException {

  private static final long serialVersionUID = 1;

  static final StopAsyncIterationException INSTANCE = new StopAsyncIterationException();

  private StopAsyncIterationException() {
    super("the asynchronous iterator has no more elements", null, false, false);
  }

  private Object readResolve() {
    return INSTANCE;
  }
}
