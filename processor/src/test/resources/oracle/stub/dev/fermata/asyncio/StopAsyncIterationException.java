package dev.fermata.asyncio;

/** As the real one. */
public final class StopAsyncIterationException extends RuntimeException {
  private static final long serialVersionUID = 1;
  static final StopAsyncIterationException INSTANCE = new StopAsyncIterationException();

  private StopAsyncIterationException() {
    super("the asynchronous iterator has no more elements", null, false, false);
  }
}
