package dev.fermata.asyncio;

import java.time.Duration;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The coroutine of {@code waitFor}. */
final class WaitFor<T extends @Nullable Object> extends CoroutineFrame<T> {

  private static final int CANCELLING = 1;
  private static final int WAITING = 2;

  private final long nanos;
  private @Nullable Awaitable<T> awaitable;

  /** While waiting: what limits the time. */
  private @Nullable Timeout timeout;

  /** While cancelling, because there was no time at all: what is cancelled, and who tells. */
  private @Nullable Future<T> cancelled;

  private @Nullable Consumer<Future<T>> release;

  private WaitFor(Awaitable<T> awaitable, long nanos) {
    this.awaitable = awaitable;
    this.nanos = nanos;
  }

  static <T extends @Nullable Object> CoroutineFrame<T> of(
      Awaitable<T> awaitable, @Nullable Duration timeout) {
    Objects.requireNonNull(awaitable, "awaitable");
    return timeout == null
        ? new AwaitFrame<>(awaitable)
        : new WaitFor<>(awaitable, EventLoop.nanos(timeout));
  }

  @Override
  protected @Nullable Object step(Driver driver, @Nullable Object sent, @Nullable Throwable thrown)
      throws Throwable {
    return switch (state) {
      case 0 -> {
        if (thrown != null) {
          throw thrown;
        }
        Awaitable<T> awaitable = Objects.requireNonNull(this.awaitable);
        this.awaitable = null;
        yield nanos > 0 ? begin(driver, awaitable) : cancelAtOnce(driver, awaitable);
      }
      case WAITING -> end(sent, thrown);
      case CANCELLING -> endCancelled(thrown);
      default -> throw illegalState();
    };
  }

  private @Nullable Object begin(Driver driver, Awaitable<T> awaitable) throws Throwable {
    state = WAITING;
    EventLoop loop = driver.loop;
    timeout = new Timeout(EventLoop.deadline(loop.time(), nanos));
    timeout.enter(Objects.requireNonNull(driver.task));
    Object value;
    try {
      value = await(driver, awaitable);
    } catch (Throwable failure) {
      return end(null, failure);
    }
    return value == SUSPENDED ? SUSPENDED : end(value, null);
  }

  private @Nullable Object end(@Nullable Object value, @Nullable Throwable thrown)
      throws Throwable {
    Throwable failure = Objects.requireNonNull(timeout).exit(thrown);
    if (failure != null) {
      throw failure;
    }
    return value;
  }

  private @Nullable Object cancelAtOnce(Driver driver, Awaitable<T> awaitable) throws Throwable {
    Future<T> future = Tasks.ensureFuture(awaitable, null);
    if (future.done()) {
      return future.result();
    }
    state = CANCELLING;
    Future<@Nullable Object> waiter = driver.loop.createFuture();
    cancelled = future;
    release =
        done -> {
          if (!waiter.done()) {
            waiter.finish(null);
          }
        };
    future.addDoneCallback(release);
    future.cancel();
    return await(driver, waiter);
  }

  private @Nullable Object endCancelled(@Nullable Throwable thrown) throws Throwable {
    Future<T> future = Objects.requireNonNull(cancelled);
    future.removeDoneCallback(Objects.requireNonNull(release));
    if (thrown != null) {
      throw thrown;
    }
    try {
      return future.result();
    } catch (CancelledError e) {
      throw new TimeoutException("the time given has passed", e);
    }
  }

  @Override
  protected void clear() {
    awaitable = null;
    timeout = null;
    cancelled = null;
    release = null;
  }

  @Override
  protected StackTraceElement location() {
    return new StackTraceElement(Asyncio.class.getName(), "waitFor", null, -1);
  }
}
