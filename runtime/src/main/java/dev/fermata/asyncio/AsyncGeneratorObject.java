package dev.fermata.asyncio;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An asynchronous generator in the hands of its users. The machine does not refer to it: so it is
 * known when nobody uses the generator any more, and then the loop, which refers to the machine
 * alone, can close it.
 */
final class AsyncGeneratorObject<Y extends @Nullable Object> implements AsyncGenerator<Y> {

  private final AsyncYieldFrame<Y> frame;

  AsyncGeneratorObject(AsyncYieldFrame<Y> frame) {
    this.frame = frame;
  }

  AsyncYieldFrame<Y> frame() {
    return frame;
  }

  @Override
  public Awaitable<Y> anext() {
    return new Asend<>(this, Asend.Kind.NEXT, null);
  }

  @Override
  public Awaitable<Y> asend(@Nullable Object value) {
    return new Asend<>(this, Asend.Kind.SEND, value);
  }

  @Override
  public Awaitable<Y> athrow(Throwable exception) {
    return new Asend<>(this, Asend.Kind.THROW, Objects.requireNonNull(exception, "exception"));
  }

  @Override
  @SuppressWarnings("unchecked") // closing has no result but null
  public Awaitable<Void> aclose() {
    return (Awaitable<Void>) (Awaitable<?>) new Asend<>(this, Asend.Kind.CLOSE, null);
  }

  @Override
  public String toString() {
    return frame.toString();
  }
}
