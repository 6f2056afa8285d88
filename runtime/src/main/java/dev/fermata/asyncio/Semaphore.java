package dev.fermata.asyncio;

import java.util.ArrayDeque;
import java.util.Deque;
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
 * <p>It belongs to the first loop on which somebody had to wait; it is not for several threads.
 *
 * <p>The counterpart of {@code asyncio.Semaphore}.
 */
public class Semaphore {

  /** Who waits; those that {@link #release} has let in are done, and leave when they run. */
  private final Deque<Future<Boolean>> waiters = new ArrayDeque<>();

  private int value;
  private @Nullable EventLoop loop;

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
    return value == 0 || waiters.stream().anyMatch(waiter -> !waiter.cancelled());
  }

  /**
   * Takes a place, and waits for one if there is none.
   *
   * @return a coroutine that is done when the place is taken; its result is true
   */
  public Coroutine<Boolean> acquire() {
    return new Acquire(this);
  }

  /** Gives a place back, and lets in the first who waits. */
  public void release() {
    value++;
    wakeNext();
  }

  final int value() {
    return value;
  }

  private boolean wakeNext() {
    for (Future<Boolean> waiter : waiters) {
      if (!waiter.done()) {
        value--;
        waiter.setResult(true);
        return true;
      }
    }
    return false;
  }

  private Future<Boolean> enqueue(EventLoop current) {
    if (loop == null) {
      loop = current;
    } else if (loop != current) {
      throw new IllegalStateException(
          this
              + " is bound to a different event loop: somebody waits for it on "
              + loop
              + ", so it cannot be used on "
              + current
              + ". Make one for each loop");
    }
    Future<Boolean> waiter = current.createFuture();
    waiters.add(waiter);
    return waiter;
  }

  /** Leaves the queue after waiting. */
  private void leave(Future<Boolean> waiter, boolean cancelled) {
    waiters.remove(waiter);
    if (cancelled && waiter.done() && !waiter.cancelled()) {
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
  private static final class Acquire extends CoroutineFrame<Boolean> {
    private final Semaphore semaphore;
    private @Nullable Future<Boolean> waiter;

    Acquire(Semaphore semaphore) {
      this.semaphore = semaphore;
    }

    @Override
    protected @Nullable Object step(
        Driver driver, @Nullable Object sent, @Nullable Throwable thrown) throws Throwable {
      if (state == 0 && thrown == null) {
        if (!semaphore.locked()) {
          semaphore.value--;
          return true;
        }
        state = 1;
        waiter = semaphore.enqueue(driver.loop);
        return await(driver, waiter);
      }
      if (state != 0) {
        semaphore.leave(Objects.requireNonNull(waiter), thrown instanceof CancelledError);
      }
      if (thrown != null) {
        throw thrown;
      }
      return true;
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
