package dev.fermata.asyncio;

import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A loop's bridge to threads that may block, and its default pool of them. */
final class LoopExecutor {

  private final EventLoop loop;
  private @Nullable ExecutorService defaultExecutor;
  private boolean shutDown;

  LoopExecutor(EventLoop loop) {
    this.loop = loop;
  }

  <T extends @Nullable Object> Future<T> submit(@Nullable Executor executor, Callable<T> function) {
    Objects.requireNonNull(function, "function");
    if (executor == null) {
      if (shutDown) {
        throw new IllegalStateException(
            "Executor shutdown has been called: the default executor of "
                + loop
                + " takes no more work. Give an executor of your own");
      }
      if (defaultExecutor == null) {
        defaultExecutor = newPool();
      }
      executor = defaultExecutor;
    }
    Future<T> future = loop.createFuture();
    Job<T> job = new Job<>(future, function);
    executor.execute(job);
    loop.workElsewhere++;
    future.addDoneCallback(job);
    return future;
  }

  void setDefault(ExecutorService executor) {
    defaultExecutor = Objects.requireNonNull(executor, "executor");
  }

  /** Refuses new work from now on; returns who has old work, or null if nobody. */
  @Nullable ExecutorService beginShutdown() {
    shutDown = true;
    return defaultExecutor;
  }

  /** Shuts down without waiting. */
  void close() {
    shutDown = true;
    if (defaultExecutor != null) {
      defaultExecutor.shutdown();
      defaultExecutor = null;
    }
  }

  /**
   * As many threads as Python's pool has; daemons, so that a forgotten loop ends with the program.
   */
  private static ExecutorService newPool() {
    int threads = Math.min(32, Runtime.getRuntime().availableProcessors() + 4);
    AtomicInteger count = new AtomicInteger();
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(
            threads,
            threads,
            10,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            runnable -> {
              Thread thread = new Thread(runnable, "asyncio_" + count.getAndIncrement());
              thread.setDaemon(true);
              return thread;
            });
    pool.allowCoreThreadTimeOut(true);
    return pool;
  }

  /** A function on its way through another thread and back. */
  private static final class Job<T extends @Nullable Object> extends FutureTask<T>
      implements Consumer<Future<T>> {
    private final Future<T> future;

    /** Whether the loop's future was cancelled first; set before this is. */
    private boolean futureCancelled;

    Job(Future<T> future, Callable<T> function) {
      super(function);
      this.future = future;
    }

    /** The loop's future is done; if by cancellation, what has not begun need not begin. */
    @Override
    public void accept(Future<T> future) {
      future.loop.workElsewhere--;
      if (future.cancelled()) {
        futureCancelled = true;
        cancel(false);
      }
    }

    /** The function is done, or was cancelled; in any thread. */
    @Override
    protected void done() {
      // When an executor cancels what it will not run, whoever waits must know.
      if (!isCancelled() || !futureCancelled) {
        Interop.callSoonUnlessClosed(future.loop, this::deliver);
      }
    }

    private void deliver() {
      if (future.done()) {
        return;
      }
      if (isCancelled()) {
        future.cancel();
        return;
      }
      try {
        future.finish(get());
      } catch (ExecutionException e) {
        future.fail(Objects.requireNonNull(e.getCause()));
      } catch (InterruptedException | CancellationException e) {
        throw new AssertionError("it is done and was not cancelled", e);
      }
    }

    @Override
    public String toString() {
      return "executor job";
    }
  }
}
