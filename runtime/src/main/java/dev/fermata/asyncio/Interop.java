package dev.fermata.asyncio;

import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** To and from Java's own asynchronous results, and other threads. */
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
    future.addDoneCallback(wrapped);
    stage.whenComplete(wrapped);
    return future;
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

  static <T extends @Nullable Object> CompletableFuture<T> runCoroutineThreadsafe(
      Coroutine<T> coroutine, EventLoop loop) {
    Objects.requireNonNull(coroutine, "coroutine");
    Submitted<T> submitted = new Submitted<>(loop);
    Runnable start =
        () -> {
          if (submitted.isCancelled()) {
            coroutine.close();
            return;
          }
          try {
            submitted.started(loop.createTask(coroutine));
          } catch (Throwable e) {
            submitted.completeExceptionally(e);
            throw e;
          }
        };
    try {
      loop.callSoonThreadsafe(start);
    } catch (IllegalStateException e) {
      coroutine.close();
      throw e;
    }
    return submitted;
  }

  /** What another thread holds of a task. */
  private static final class Submitted<T extends @Nullable Object> extends CompletableFuture<T> {
    private final EventLoop loop;
    private volatile @Nullable Task<T> task;

    Submitted(EventLoop loop) {
      this.loop = loop;
    }

    void started(Task<T> task) {
      this.task = task;
      task.addDoneCallback(this::copy);
    }

    private void copy(Future<T> task) {
      Outcome failure = task.failure();
      if (failure == null) {
        complete(task.result());
      } else if (failure.isCancelled()) {
        super.cancel(false);
      } else {
        completeExceptionally(failure.thrown());
      }
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
      boolean cancelled = super.cancel(mayInterruptIfRunning);
      if (cancelled) {
        callSoonUnlessClosed(
            loop,
            () -> {
              Task<T> task = this.task;
              if (task != null) {
                task.cancel();
              }
            });
      }
      return cancelled;
    }

    /** Dependent stages are ordinary ones: to cancel them is not to cancel the task. */
    @Override
    public <U> CompletableFuture<U> newIncompleteFuture() {
      return new CompletableFuture<>();
    }
  }

  /** The coroutine of {@code toThread}. */
  static final class ToThread<T extends @Nullable Object> extends CoroutineFrame<T> {
    private @Nullable Callable<T> function;

    ToThread(Callable<T> function) {
      this.function = Objects.requireNonNull(function, "function");
    }

    @Override
    protected @Nullable Object step(
        Driver driver, @Nullable Object sent, @Nullable Throwable thrown) throws Throwable {
      if (thrown != null) {
        throw thrown;
      }
      if (state != 0) {
        return sent;
      }
      Callable<T> function = Objects.requireNonNull(this.function);
      state = 1;
      return await(driver, driver.loop.runInExecutor(null, function));
    }

    @Override
    protected void clear() {
      function = null;
    }
  }
}
