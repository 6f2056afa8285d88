package dev.fermata.asyncio;

import java.lang.ref.PhantomReference;
import java.lang.ref.ReferenceQueue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The exceptions of a loop's futures that nobody has asked for yet.
 *
 * <p>A future that failed is watched by a phantom reference until its exception is retrieved. If it
 * is garbage collected before that, or the loop is closed, the exception is reported: it would be
 * lost otherwise. Only futures that fail without a task waiting for them pay for this.
 *
 * <p>Futures of a loop may outlive it and be asked by other threads, hence the lock.
 */
final class UnretrievedExceptions {

  /** Watches one failed future; a link of a list, since it must itself stay reachable. */
  static final class Entry extends PhantomReference<Future<?>> {
    private final UnretrievedExceptions owner;
    private final Throwable exception;
    private final String message;
    private final StackTraceElement @Nullable [] created;
    private final @Nullable ContextMap context;
    private @Nullable Entry previous;
    private @Nullable Entry next;
    private boolean linked = true;

    private Entry(UnretrievedExceptions owner, Future<?> future, Throwable exception) {
      super(future, owner.collected);
      this.owner = owner;
      this.exception = exception;
      this.message = future.describeForReport() + " exception was never retrieved";
      this.created = future.getLoop().debug.createdAt(future);
      this.context = future instanceof Task<?> task ? Context.values(task.context) : null;
    }

    void retrieved() {
      owner.unlink(this);
    }

    /** Tells the loop's exception handler, with the values that the task's context had. */
    void tell(EventLoop loop) {
      ExceptionContext report = ExceptionContext.of(message).with("exception", exception);
      if (created != null) {
        report = report.with("sourceTraceback", List.of(created));
      }
      ExceptionContext complete = report;
      new Context(context).run(() -> loop.callExceptionHandler(complete));
    }
  }

  private final ReferenceQueue<Future<?>> collected = new ReferenceQueue<>();
  private volatile @Nullable Entry first;

  /** Watches a future that has just failed. */
  synchronized Entry add(Future<?> future, Throwable exception) {
    Entry entry = new Entry(this, future, exception);
    entry.next = first;
    if (first != null) {
      first.previous = entry;
    }
    first = entry;
    return entry;
  }

  private synchronized void unlink(Entry entry) {
    if (!entry.linked) {
      return;
    }
    entry.linked = false;
    entry.clear();
    if (entry.previous == null) {
      first = entry.next;
    } else {
      entry.previous.next = entry.next;
    }
    if (entry.next != null) {
      entry.next.previous = entry.previous;
    }
  }

  /** Returns whether nothing is watched. */
  boolean isEmpty() {
    return first == null;
  }

  /** Returns the reports due: of futures that were collected since the last call. */
  List<Entry> takeCollected() {
    if (first == null) {
      return List.of();
    }
    List<Entry> reports = new ArrayList<>();
    for (Entry entry; (entry = (Entry) collected.poll()) != null; ) {
      if (entry.linked) {
        reports.add(entry);
        unlink(entry);
      }
    }
    return reports;
  }

  /** Returns the reports of all, oldest first, and watches none of them any longer. */
  synchronized List<Entry> takeAll() {
    List<Entry> reports = new ArrayList<>();
    while (first != null) {
      reports.add(first);
      unlink(first);
    }
    Collections.reverse(reports);
    return reports;
  }
}
