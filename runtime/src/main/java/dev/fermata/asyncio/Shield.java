package dev.fermata.asyncio;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The function {@code shield}: a future that can be cancelled without what is behind it. */
final class Shield<T extends @Nullable Object> implements Consumer<Future<T>>, Completes {

  private final Future<T> inner;
  private final Future<T> outer;

  private Shield(Future<T> inner) {
    this.inner = inner;
    this.outer = inner.loop.createFuture();
  }

  static <T extends @Nullable Object> Future<T> of(Awaitable<T> awaitable) {
    Future<T> inner = Tasks.ensureFuture(awaitable, null);
    if (inner.done()) {
      return inner;
    }
    Shield<T> shield = new Shield<>(inner);
    inner.addDoneCallback(shield);
    shield.outer.addDoneCallback(shield);
    return shield.outer;
  }

  /** One of the two is done. */
  @Override
  public void accept(Future<T> done) {
    if (done == inner) {
      innerDone();
    } else if (!inner.done()) {
      inner.removeDoneCallback(this);
    }
  }

  private void innerDone() {
    Outcome failure = inner.failure();
    if (outer.done()) {
      inner.markRetrieved();
    } else if (failure == null) {
      outer.finish(inner.value());
    } else if (failure.isCancelled()) {
      outer.cancel();
    } else {
      outer.fail(failure.thrown());
    }
  }

  @Override
  public Future<?> completes() {
    return outer;
  }

  @Override
  public String toString() {
    return "shield";
  }
}
