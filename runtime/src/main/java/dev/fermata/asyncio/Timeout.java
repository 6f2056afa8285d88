package dev.fermata.asyncio;

import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A limit of time for a piece of work, made by {@link Asyncio#timeout} and {@link
 * Asyncio#timeoutAt}. When the time has come, the task that does the work is cancelled, and the
 * cancellation comes out of the timeout as a {@link TimeoutException}.
 *
 * <pre>{@code
 * try {
 *   await(timeout(Duration.ofSeconds(10)).with(limit -> {
 *     ...
 *     limit.reschedule(null);   // the rest may take as long as it takes
 *     ...
 *     return Coroutine.completed();
 *   }));
 * } catch (TimeoutException e) {
 *   ...
 * }
 * }</pre>
 *
 * <p>To limit a single awaitable, see {@link Asyncio#waitFor}.
 *
 * <p>If the work answers the cancellation with another exception, that one comes out; {@link
 * #expired} tells. If somebody else cancels the task as well, the {@link CancelledError} comes out.
 *
 * <p>It is used once, by one task. The counterpart of {@code asyncio.Timeout}.
 */
public final class Timeout implements AsyncContextManager<Timeout> {

  /*
   *   CREATED --enter--> ACTIVE --exit--> FINISHED
   *                        '--time comes--> EXPIRING --exit--> EXPIRED
   */
  private enum State {
    CREATED,
    ACTIVE,
    EXPIRING,
    EXPIRED,
    FINISHED;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** The time on the loop's clock, if there is a limit. */
  private long when;

  private boolean limited;
  private State state = State.CREATED;
  private @Nullable Task<?> task;
  private @Nullable Handle timer;

  /** How many requests to cancel the task had when it came in; those are not ours. */
  private int cancelling;

  /** Creates one without limit. */
  Timeout() {}

  Timeout(long when) {
    limited = true;
    this.when = when;
  }

  /**
   * {@return the time when it expires, in nanoseconds of {@link EventLoop#time}; null for never}
   */
  public @Nullable Long when() {
    return limited ? when : null;
  }

  /**
   * Sets another time.
   *
   * @param when the time when it expires, in nanoseconds of {@link EventLoop#time}; if that has
   *     passed, it expires at the loop's next turn; null for never
   * @throws IllegalStateException if it has not been entered, or has expired or been left
   */
  public void reschedule(@Nullable Long when) {
    if (state == State.CREATED) {
      throw new IllegalStateException(
          "Timeout has not been entered: reschedule it in the body, await(timeout.with(t -> ..))");
    }
    if (state != State.ACTIVE) {
      throw new IllegalStateException("Cannot change state of " + state + " Timeout");
    }
    limited = when != null;
    this.when = when == null ? 0 : when;
    schedule();
  }

  private void schedule() {
    if (timer != null) {
      timer.cancel();
      timer = null;
    }
    if (limited) {
      EventLoop loop = Objects.requireNonNull(task).loop;
      Runnable expire = new Expire(this);
      timer = when <= loop.time() ? loop.callSoon(expire) : loop.callAt(when, expire);
    }
  }

  /** {@return whether the time came while the work was done} */
  public boolean expired() {
    return state == State.EXPIRING || state == State.EXPIRED;
  }

  /**
   * {@inheritDoc} From then on the time counts. It fails with an {@link IllegalStateException} if
   * this timeout was entered before.
   *
   * @return a coroutine of this timeout itself
   */
  @Override
  public Coroutine<Timeout> aenter() {
    return new Enter(this);
  }

  /** {@inheritDoc} Here it fails with a {@link TimeoutException} if the time has come. */
  @Override
  public Coroutine<Void> aexit(@Nullable Throwable thrown) {
    return new Exit(this, thrown);
  }

  /** Begins, in the task that does the work. */
  void enter(Task<?> task) {
    if (state != State.CREATED) {
      throw new IllegalStateException(
          "Timeout has already been entered: make another for each use");
    }
    state = State.ACTIVE;
    this.task = task;
    cancelling = task.cancelling();
    schedule();
  }

  /**
   * Ends.
   *
   * @param thrown what comes out of the work, or null
   * @return what is to be thrown on: the same, or a timeout in place of a cancellation of ours
   */
  @Nullable Throwable exit(@Nullable Throwable thrown) {
    if (state != State.ACTIVE && state != State.EXPIRING) {
      throw new IllegalStateException(
          state == State.CREATED
              ? "Timeout has not been entered: aenter() comes before aexit()"
              : "Timeout has already been left: make another for each use");
    }
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

  @Override
  public String toString() {
    String text = "<Timeout [" + state + "]";
    if (state == State.ACTIVE) {
      text += " when=" + (limited ? Messages.seconds(when) : "none");
    }
    return text + ">";
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

  /** The coroutine of {@link #aenter}. */
  private static final class Enter extends CoroutineFrame<Timeout> {
    private final Timeout timeout;

    Enter(Timeout timeout) {
      this.timeout = timeout;
    }

    @Override
    protected Object step(Driver driver, @Nullable Object sent, @Nullable Throwable thrown)
        throws Throwable {
      if (thrown != null) {
        throw thrown;
      }
      timeout.enter(Objects.requireNonNull(driver.task));
      return timeout;
    }
  }

  /** The coroutine of {@link #aexit}. */
  private static final class Exit extends CoroutineFrame<Void> {
    private final Timeout timeout;
    private @Nullable Throwable thrownByBody;

    Exit(Timeout timeout, @Nullable Throwable thrownByBody) {
      this.timeout = timeout;
      this.thrownByBody = thrownByBody;
    }

    @Override
    protected @Nullable Object step(
        Driver driver, @Nullable Object sent, @Nullable Throwable thrown) throws Throwable {
      if (thrown != null) {
        throw thrown;
      }
      Throwable failure = timeout.exit(thrownByBody);
      if (failure != null && failure != thrownByBody) {
        throw failure;
      }
      return null;
    }

    @Override
    protected void clear() {
      thrownByBody = null;
    }
  }
}
