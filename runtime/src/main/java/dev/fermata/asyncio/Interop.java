package dev.fermata.asyncio;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** From Java's own asynchronous results, and other threads; {@link Submitted} is the way back. */
final class Interop {

  private Interop() {}

  // ---- from CompletionStage ----

  /** Returns the value of a future that is done, or throws its failure. */
  static @Nullable Object result(CompletableFuture<?> future) throws Throwable {
    try {
      return future.join();
    } catch (CancellationException e) {
      throw new CancelledError(e.getMessage());
    } catch (CompletionException e) {
      Throwable failure = unwrap(e);
      throw failure instanceof CancellationException
          ? new CancelledError(failure.getMessage())
          : failure;
    }
  }

  static <T extends @Nullable Object> Future<T> wrap(CompletionStage<T> stage, EventLoop loop) {
    Future<T> future = loop.createFuture();
    Wrapped<T> wrapped = new Wrapped<>(future, stage);
    loop.stagesAwaited++;
    future.addDoneCallback(wrapped);
    stage.whenComplete(wrapped);
    return future;
  }

  /**
   * Wraps a future that does not say when it is done: a thread waits for it. That thread is no
   * pool's, so that many such futures do not keep the pool from its work.
   */
  static <T extends @Nullable Object> Future<T> wrapBlocking(
      java.util.concurrent.Future<T> source, EventLoop loop) {
    if (source instanceof CompletionStage<?>) {
      @SuppressWarnings("unchecked") // one object, one type of result
      CompletionStage<T> stage = (CompletionStage<T>) source;
      return wrap(stage, loop);
    }
    CompletableFuture<T> waited =
        new CompletableFuture<>() {
          @Override
          public boolean cancel(boolean mayInterruptIfRunning) {
            source.cancel(true);
            return super.cancel(mayInterruptIfRunning);
          }
        };
    Future<T> future = wrap(waited, loop);
    if (source.isDone()) {
      completeFrom(source, waited);
    } else {
      Thread waiter = new Thread(() -> completeFrom(source, waited), "asyncio_wait");
      waiter.setDaemon(true);
      waiter.start();
    }
    return future;
  }

  private static <T extends @Nullable Object> void completeFrom(
      java.util.concurrent.Future<T> source, CompletableFuture<T> target) {
    try {
      target.complete(source.get());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      target.completeExceptionally(e);
    } catch (ExecutionException | CancellationException e) {
      target.completeExceptionally(e);
    }
  }

  /** Ties a stage and a future: the result goes one way, a cancellation the other. */
  private record Wrapped<T extends @Nullable Object>(Future<T> future, CompletionStage<T> stage)
      implements BiConsumer<T, @Nullable Throwable>, Consumer<Future<T>> {

    /** The stage is done; in any thread. */
    @Override
    public void accept(T value, @Nullable Throwable failure) {
      callSoonUnlessClosed(
          future.loop,
          () -> {
            if (future.done()) {
              return;
            }
            if (failure == null) {
              future.finish(value);
            } else {
              completeLike(future, failure);
            }
          });
    }

    /** The future is done. */
    @Override
    public void accept(Future<T> future) {
      future.loop.stagesAwaited--;
      if (future.cancelled()) {
        try {
          stage.toCompletableFuture().cancel(false);
        } catch (UnsupportedOperationException e) {
          // A stage that cannot be cancelled goes on, and nobody looks.
        }
      }
    }

    @Override
    public String toString() {
      return "link to " + stage;
    }
  }

  private static void completeLike(Future<?> future, Throwable failure) {
    Throwable cause = unwrap(failure);
    if (cause instanceof CancellationException) {
      future.cancel(cause.getMessage());
    } else {
      future.fail(cause);
    }
  }

  /** Returns the failure itself, freed of what Java's futures put around it. */
  private static Throwable unwrap(Throwable failure) {
    while (failure instanceof CompletionException || failure instanceof ExecutionException) {
      Throwable cause = failure.getCause();
      if (cause == null) {
        break;
      }
      failure = cause;
    }
    return failure;
  }

  // ---- from other threads ----

  /** Schedules a callback from any thread; a loop that is closed does not want it. */
  static void callSoonUnlessClosed(EventLoop loop, Runnable callback) {
    if (!loop.isClosed()) {
      try {
        loop.callSoonThreadsafe(callback);
      } catch (IllegalStateException e) {
        if (!loop.isClosed()) {
          throw e;
        }
      }
    }
  }
}
