package dev.fermata.asyncio;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A result that will be there later. Made by {@link EventLoop#createFuture()}.
 *
 * <pre>
 *                 setResult(T)
 *              +---------------&gt; finished, has a result
 *              | setException
 *   pending ---+---------------&gt; finished, has an exception
 *              | cancel
 *              +---------------&gt; cancelled
 * </pre>
 *
 * Each future makes one of these moves at most. When it does, its callbacks are scheduled with
 * {@link EventLoop#callSoon} in the order in which they were added; none ever runs inside the call
 * that completes the future. Coroutines that await it are resumed the same way.
 *
 * <p>An exception that nobody asks for is reported to the loop's exception handler when the future
 * is garbage collected or the loop is closed.
 *
 * <p>A future belongs to its loop: all methods are to be called on the loop's thread, or while the
 * loop does not run. Other threads use {@link EventLoop#callSoonThreadsafe}.
 *
 * <p>The counterpart of {@code asyncio.Future}. It is not a {@link java.util.concurrent.Future};
 * see {@link Asyncio#wrapFuture(CompletionStage)} for the way from there to here and {@link
 * #toCompletableFuture} for the way back.
 *
 * @param <T> the type of the result
 */
public sealed class Future<T extends @Nullable Object> implements Awaitable<T>
    permits Task, Gather.Outer, Sleep.Alarm, WaitQueue.Waiter {

  final EventLoop loop;

  /**
   * Null while pending; an {@link Outcome} if it failed or was cancelled; otherwise the result, or
   * {@link Outcome#NULL} for null.
   */
  private @Nullable Object outcome;

  /**
   * Who is told: null, a {@link Task} that waits, a {@link Consumer}, one {@link
   * Callbacks.InContext}, or {@link Callbacks} if there are several. Null once done.
   */
  private @Nullable Object callbacks;

  /** Creates a pending future; see {@link EventLoop#createFuture()}. */
  Future(EventLoop loop) {
    this.loop = loop;
    if (loop.getDebug()) {
      loop.debug.created(this);
    }
  }

  /** {@return the loop that this future belongs to} Counterpart of {@code get_loop}. */
  public EventLoop getLoop() {
    return loop;
  }

  /** {@return whether it has a result or an exception or was cancelled} */
  public final boolean done() {
    return outcome != null;
  }

  /** {@return whether it was cancelled} */
  public final boolean cancelled() {
    return outcome instanceof Outcome failure && failure.isCancelled();
  }

  /**
   * Returns the result, or throws the exception that this future was completed with: that very
   * object, which may be a checked exception.
   *
   * @return the result
   * @throws CancelledError if it was cancelled
   * @throws InvalidStateException if it is not done yet
   */
  @SuppressWarnings({"unchecked", "NullAway"}) // null only if T allows it
  public final T result() {
    Object outcome = this.outcome;
    if (outcome == null) {
      throw new InvalidStateException(
          "Result is not ready: "
              + this
              + " is pending. Await it, or ask from a callback that"
              + " addDoneCallback(..) added");
    }
    if (outcome instanceof Outcome failure) {
      throw Throwables.sneak(Traces.rethrown(failure.thrown(), this));
    }
    return (T) value(outcome);
  }

  /**
   * Returns the exception that this future was completed with, or null if it has a result.
   *
   * @return the exception
   * @throws CancelledError if it was cancelled
   * @throws InvalidStateException if it is not done yet
   */
  public final @Nullable Throwable exception() {
    Object outcome = this.outcome;
    if (outcome == null) {
      throw new InvalidStateException(
          "Exception is not set: "
              + this
              + " is pending. Await it, or ask from a callback that"
              + " addDoneCallback(..) added");
    }
    if (outcome instanceof Outcome failure) {
      Throwable thrown = failure.thrown();
      if (failure.isCancelled()) {
        throw (CancelledError) thrown;
      }
      return thrown;
    }
    return null;
  }

  /**
   * Completes this future with a result and schedules its callbacks. Counterpart of {@code
   * set_result}.
   *
   * @param result the result
   * @throws InvalidStateException if it is done already
   * @throws IllegalStateException if it has callbacks and the loop is closed; in debug mode also if
   *     the loop is running in another thread
   */
  public void setResult(T result) {
    loop.checkThread("Future.setResult");
    checkPending("setResult");
    finish(result);
  }

  /**
   * Completes this future with an exception and schedules its callbacks. Counterpart of {@code
   * set_exception}.
   *
   * @param exception what {@link #result()} and {@code await} will throw
   * @throws InvalidStateException if it is done already
   * @throws IllegalStateException as for {@link #setResult}
   */
  public void setException(Throwable exception) {
    loop.checkThread("Future.setException");
    Objects.requireNonNull(exception, "a future fails with an exception, not with null");
    checkPending("setException");
    fail(exception);
  }

  /**
   * Cancels this future and schedules its callbacks.
   *
   * @return false if it is done already; nothing happens then
   * @throws IllegalStateException as for {@link #setResult}
   */
  public final boolean cancel() {
    return cancel(null);
  }

  /**
   * Cancels this future and schedules its callbacks.
   *
   * @param message the message of the {@link CancelledError} that {@link #result()} and {@code
   *     await} will throw
   * @return false if it is done already; nothing happens then
   * @throws IllegalStateException as for {@link #setResult}
   */
  public boolean cancel(@Nullable String message) {
    loop.checkThread("Future.cancel");
    if (outcome != null) {
      markRetrieved();
      return false;
    }
    complete(Outcome.cancelled(message, null));
    return true;
  }

  /**
   * Has a callback called with this future once it is done: by {@link EventLoop#callSoon}, also if
   * it is done already. It runs in a copy of the context in which it is added. Counterpart of
   * {@code add_done_callback}.
   *
   * @param callback what to call; what it throws goes to the loop's exception handler
   * @throws IllegalStateException if this future is done and the loop closed; in debug mode also if
   *     the loop is running in another thread
   */
  public final void addDoneCallback(Consumer<? super Future<T>> callback) {
    add(callback, loop.currentContext());
  }

  /**
   * As {@link #addDoneCallback(Consumer)}, but in a context of one's own choice.
   *
   * @param callback what to call
   * @param context the context to call it in; not copied
   * @throws IllegalStateException as for {@link #addDoneCallback(Consumer)}
   */
  public final void addDoneCallback(Consumer<? super Future<T>> callback, Context context) {
    add(callback, Objects.requireNonNull(context, "context"));
  }

  private void add(Consumer<? super Future<T>> callback, @Nullable Object context) {
    Objects.requireNonNull(callback, "callback");
    loop.checkThread("Future.addDoneCallback");
    if (outcome != null) {
      loop.schedule(new CallbackHandle(this, callback, context));
    } else {
      addCallback(Callbacks.of(callback, context));
    }
  }

  /**
   * Removes a callback, as often as it was added. Counterpart of {@code remove_done_callback}.
   *
   * @param callback equal to what was added; mind that each evaluation of a lambda or method
   *     reference is a new object
   * @return how many were removed
   * @throws IllegalStateException in debug mode, if the loop is running in another thread
   */
  public final int removeDoneCallback(Consumer<? super Future<T>> callback) {
    loop.checkThread("Future.removeDoneCallback");
    Object callbacks = this.callbacks;
    if (callbacks instanceof Callbacks list) {
      // A copy, since the callback's equals may do anything, change the list for instance.
      Callbacks before = new Callbacks(list);
      Callbacks kept = before.without(callback);
      int removed = before.size() - kept.size();
      if (removed > 0) {
        this.callbacks = kept;
      }
      return removed;
    }
    if (callbacks != null && callback.equals(Callbacks.plain(callbacks))) {
      this.callbacks = null;
      return 1;
    }
    return 0;
  }

  // ---- for other threads ----

  /**
   * Makes one of Java's own futures of this one, for other threads and for methods that take a
   * {@link CompletionStage}. It ends as this one does; to cancel it, from any thread, cancels this
   * one; if the loop is closed before this one is done, it is cancelled. See {@link
   * Asyncio#wrapFuture(CompletionStage)} for the way back.
   *
   * @return a future that ends as this one does
   * @throws IllegalStateException if this is pending and the loop closed; in debug mode also if the
   *     loop is running in another thread
   */
  public final CompletableFuture<T> toCompletableFuture() {
    loop.checkThread("Future.toCompletableFuture");
    return Submitted.of(this);
  }

  // ---- for the runtime ----

  /** Schedules a task's next step for when this future is done. */
  final void addWaiter(Task<?> task) {
    assert outcome == null : "a task does not wait for what is done";
    addCallback(task);
  }

  private void addCallback(Object callback) {
    Object callbacks = this.callbacks;
    if (callbacks == null) {
      this.callbacks = callback;
    } else if (callbacks instanceof Callbacks list) {
      list.add(callback);
    } else {
      Callbacks list = new Callbacks();
      list.add(callbacks);
      list.add(callback);
      this.callbacks = list;
    }
  }

  /** Returns the tasks that wait for this, and the futures that end with it. */
  final List<Future<?>> awaitedBy() {
    Object callbacks = this.callbacks;
    List<?> stored =
        callbacks instanceof Callbacks list
            ? list
            : callbacks == null ? List.of() : List.of(callbacks);
    List<Future<?>> waiters = new ArrayList<>();
    for (Object callback : stored) {
      Object plain = Callbacks.plain(callback);
      if (plain instanceof Task<?> task) {
        waiters.add(task);
      } else if (plain instanceof Completes link) {
        waiters.add(link.completes());
      }
    }
    return waiters;
  }

  /** Returns the exception or cancellation, or null if there is a value. */
  final @Nullable Outcome failure() {
    return outcome instanceof Outcome failure ? failure : null;
  }

  /** Returns the value of a future that has one. */
  final @Nullable Object value() {
    return value(outcome);
  }

  private static @Nullable Object value(@Nullable Object outcome) {
    return outcome == Outcome.NULL ? null : outcome;
  }

  /** Completes with a value, which the caller knows to be of the right type. */
  final void finish(@Nullable Object value) {
    complete(value == null ? Outcome.NULL : value);
  }

  /** Completes with an exception. */
  final void fail(Throwable exception) {
    // A task that waits will get the exception, so there is nothing to watch.
    boolean awaited = callbacks instanceof Task;
    complete(Outcome.failed(exception, awaited ? null : loop.unretrieved.add(this, exception)));
  }

  /** Ends as cancelled because of an error, which the first who asks will get. */
  final void finishCancelled(CancelledError error) {
    complete(Outcome.cancelled(null, error));
  }

  /** Completes and schedules the callbacks. */
  final void complete(Object outcome) {
    this.outcome = outcome;
    Object callbacks = this.callbacks;
    if (callbacks == null) {
      return;
    }
    this.callbacks = null;
    if (callbacks instanceof Callbacks list) {
      for (Object callback : list) {
        notify(callback);
      }
    } else {
      notify(callbacks);
    }
  }

  private void notify(Object callback) {
    if (callback instanceof Task<?> task) {
      loop.schedule(task);
    } else if (callback instanceof Callbacks.InContext inContext) {
      loop.schedule(new CallbackHandle(this, inContext.callback(), inContext.context()));
    } else {
      loop.schedule(new CallbackHandle(this, (Consumer<?>) callback, null));
    }
  }

  /** Says that nobody need be told of the exception, if there is one. */
  final void markRetrieved() {
    if (outcome instanceof Outcome failure) {
      failure.retrieved();
    }
  }

  private void checkPending(String method) {
    if (outcome != null) {
      throw new InvalidStateException(
          method
              + " was called on a future that is done: "
              + this
              + ". A future is completed once; ask done() first if somebody else, a cancellation"
              + " for instance, may have been faster");
    }
  }

  // ---- reports ----

  /** Returns how a report begins that outlives this future: what kind of thing it was. */
  String describeForReport() {
    return "Future";
  }

  /** Returns the state and what else there is to say, for {@link #toString}. */
  final void describeState(StringBuilder text) {
    Object outcome = this.outcome;
    if (outcome instanceof Outcome failure && failure.exception != null) {
      text.append(" exception=").append(Messages.abbreviate(failure.exception));
    } else if (outcome != null && !(outcome instanceof Outcome)) {
      text.append(" result=").append(Messages.abbreviate(value(outcome)));
    }
    if (callbacks instanceof Callbacks list && !list.isEmpty()) {
      text.append(" cb=[").append(describeCallback(list.get(0)));
      if (list.size() > 2) {
        text.append(", <").append(list.size() - 2).append(" more>");
      }
      if (list.size() > 1) {
        text.append(", ").append(describeCallback(list.get(list.size() - 1)));
      }
      text.append(']');
    } else if (callbacks != null && !(callbacks instanceof Callbacks)) {
      text.append(" cb=[").append(describeCallback(callbacks)).append(']');
    }
    StackTraceElement @Nullable [] created = loop.debug.createdAt(this);
    if (created != null && created.length > 0) {
      text.append(" created at ").append(LoopDebug.place(created));
    }
  }

  private static String describeCallback(Object callback) {
    return callback instanceof Task<?> task
        ? "wake up " + task.getName()
        : Messages.describe(Callbacks.plain(callback));
  }

  final String stateName() {
    return outcome == null ? "pending" : cancelled() ? "cancelled" : "finished";
  }

  /** Returns what {@link #toString} says, unless this future is a part of itself. */
  String describe() {
    StringBuilder text = new StringBuilder("<Future ").append(stateName());
    describeState(text);
    return text.append('>').toString();
  }

  @Override
  public String toString() {
    return Reprs.once(this, this::describe);
  }
}
