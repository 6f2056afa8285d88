package dev.fermata.asyncio;

import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A lock, and a place to wait until somebody who holds the lock says that something has changed.
 *
 * <pre>{@code
 * await(condition.acquire());
 * try {
 *   await(condition.waitFor(() -> !items.isEmpty()));
 *   ...
 * } finally {
 *   condition.release();
 * }
 * }</pre>
 *
 * and in another task, which holds the lock too, {@code condition.signal()}.
 *
 * <p>It is for the tasks of one loop, the first on which somebody waited, and not for several
 * threads.
 *
 * <p>The counterpart of {@code asyncio.Condition}. Every Java object has final methods {@code
 * wait}, {@code notify} and {@code notifyAll}, which are about threads and must not be called here.
 * So {@code wait} is {@link #waitFor()}, as in {@link Process#waitFor}, and {@code notify} and
 * {@code notify_all} are {@link #signal()} and {@link #signalAll()}, as in {@link
 * java.util.concurrent.locks.Condition}.
 */
public final class Condition implements AsyncContextManager<Void> {

  private final Lock lock;
  private final WaitQueue waiters = new WaitQueue();

  /** Creates one with a lock of its own. */
  public Condition() {
    this(new Lock());
  }

  /**
   * Creates one.
   *
   * @param lock its lock, which other conditions may share
   */
  public Condition(Lock lock) {
    this.lock = Objects.requireNonNull(lock, "lock");
  }

  /** {@return whether somebody has acquired the lock} */
  public boolean locked() {
    return lock.locked();
  }

  /**
   * Acquires the lock; see {@link Lock#acquire}.
   *
   * @return a coroutine that is done when it is acquired; its result is true
   */
  public Coroutine<Boolean> acquire() {
    return lock.acquire();
  }

  /**
   * Releases the lock; see {@link Lock#release}.
   *
   * @throws IllegalStateException if nobody has acquired it
   */
  public void release() {
    lock.release();
  }

  /**
   * Releases the lock, waits for a signal, and acquires the lock again, even if it is cancelled
   * meanwhile. It may go on without need: a signal whose receiver is cancelled is passed on. So
   * look whether what you wait for is true, or leave that to {@link #waitFor(BooleanSupplier)}.
   * Counterpart of {@code wait}.
   *
   * @return a coroutine that is done then; its result is true. It fails with an {@link
   *     IllegalStateException} if nobody has acquired the lock
   */
  public Coroutine<Boolean> waitFor() {
    return new WaitFrame(this);
  }

  /**
   * Waits until something is true: looks at once, and again after each signal. Counterpart of
   * {@code wait_for}.
   *
   * @param predicate asked while the lock is held
   * @return a coroutine that is done then; its result is true. It fails with what the predicate
   *     throws, and with an {@link IllegalStateException} if it has to wait and nobody has acquired
   *     the lock
   */
  public Coroutine<Boolean> waitFor(BooleanSupplier predicate) {
    return new WaitForFrame(this, predicate);
  }

  /**
   * Wakes one who waits, if there is one. It goes on when it has the lock again, so release it.
   * Counterpart of {@code notify}.
   *
   * @throws IllegalStateException if nobody has acquired the lock
   */
  public void signal() {
    signal(1);
  }

  /**
   * Wakes some who wait. Counterpart of {@code notify}.
   *
   * @param n how many at most
   * @throws IllegalStateException if nobody has acquired the lock
   */
  public void signal(int n) {
    waiters.checkThread("Condition.signal");
    if (!locked()) {
      throw new IllegalStateException(
          "cannot notify on un-acquired lock: acquire " + this + " before you signal");
    }
    wake(n);
  }

  /**
   * Wakes all who wait. Counterpart of {@code notify_all}.
   *
   * @throws IllegalStateException if nobody has acquired the lock
   */
  public void signalAll() {
    signal(waiters.size());
  }

  private void wake(int n) {
    for (int i = 0; i < n; i++) {
      if (!waiters.wakeNext()) {
        return;
      }
    }
  }

  /** Acquires the lock. */
  @Override
  public Coroutine<Void> aenter() {
    return lock.aenter();
  }

  /** Releases the lock. */
  @Override
  public Coroutine<Void> aexit(@Nullable Throwable thrown) {
    return lock.aexit(thrown);
  }

  @Override
  public String toString() {
    String extra = locked() ? "locked" : "unlocked";
    return "<Condition ["
        + (waiters.isEmpty() ? extra : extra + ", waiters:" + waiters.size())
        + "]>";
  }

  /** The coroutine of {@link #waitFor()}. */
  private static final class WaitFrame extends CoroutineFrame<Boolean> {
    private static final int WAITING = 1;
    private static final int ACQUIRING = 2;

    private final Condition condition;
    private WaitQueue.@Nullable Waiter waiter;

    /** What to throw once the lock is acquired again. */
    private @Nullable Throwable failure;

    WaitFrame(Condition condition) {
      this.condition = condition;
    }

    @Override
    protected @Nullable Object step(
        Driver driver, @Nullable Object sent, @Nullable Throwable thrown) throws Throwable {
      switch (state) {
        case CREATED -> {
          if (thrown != null) {
            throw thrown;
          }
          return begin(driver);
        }
        case WAITING -> {
          condition.waiters.remove(Objects.requireNonNull(waiter));
          waiter = null;
          failure = thrown;
          state = ACQUIRING;
          return acquire(driver);
        }
        case ACQUIRING -> {
          return thrown == null ? end() : acquireAfter(driver, thrown);
        }
        default -> throw illegalState();
      }
    }

    private @Nullable Object begin(Driver driver) throws Throwable {
      if (!condition.locked()) {
        throw new IllegalStateException(
            "cannot wait on un-acquired lock: acquire " + condition + " before you wait");
      }
      condition.waiters.bind(driver.loop, condition);
      condition.release();
      state = WAITING;
      waiter = condition.waiters.add(driver.loop);
      return await(driver, waiter);
    }

    private @Nullable Object acquire(Driver driver) throws Throwable {
      Object value;
      try {
        value = await(driver, condition.acquire());
      } catch (Throwable e) {
        throw pass(e);
      }
      return value == SUSPENDED ? SUSPENDED : end();
    }

    /** Tries again after a cancellation; anything else ends the wait without the lock. */
    private @Nullable Object acquireAfter(Driver driver, Throwable thrown) throws Throwable {
      if (!(thrown instanceof CancelledError)) {
        throw pass(thrown);
      }
      failure = thrown;
      return acquire(driver);
    }

    private @Nullable Object end() throws Throwable {
      if (failure != null) {
        throw pass(failure);
      }
      return true;
    }

    /** Returns what ends this; it may have taken a signal, which is then for somebody else. */
    private Throwable pass(Throwable failure) {
      condition.wake(1);
      return failure;
    }

    @Override
    protected void clear() {
      waiter = null;
      failure = null;
    }

    @Override
    protected StackTraceElement location() {
      return new StackTraceElement(Condition.class.getName(), "waitFor", null, -1);
    }
  }

  /** The coroutine of {@link #waitFor(BooleanSupplier)}. */
  private static final class WaitForFrame extends CoroutineFrame<Boolean> {
    private final Condition condition;
    private @Nullable BooleanSupplier predicate;

    WaitForFrame(Condition condition, BooleanSupplier predicate) {
      this.condition = condition;
      this.predicate = Objects.requireNonNull(predicate, "predicate");
    }

    @Override
    protected @Nullable Object step(
        Driver driver, @Nullable Object sent, @Nullable Throwable thrown) throws Throwable {
      if (thrown != null) {
        throw thrown;
      }
      while (!Objects.requireNonNull(predicate).getAsBoolean()) {
        state = 1;
        if (await(driver, new WaitFrame(condition)) == SUSPENDED) {
          return SUSPENDED;
        }
      }
      return true;
    }

    @Override
    protected void clear() {
      predicate = null;
    }

    @Override
    protected StackTraceElement location() {
      return new StackTraceElement(Condition.class.getName(), "waitFor", null, -1);
    }
  }
}
