package dev.fermata.asyncio;

import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * What other threads hold of a future or task of a loop: it ends as that does, and to cancel it
 * cancels that. If the loop is closed before, it is cancelled, so that nobody waits for ever.
 */
final class Submitted<T extends @Nullable Object> extends CompletableFuture<T>
    implements Outstanding {

  private final EventLoop loop;

  /** What this stands for; null until the loop has made the task. Used by the loop's thread. */
  private @Nullable Future<T> source;

  private Submitted(EventLoop loop) {
    this.loop = loop;
  }

  static <T extends @Nullable Object> CompletableFuture<T> of(Future<T> future) {
    Submitted<T> submitted = new Submitted<>(future.loop);
    if (future.done()) {
      submitted.copy(future);
    } else {
      future.loop.checkNotClosed();
      future.loop.outstanding.add(submitted);
      submitted.follow(future);
    }
    return submitted;
  }

  static <T extends @Nullable Object> CompletableFuture<T> of(
      Coroutine<T> coroutine, EventLoop loop) {
    Objects.requireNonNull(coroutine, "coroutine");
    Submitted<T> submitted = new Submitted<>(loop);
    loop.outstanding.add(submitted);
    try {
      loop.callSoonThreadsafe(() -> submitted.start(coroutine));
    } catch (IllegalStateException e) {
      loop.outstanding.remove(submitted);
      coroutine.close();
      throw e;
    }
    return submitted;
  }

  private void start(Coroutine<T> coroutine) {
    if (isCancelled()) {
      coroutine.close();
      return;
    }
    try {
      follow(loop.createTask(coroutine));
    } catch (Throwable e) {
      loop.outstanding.remove(this);
      completeExceptionally(e);
      throw e;
    }
  }

  private void follow(Future<T> source) {
    this.source = source;
    if (source.done()) {
      copy(source);
    } else {
      source.addDoneCallback(this::copy);
    }
  }

  private void copy(Future<T> source) {
    loop.outstanding.remove(this);
    Outcome failure = source.failure();
    if (failure == null) {
      complete(source.result());
    } else if (failure.isCancelled() || failure.thrown() instanceof CancelledError) {
      super.cancel(false);
    } else {
      completeExceptionally(failure.thrown());
    }
  }

  @Override
  public boolean cancel(boolean mayInterruptIfRunning) {
    boolean cancelled = super.cancel(mayInterruptIfRunning);
    if (cancelled && loop.outstanding.remove(this)) {
      Interop.callSoonUnlessClosed(
          loop,
          () -> {
            if (source != null) {
              source.cancel();
            }
          });
    }
    return cancelled;
  }

  @Override
  public void loopClosed() {
    super.cancel(false);
  }

  /** Dependent stages are ordinary ones: to cancel them is not to cancel the task. */
  @Override
  public <U> CompletableFuture<U> newIncompleteFuture() {
    return new CompletableFuture<>();
  }
}
