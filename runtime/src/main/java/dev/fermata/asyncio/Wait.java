package dev.fermata.asyncio;

import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The coroutine of {@code wait}; it is itself the callback of the futures, and of the timer. */
final class Wait<F extends Future<?>> extends CoroutineFrame<WaitResult<F>>
    implements Consumer<Future<?>>, Completes, Runnable {

  private final Set<F> futures;
  private final @Nullable Duration timeout;
  private final ReturnWhen returnWhen;

  /** How many are not done. */
  private int left;

  private @Nullable Future<@Nullable Object> waiter;
  private @Nullable Handle timer;

  private Wait(Set<F> futures, @Nullable Duration timeout, ReturnWhen returnWhen) {
    this.futures = futures;
    this.timeout = timeout;
    this.returnWhen = Objects.requireNonNull(returnWhen, "returnWhen");
    left = futures.size();
  }

  static <F extends Future<?>> Coroutine<WaitResult<F>> of(
      Collection<? extends F> futures, @Nullable Duration timeout, ReturnWhen returnWhen) {
    if (futures.isEmpty()) {
      throw new IllegalArgumentException(
          "the set of futures is empty: there is nothing to wait for");
    }
    Set<F> distinct = new LinkedHashSet<>(futures);
    distinct.forEach(Objects::requireNonNull);
    return new Wait<>(distinct, timeout, returnWhen);
  }

  @Override
  protected @Nullable Object step(Driver driver, @Nullable Object sent, @Nullable Throwable thrown)
      throws Throwable {
    if (state == CREATED) {
      if (thrown != null) {
        throw thrown;
      }
      return begin(driver);
    }
    if (timer != null) {
      timer.cancel();
    }
    for (Future<?> future : futures) {
      future.removeDoneCallback(this);
    }
    if (thrown != null) {
      throw thrown;
    }
    return result();
  }

  private @Nullable Object begin(Driver driver) throws Throwable {
    EventLoop loop = driver.loop;
    for (Future<?> future : futures) {
      Tasks.ensureFuture(future, loop);
    }
    state = 1;
    waiter = loop.createFuture();
    if (timeout != null) {
      timer = loop.callLater(timeout, this);
    }
    // Those that are done already are told of as well, and as late.
    for (Future<?> future : futures) {
      future.addDoneCallback(this);
    }
    return await(driver, waiter);
  }

  /** One is done. */
  @Override
  public void accept(Future<?> future) {
    left--;
    boolean enough =
        switch (returnWhen) {
          case FIRST_COMPLETED -> true;
          case FIRST_EXCEPTION -> left == 0 || hasFailed(future);
          case ALL_COMPLETED -> left == 0;
        };
    if (enough) {
      if (timer != null) {
        timer.cancel();
      }
      run();
    }
  }

  @Override
  public Future<?> completes() {
    return Objects.requireNonNull(waiter);
  }

  private static boolean hasFailed(Future<?> future) {
    Outcome failure = future.failure();
    if (failure == null || failure.isCancelled()) {
      return false;
    }
    failure.retrieved();
    return true;
  }

  /** Ends the wait. */
  @Override
  public void run() {
    if (waiter != null && !waiter.done()) {
      waiter.finish(null);
    }
  }

  private WaitResult<F> result() {
    Set<F> done = new LinkedHashSet<>();
    Set<F> pending = new LinkedHashSet<>();
    for (F future : futures) {
      (future.done() ? done : pending).add(future);
    }
    return new WaitResult<>(done, pending);
  }

  @Override
  protected void clear() {
    waiter = null;
    timer = null;
  }

  @Override
  protected StackTraceElement location() {
    return new StackTraceElement(Asyncio.class.getName(), "wait", null, -1);
  }
}
