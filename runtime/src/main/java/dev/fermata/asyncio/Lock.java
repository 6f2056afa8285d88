package dev.fermata.asyncio;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Lets one task in at a time; the others wait their turn, first come, first served.
 *
 * <pre>{@code
 * await(lock.acquire());
 * try {
 *   ...
 * } finally {
 *   lock.release();
 * }
 * }</pre>
 *
 * or, the same, {@code try (lock) { .. }}, or {@code await(lock.with(x -> ..))}. Tasks of one loop
 * run one at a time anyway, so a lock is needed only around work that awaits.
 *
 * <p>It does not belong to the task that has acquired it: any may release it, and the same task
 * waits if it acquires it twice. It is for the tasks of one loop, the first on which somebody had
 * to wait, and not for several threads.
 *
 * <p>The counterpart of {@code asyncio.Lock}.
 */
public final class Lock implements AsyncContextManager<Void> {

  /*
   * locked: somebody is inside. Between release() and the turn of the one it has woken, it is
   * unlocked, yet those who come then wait behind.
   */
  private boolean locked;

  private final WaitQueue waiters = new WaitQueue();

  /** Creates an unlocked one. */
  public Lock() {}

  /** {@return whether somebody has acquired it} */
  public boolean locked() {
    return locked;
  }

  /**
   * Acquires it, and waits for that if somebody else has it. Who is cancelled while waiting has not
   * acquired it.
   *
   * @return a coroutine that is done when it is acquired; its result is true
   */
  public Coroutine<Boolean> acquire() {
    return new Acquire<>(this, true);
  }

  /**
   * Releases it, and lets in the first who waits.
   *
   * @throws IllegalStateException if nobody has acquired it
   */
  public void release() {
    waiters.checkThread("Lock.release");
    if (!locked) {
      throw new IllegalStateException(
          "Lock is not acquired: "
              + this
              + ". Release it once for each acquire() that was awaited");
    }
    locked = false;
    waiters.wakeFirst();
  }

  /** Acquires it. */
  @Override
  public Coroutine<Void> aenter() {
    return new Acquire<>(this, null);
  }

  /** Releases it. */
  @Override
  public Coroutine<Void> aexit(@Nullable Throwable thrown) {
    return new ActionFrame(this::release);
  }

  @Override
  public String toString() {
    String extra = locked ? "locked" : "unlocked";
    return "<Lock [" + (waiters.isEmpty() ? extra : extra + ", waiters:" + waiters.size()) + "]>";
  }

  /** The coroutine of {@link #acquire}. */
  private static final class Acquire<T extends @Nullable Object> extends CoroutineFrame<T> {
    private final Lock lock;
    private final @Nullable Object result;
    private WaitQueue.@Nullable Waiter waiter;

    Acquire(Lock lock, @Nullable Object result) {
      this.lock = lock;
      this.result = result;
    }

    @Override
    protected @Nullable Object step(
        Driver driver, @Nullable Object sent, @Nullable Throwable thrown) throws Throwable {
      if (state == CREATED && thrown == null) {
        if (!lock.locked && lock.waiters.isDeserted()) {
          lock.locked = true;
          return result;
        }
        state = 1;
        waiter = lock.waiters.add(driver.loop, lock);
        return await(driver, waiter);
      }
      if (state != CREATED) {
        lock.waiters.remove(Objects.requireNonNull(waiter));
      }
      if (thrown != null) {
        // If this one was woken, it is the next one's turn.
        if (!lock.locked) {
          lock.waiters.wakeFirst();
        }
        throw thrown;
      }
      lock.locked = true;
      return result;
    }

    @Override
    protected void clear() {
      waiter = null;
    }

    @Override
    protected StackTraceElement location() {
      return new StackTraceElement(Lock.class.getName(), "acquire", null, -1);
    }
  }
}
