package dev.fermata.asyncio;

/** One that is done before it is awaited. */
public class Future<T> implements Awaitable<T> {
  private T value;
  private Throwable failure;

  public void setResult(T value) {
    this.value = value;
  }

  public void setException(Throwable failure) {
    this.failure = failure;
  }

  @Override
  public T get() throws Throwable {
    if (failure != null) {
      throw failure;
    }
    return value;
  }
}
