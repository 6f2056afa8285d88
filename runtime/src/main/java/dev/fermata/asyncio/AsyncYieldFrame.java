package dev.fermata.asyncio;

import java.util.Objects;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * An asynchronous generator as a state machine. Not for users: generated classes extend it.
 *
 * <p>It has no place of its own in a chain of awaiting frames. Whoever asks for a value awaits an
 * {@link Asend}, which steps this and stands in the chain for it.
 *
 * <h2>States</h2>
 *
 * <pre>
 *   state   runner
 *   0       null      created
 *   any     an Asend  running, or waiting for what it awaits: on behalf of that one
 *   &gt; 0     null      waiting at a yield for the next value to be asked for
 *   -1      null      done: returned, failed or closed
 * </pre>
 *
 * @param <Y> the type of the values that come out
 */
public abstract non-sealed class AsyncYieldFrame<Y extends @Nullable Object> extends Frame {

  /** What {@link #step} returns when it waits for something. */
  protected static final Object SUSPENDED = CoroutineFrame.SUSPENDED;

  /** What {@link #step} returns in place of a value when the body has ended. */
  protected static final Object DONE = YieldFrame.DONE;

  /** Who runs this, and awaits for it. */
  private @Nullable Asend<Y> runner;

  /** By what the loop knows of this; null before it has begun. */
  AsyncGenerators.@Nullable Open open;

  /** Creates a generator that has not begun. */
  protected AsyncYieldFrame() {}

  /**
   * Runs from where the machine stands to its next suspension, its next yield, or its end.
   *
   * @param driver the registers of this step
   * @param sent the value of the await or yield that it was suspended in
   * @param thrown what that throws; null if it has a value
   * @return the value that it yields, {@link #SUSPENDED} or {@link #DONE}
   * @throws Throwable what the body fails with
   */
  protected abstract @Nullable Object step(
      Driver driver, @Nullable Object sent, @Nullable Throwable thrown) throws Throwable;

  /** {@return the generator that this machine runs; to be made once, when the machine is} */
  public final AsyncGenerator<Y> generator() {
    return new AsyncGeneratorObject<>(this);
  }

  /** {@return what a machine throws when it is stepped in a state that it does not have} */
  protected final IllegalStateException illegalState() {
    return new IllegalStateException(
        this + " is in state " + state + ", which it does not have: it was changed from outside");
  }

  /**
   * Awaits, as {@link CoroutineFrame#await(Driver, Awaitable)}.
   *
   * @param driver the registers of this step
   * @param awaitable what to wait for
   * @return its value, or {@link #SUSPENDED} if that is yet to come
   * @throws Throwable its failure, the very object
   */
  protected final @Nullable Object await(Driver driver, Awaitable<?> awaitable) throws Throwable {
    return Objects.requireNonNull(runner).await(driver, awaitable);
  }

  /**
   * Awaits one of Java's own asynchronous results, as {@link CoroutineFrame#await(Driver,
   * CompletionStage)}.
   *
   * @param driver the registers of this step
   * @param stage what to wait for
   * @return its value, or {@link #SUSPENDED} if that is yet to come
   * @throws Throwable its failure, the very object
   */
  protected final @Nullable Object await(Driver driver, CompletionStage<?> stage) throws Throwable {
    return Objects.requireNonNull(runner).await(driver, stage);
  }

  boolean isDone() {
    return state == DONE_STATE;
  }

  boolean hasBegun() {
    return open != null;
  }

  /** Fails while somebody waits for a value. */
  void checkIdle(Asend.Kind kind) {
    if (runner != null) {
      throw new IllegalStateException(
          kind.call
              + ": "
              + this
              + " is running already. Await what was asked for before, or cancel the task that"
              + " does, before you ask again");
    }
  }

  /**
   * Goes on to the next suspension or value.
   *
   * @param by on whose behalf
   */
  @Nullable Object run(
      Asend<Y> by, Driver driver, @Nullable Object sent, @Nullable Throwable thrown)
      throws Throwable {
    setRunner(by);
    Object value;
    try {
      value = step(driver, sent, thrown);
    } catch (Throwable failure) {
      finish();
      boolean looksLikeTheEnd =
          failure instanceof StopAsyncIterationException
              || failure instanceof StopIterationException;
      throw looksLikeTheEnd
          ? new IllegalStateException(
              "an asynchronous generator raised "
                  + Messages.simpleName(failure.getClass()).replaceFirst("Exception$", ""),
              failure)
          : failure;
    }
    if (value == DONE) {
      finish();
    } else if (value != SUSPENDED) {
      setRunner(null);
    }
    return value;
  }

  private void setRunner(@Nullable Asend<Y> by) {
    runner = by;
    if (open != null) {
      open.kept = by == null ? this : null;
    }
  }

  /** Tells that an Asend is done, whether or not it has run this. */
  void leave(Asend<?> by) {
    if (runner == by) {
      setRunner(null);
    }
  }

  /** Marks this as done. */
  final void finish() {
    state = DONE_STATE;
    runner = null;
    if (open != null) {
      open.end();
    }
    clear();
  }

  @Override
  public String toString() {
    String status;
    if (state == DONE_STATE) {
      status = "done";
    } else if (!hasBegun()) {
      status = "created";
    } else {
      status = (runner != null ? "running" : "suspended") + atPlace();
    }
    return "<async_generator " + functionName() + " " + status + ">";
  }
}
