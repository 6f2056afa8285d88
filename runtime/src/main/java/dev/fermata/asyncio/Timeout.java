package dev.fermata.asyncio;

import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Cancels the task that has entered it when a time has come, and tells that cancellation from
 * others when the task leaves it.
 *
 * <pre>
 *   created --enter--&gt; active --exit--&gt; finished
 *                        '--time comes--&gt; expiring --exit--&gt; expired
 * </pre>
 */
final class Timeout {

  private enum State {
    CREATED,
    ACTIVE,
    EXPIRING,
    EXPIRED,
    FINISHED
  }

  private final long when;
  private State state = State.CREATED;
  private @Nullable Task<?> task;
  private @Nullable Handle timer;

  /** How many requests to cancel the task had when it came in; those are not ours. */
  private int cancelling;

  Timeout(long when) {
    this.when = when;
  }

  void enter(Task<?> task) {
    assert state == State.CREATED : state;
    state = State.ACTIVE;
    this.task = task;
    cancelling = task.cancelling();
    EventLoop loop = task.loop;
    Runnable expire = new Expire(this);
    timer = when <= loop.time() ? loop.callSoon(expire) : loop.callAt(when, expire);
  }

  /**
   * Leaves.
   *
   * @param thrown what comes out of the work, or null
   * @return what is to be thrown on: the same, or a timeout in place of a cancellation of ours
   */
  @Nullable Throwable exit(@Nullable Throwable thrown) {
    if (timer != null) {
      timer.cancel();
      timer = null;
    }
    if (state != State.EXPIRING) {
      state = State.FINISHED;
      return thrown;
    }
    state = State.EXPIRED;
    // If there are more requests than before, somebody else wants the task cancelled too.
    boolean ours = Objects.requireNonNull(task).uncancel() <= cancelling;
    return ours && thrown instanceof CancelledError
        ? new TimeoutException("the time given has passed", thrown)
        : thrown;
  }

  /** The timer's callback. */
  private record Expire(Timeout timeout) implements Runnable {
    @Override
    public void run() {
      timeout.timer = null;
      timeout.state = State.EXPIRING;
      Objects.requireNonNull(timeout.task).cancel();
    }

    @Override
    public String toString() {
      return "timeout";
    }
  }

  @Override
  public String toString() {
    return "<Timeout " + state.name().toLowerCase(Locale.ROOT) + ">";
  }
}
