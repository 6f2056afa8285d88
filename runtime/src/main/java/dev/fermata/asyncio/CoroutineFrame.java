package dev.fermata.asyncio;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * A coroutine as a state machine. Not for users: generated classes extend it.
 *
 * <h2>How frames run</h2>
 *
 * A {@link Task} steps a frame; a frame that awaits another steps that one directly, on the same
 * Java stack. A callee that does not suspend is an ordinary call, and its value an ordinary return
 * value. If it suspends, the callee and all above it return {@link #SUSPENDED} down to the task,
 * which keeps the innermost frame. To resume, the task steps that frame, and when it is done its
 * caller, and so on: whatever the depth, a resumption touches only frames that go on.
 *
 * <p>Past {@link #MAX_DEPTH} frames on the Java stack the callee is not stepped but handed to the
 * task as well, which begins it on an empty stack. So the depth of awaiting coroutines is bounded
 * by the heap alone.
 *
 * <h2>States</h2>
 *
 * <pre>
 *   state   caller
 *   0       null        created       -&gt; started by an await or a task, -&gt; done by close()
 *   0       Unstarted   created, and watched because fermata.debug is set; otherwise as above
 *   0       a frame     begun, before its first suspension, or scheduled by a task
 *   &gt; 0     a frame     begun; between steps: suspended there
 *   -1      null        done: returned, failed or closed
 * </pre>
 *
 * The caller of the outermost frame of a task is {@link #ROOT}.
 *
 * @param <T> the type of the result
 */
public abstract non-sealed class CoroutineFrame<T extends @Nullable Object> extends Frame
    implements Coroutine<T> {

  /** What {@link #step} returns when it has suspended. */
  protected static final Object SUSPENDED = new Marker("SUSPENDED");

  /** The caller of the outermost frame of a task. */
  static final CoroutineFrame<?> ROOT = new Root();

  /**
   * How many frames are stepped one on the other. Each takes a few Java frames; in the interpreter
   * that is some hundreds of bytes, so this stays far below the smallest default stack (512 KB).
   */
  static final int MAX_DEPTH = 256;

  /** The frame that awaits this one; see the table above. */
  @Nullable CoroutineFrame<?> caller;

  /** Creates a frame that has not begun. */
  protected CoroutineFrame() {
    if (LoopDebug.WATCH_COROUTINES) {
      caller = Unstarted.watch(this, functionName());
    }
  }

  /** Creates a frame that has not begun, and goes by the name of another. */
  CoroutineFrame(Frame named) {
    if (LoopDebug.WATCH_COROUTINES) {
      caller = Unstarted.watch(this, named.functionName());
    }
  }

  /** Creates a frame that is no coroutine of anybody's, and not watched. */
  private CoroutineFrame(@Nullable CoroutineFrame<?> caller) {
    this.caller = caller;
  }

  /**
   * Runs from where the machine stands to its next suspension, or to its end.
   *
   * @param driver the registers of this step
   * @param sent the value of the await that it was suspended in
   * @param thrown the failure of that await; null if it has a value
   * @return the result of the coroutine, or {@link #SUSPENDED}
   * @throws Throwable what the coroutine fails with
   */
  protected abstract @Nullable Object step(
      Driver driver, @Nullable Object sent, @Nullable Throwable thrown) throws Throwable;

  /** {@return what a machine throws when it is stepped in a state that it does not have} */
  protected final IllegalStateException illegalState() {
    return new IllegalStateException(
        state == DONE_STATE
            ? Messages.reused(this)
            : this
                + " is in state "
                + state
                + ", which it does not have: it was changed from"
                + " outside, or stepped by something other than a task");
  }

  // ---- await ----

  /**
   * Awaits.
   *
   * @param driver the registers of this step
   * @param awaitable what to wait for
   * @return its value, or {@link #SUSPENDED} if that is yet to come
   * @throws Throwable its failure, the very object
   */
  protected final @Nullable Object await(Driver driver, Awaitable<?> awaitable) throws Throwable {
    if (awaitable instanceof CoroutineFrame<?> callee) {
      int depth = driver.depth;
      if (callee.state != CREATED || callee.caller != null || depth >= MAX_DEPTH) {
        return callDeep(driver, callee);
      }
      callee.caller = this;
      driver.depth = depth + 1;
      Object value;
      try {
        value = callee.step(driver, null, null);
      } catch (Throwable failure) {
        driver.depth = depth;
        Traces.left(failure, driver.task, callee, true);
        callee.finish();
        throw failure;
      }
      driver.depth = depth;
      if (value != SUSPENDED) {
        callee.finish();
      }
      return value;
    }
    return awaitOther(driver, awaitable);
  }

  /**
   * Awaits one of Java's own asynchronous results.
   *
   * @param driver the registers of this step
   * @param stage what to wait for; cancelled if this coroutine is cancelled while it waits
   * @return its value, or {@link #SUSPENDED} if that is yet to come
   * @throws Throwable its failure: the object that it failed with, freed of the {@code
   *     CompletionException} or {@code ExecutionException} around it
   */
  protected final @Nullable Object await(Driver driver, CompletionStage<?> stage) throws Throwable {
    if (stage instanceof CompletableFuture<?> future
        && future.isDone()
        && !driver.everyAwaitSuspends) {
      return Interop.result(future);
    }
    return awaitOther(driver, stage == null ? null : Interop.wrap(stage, driver.loop));
  }

  private @Nullable Object callDeep(Driver driver, CoroutineFrame<?> callee) {
    callee.begin(this);
    driver.frame = callee;
    driver.awaited = Driver.CALL;
    return SUSPENDED;
  }

  private @Nullable Object awaitOther(Driver driver, @Nullable Awaitable<?> awaitable)
      throws Throwable {
    if (awaitable instanceof Future<?> future) {
      boolean suspends =
          !future.done() || (driver.everyAwaitSuspends && future.loop == driver.loop);
      return suspends ? suspend(driver, future) : future.result();
    }
    if (awaitable == null) {
      throw new NullPointerException(
          "await(null): there is nothing to wait for; did the method that should return a"
              + " coroutine or future return null?");
    }
    return suspend(driver, Driver.NEXT_TURN);
  }

  private Object suspend(Driver driver, Object awaited) {
    driver.frame = this;
    driver.awaited = awaited;
    return SUSPENDED;
  }

  // ---- life ----

  /**
   * Marks this frame as begun.
   *
   * @param caller who awaits it, or {@link #ROOT}
   * @throws IllegalStateException if it has begun before
   */
  final void begin(CoroutineFrame<?> caller) {
    if (state != CREATED) {
      throw new IllegalStateException(Messages.reused(this));
    }
    if (this.caller != null) {
      if (!(this.caller instanceof Unstarted unstarted)) {
        throw new IllegalStateException(Messages.reused(this));
      }
      unstarted.forget();
    }
    this.caller = caller;
  }

  /** Returns whether nobody has awaited, scheduled or closed this. */
  final boolean isNew() {
    return state == CREATED && (caller == null || caller instanceof Unstarted);
  }

  /** Marks this frame as done. */
  final void finish() {
    state = DONE_STATE;
    caller = null;
    clear();
  }

  @Override
  public final void close() {
    if (state == DONE_STATE) {
      return;
    }
    if (!isNew()) {
      throw new IllegalStateException(
          this + " cannot be closed, it has begun: cancel the task that runs it");
    }
    begin(ROOT);
    finish();
  }

  /** Returns how a task describes the coroutine that it runs; as asyncio does. */
  final String description() {
    String place = place();
    if (place.isEmpty()) {
      return functionName() + "()";
    }
    return functionName()
        + (state == DONE_STATE ? "() done, defined at " : "() running at ")
        + place;
  }

  @Override
  public String toString() {
    String status;
    if (state == DONE_STATE) {
      status = "done";
    } else if (state != CREATED) {
      status = "running";
    } else {
      status = caller == null || caller instanceof Unstarted ? "created" : "started";
    }
    String place = place();
    String at = place.isEmpty() ? "" : (state == DONE_STATE ? ", defined at " : " at ") + place;
    return "<coroutine " + functionName() + " " + status + at + ">";
  }

  /** Ends the chain of callers; never stepped. */
  private static class Root extends CoroutineFrame<Object> {
    Root() {
      super(null);
    }

    @Override
    protected Object step(Driver driver, @Nullable Object sent, @Nullable Throwable thrown) {
      throw illegalState();
    }
  }

  /**
   * In place of the caller of a frame that is watched because it has not begun: reports it if it
   * never does.
   */
  private static final class Unstarted extends Root {
    private final UnawaitedCoroutines.Entry entry;

    private Unstarted(UnawaitedCoroutines.Entry entry) {
      this.entry = entry;
    }

    static Unstarted watch(CoroutineFrame<?> frame, String function) {
      return new Unstarted(UnawaitedCoroutines.watch(frame, function));
    }

    void forget() {
      entry.forget();
    }
  }
}
