package dev.fermata.asyncio;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Lets a number of tasks in at a time; the others wait their turn, first come, first served.
 *
 * <pre>{@code
 * await(semaphore.acquire());
 * try {
 *   ...
 * } finally {
 *   semaphore.release();
 * }
 * }</pre>
 *
 * or, the same, {@code try (semaphore) { .. }}, or {@code await(semaphore.with(x -> ..))}.
 *
 * <p>It is for the tasks of one loop, the first on which somebody had to wait, and not for several
 * threads.
 *
 * <p>The counterpart of {@code asyncio.Semaphore}.
 */
public class Semaphore implements AsyncContextManager<Void> {

  /**
   * Who waits; those that {@link #release} has let in have their places, and leave when they run.
   */
  private final WaitQueue waiters = new WaitQueue();

  /** How many places are free, and not given to one of the waiters yet. */
  private int value;

  /** Creates one that lets one in. */
  public Semaphore() {
    this(1);
  }

  /**
   * Creates one.
   *
   * @param value how many it lets in
   * @throws IllegalArgumentException if that is negative
   */
  public Semaphore(int value) {
    if (value < 0) {
      throw new IllegalArgumentException("Semaphore initial value must be >= 0, was " + value);
    }
    this.value = value;
  }

  /** {@return whether {@link #acquire} would have to wait} */
  public boolean locked() {
    // Even with places free, those who came before go first.
    return value == 0 || !waiters.isDeserted();
  }

  /**
   * Takes a place, and waits for one if there is none. Who is cancelled while waiting has not taken
   * one.
   *
   * @return a coroutine that is done when the place is taken; its result is true
   */
  public Coroutine<Boolean> acquire() {
    return new Acquire<>(this, true);
  }

  /** Gives a place back, and lets in the first who waits. */
  public void release() {
    waiters.checkThread("Semaphore.release");
    value++;
    wakeNext();
  }

  /** Takes a place. */
  @Override
  public Coroutine<Void> aenter() {
    return new Acquire<>(this, null);
  }

  /** Gives the place back. */
  @Override
  public Coroutine<Void> aexit(@Nullable Throwable thrown) {
    return new ActionFrame(this::release);
  }

  final int value() {
    return value;
  }

  private boolean wakeNext() {
    boolean woken = waiters.wakeNext();
    if (woken) {
      value--;
    }
    return woken;
  }

  /** Leaves the queue after waiting. */
  private void leave(WaitQueue.Waiter waiter, boolean cancelled) {
    waiters.remove(waiter);
    if (cancelled && !waiter.cancelled()) {
      // It was let in and cancelled in the same turn: the place is free again.
      value++;
    }
    // Others may have come while this one had its place but had not run.
    while (value > 0) {
      if (!wakeNext()) {
        break;
      }
    }
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("<").append(getClass().getSimpleName());
    text.append(locked() ? " [locked" : " [unlocked, value:" + value);
    if (!waiters.isEmpty()) {
      text.append(", waiters:").append(waiters.size());
    }
    return text.append("]>").toString();
  }

  /** The coroutine of {@link #acquire}. */
  private static final class Acquire<T extends @Nullable Object> extends CoroutineFrame<T> {
    private final Semaphore semaphore;
    private final @Nullable Object result;
    private WaitQueue.@Nullable Waiter waiter;

    Acquire(Semaphore semaphore, @Nullable Object result) {
      this.semaphore = semaphore;
      this.result = result;
    }

    @Override
    protected @Nullable Object step(
        Driver driver, @Nullable Object sent, @Nullable Throwable thrown) throws Throwable {
      if (state == CREATED && thrown == null) {
        if (!semaphore.locked()) {
          semaphore.value--;
          return result;
        }
        state = 1;
        waiter = semaphore.waiters.add(driver.loop, semaphore);
        return await(driver, waiter);
      }
      if (state != CREATED) {
        semaphore.leave(Objects.requireNonNull(waiter), thrown instanceof CancelledError);
      }
      if (thrown != null) {
        throw thrown;
      }
      return result;
    }

    @Override
    protected void clear() {
      waiter = null;
    }

    @Override
    protected StackTraceElement location() {
      return new StackTraceElement(Semaphore.class.getName(), "acquire", null, -1);
    }
  }
}
