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
      // One is enough, however many shields there are.
      inner.removeDoneCallback(FailureReport.INSTANCE);
      inner.addDoneCallback(FailureReport.INSTANCE);
    }
  }

  private void innerDone() {
    if (outer.done()) {
      return;
    }
    Outcome failure = inner.failure();
    if (failure == null) {
      outer.finish(inner.value());
    } else if (failure.isCancelled()) {
      outer.cancel();
    } else {
      Throwable thrown = failure.thrown();
      Traces.forwarded(thrown, inner, outer);
      outer.fail(thrown);
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

  /** Reports a failure of what is behind a shield that was cancelled, for nobody waits any more. */
  private enum FailureReport implements Consumer<Future<?>> {
    INSTANCE;

    @Override
    public void accept(Future<?> future) {
      Outcome failure = future.failure();
      if (failure != null && !failure.isCancelled()) {
        Throwable exception = failure.thrown();
        future.loop.callExceptionHandler(
            ExceptionContext.of(exception.getClass().getSimpleName() + " in a shielded future")
                .with("exception", exception)
                .with("future", future));
      }
    }

    @Override
    public String toString() {
      return "report of a shield";
    }
  }
}
