package dev.fermata.asyncio;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A flag that tasks can wait for.
 *
 * <pre>{@code
 * await(ready.waitFor());   // in any number of tasks
 * ...
 * ready.set();              // lets all of them go on
 * }</pre>
 *
 * <p>It is for the tasks of one loop, the first on which somebody had to wait, and not for several
 * threads; from another thread use {@code loop.callSoonThreadsafe(event::set)}.
 *
 * <p>The counterpart of {@code asyncio.Event}. Its {@code wait} is {@link #waitFor} here, as in
 * {@link Process#waitFor}, because every object has a final method {@code wait} of its own.
 */
public final class Event {

  private final WaitQueue waiters = new WaitQueue();
  private boolean set;

  /** Creates one that is not set. */
  public Event() {}

  /** {@return whether it is set} Counterpart of {@code is_set}. */
  public boolean isSet() {
    return set;
  }

  /** Sets it: all who wait go on, and from now on nobody waits. */
  public void set() {
    waiters.checkThread("Event.set");
    if (!set) {
      set = true;
      boolean more = true;
      while (more) {
        more = waiters.wakeNext();
      }
    }
  }

  /** Unsets it: from now on those who come wait, until it is set again. */
  public void clear() {
    waiters.checkThread("Event.clear");
    set = false;
  }

  /**
   * Waits until it is set; not at all if it is. Who was woken goes on even if it is cleared
   * meanwhile. Counterpart of {@code wait}.
   *
   * @return a coroutine that is done then; its result is true
   */
  public Coroutine<Boolean> waitFor() {
    return new WaitFrame<>(this, true);
  }

  /** In debug mode, refuses other threads than that of the loop on which somebody has waited. */
  void checkThread(String method) {
    waiters.checkThread(method);
  }

  @Override
  public String toString() {
    String extra = set ? "set" : "unset";
    return "<Event [" + (waiters.isEmpty() ? extra : extra + ", waiters:" + waiters.size()) + "]>";
  }

  /** The coroutine of {@link #waitFor}. */
  static final class WaitFrame<T extends @Nullable Object> extends CoroutineFrame<T> {
    private final Event event;
    private final @Nullable Object result;
    private WaitQueue.@Nullable Waiter waiter;

    WaitFrame(Event event, @Nullable Object result) {
      this.event = event;
      this.result = result;
    }

    @Override
    protected @Nullable Object step(
        Driver driver, @Nullable Object sent, @Nullable Throwable thrown) throws Throwable {
      if (state != CREATED) {
        event.waiters.remove(Objects.requireNonNull(waiter));
      }
      if (thrown != null) {
        throw thrown;
      }
      if (state != CREATED || event.set) {
        return result;
      }
      state = 1;
      waiter = event.waiters.add(driver.loop, event);
      return await(driver, waiter);
    }

    @Override
    protected void clear() {
      waiter = null;
    }

    @Override
    protected StackTraceElement location() {
      return new StackTraceElement(Event.class.getName(), "waitFor", null, -1);
    }
  }
}
