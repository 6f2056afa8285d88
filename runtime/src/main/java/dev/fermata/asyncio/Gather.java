package dev.fermata.asyncio;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The function {@code gather}: one future for the results of many. */
final class Gather {

  private Gather() {}

  static <T extends @Nullable Object> Future<List<T>> of(
      Collection<? extends Awaitable<? extends T>> awaitables, boolean returnExceptions) {
    if (awaitables.isEmpty()) {
      Future<List<T>> empty = RunningLoop.getOrSet().createFuture();
      empty.setResult(List.of());
      return empty;
    }
    EventLoop loop = null;
    List<Future<?>> children = new ArrayList<>(awaitables.size());
    // A coroutine that is given twice is one child.
    IdentityHashMap<Object, Future<?>> known = new IdentityHashMap<>();
    List<Future<?>> distinct = new ArrayList<>(awaitables.size());
    for (Awaitable<?> awaitable : awaitables) {
      Future<?> child = known.get(awaitable);
      if (child == null) {
        child = Tasks.ensureFuture(awaitable, loop);
        loop = child.loop;
        if (child != awaitable && child instanceof Task<?> task) {
          // Nobody else has it, so nobody else can see to it.
          task.beQuiet();
        }
        known.put(awaitable, child);
        distinct.add(child);
      }
      children.add(child);
    }
    Outer<T> outer =
        new Outer<>(Objects.requireNonNull(loop), children, distinct.size(), returnExceptions);
    for (Future<?> child : distinct) {
      if (!child.done()) {
        child.addDoneCallback(outer.onChild);
      }
    }
    // Last, so that children that are done count all at once.
    for (Future<?> child : distinct) {
      if (child.done()) {
        outer.childDone(child);
      }
    }
    return outer;
  }

  /** The future that is returned; to cancel it cancels the children. */
  static final class Outer<T extends @Nullable Object> extends Future<List<T>> {
    private List<Future<?>> children;
    private final boolean returnExceptions;
    private int pending;
    private boolean cancelRequested;

    final Consumer<Future<?>> onChild = new OnChild(this);

    Outer(
        EventLoop loop, List<Future<?>> children, int distinctChildren, boolean returnExceptions) {
      super(loop);
      this.children = children;
      this.pending = distinctChildren;
      this.returnExceptions = returnExceptions;
    }

    /** Cancels the children; this future is done when they are. */
    @Override
    public boolean cancel(@Nullable String message) {
      if (done()) {
        return false;
      }
      boolean any = false;
      for (Future<?> child : children) {
        any |= child.cancel(message);
      }
      // Then the cancellation counts even if exceptions are returned.
      cancelRequested |= any;
      return any;
    }

    private void childDone(Future<?> child) {
      pending--;
      Outcome failure = child.failure();
      if (done()) {
        if (failure != null) {
          failure.retrieved();
        }
        return;
      }
      if (failure != null && !returnExceptions) {
        Throwable thrown = failure.thrown();
        Traces.forwarded(thrown, child, this);
        fail(thrown);
        forgetChildren();
      } else if (pending == 0) {
        if (cancelRequested) {
          fail(cancellation(children.get(children.size() - 1)));
        } else {
          finish(results());
        }
        forgetChildren();
      }
    }

    /** Returns the error of the last child, which may have ended otherwise. */
    private static Throwable cancellation(Future<?> last) {
      Outcome failure = last.failure();
      if (failure != null && failure.isCancelled()) {
        return failure.thrown();
      }
      return new CancelledError(last instanceof Task<?> task ? task.cancelMessage() : null);
    }

    private List<@Nullable Object> results() {
      List<@Nullable Object> results = new ArrayList<>(children.size());
      for (Future<?> child : children) {
        Outcome failure = child.failure();
        if (failure == null) {
          results.add(child.value());
        } else {
          results.add(
              failure.isCancelled() ? new CancelledError(failure.message) : failure.thrown());
        }
      }
      return results;
    }

    private void forgetChildren() {
      children = Collections.emptyList();
    }
  }

  /** The callback of the children. */
  private record OnChild(Outer<?> outer) implements Consumer<Future<?>>, Completes {
    @Override
    public void accept(Future<?> child) {
      outer.childDone(child);
    }

    @Override
    public Future<?> completes() {
      return outer;
    }

    @Override
    public String toString() {
      return "gather";
    }
  }
}
