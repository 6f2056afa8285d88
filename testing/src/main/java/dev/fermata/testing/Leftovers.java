package dev.fermata.testing;

import dev.fermata.asyncio.Asyncio;
import dev.fermata.asyncio.EventLoop;
import dev.fermata.asyncio.ExceptionContext;
import dev.fermata.asyncio.Task;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** What is left of a test: finds it, tidies it up, and tells. */
final class Leftovers {

  /**
   * For how many turns tasks may go on at the end, without time passing: one that was cancelled
   * just before has something to do yet.
   */
  private static final int TURNS = 100;

  private final EventLoop loop;
  private final VirtualControl control;
  private final List<ExceptionContext> reports = new ArrayList<>();

  Leftovers(EventLoop loop, VirtualControl control) {
    this.loop = loop;
    this.control = control;
    loop.setExceptionHandler((on, report) -> reports.add(report));
  }

  /**
   * Closes the loop, whatever is in it.
   *
   * @param tellsOfTasks whether tasks must not be left
   */
  void close(Limits limits, boolean tellsOfTasks) {
    List<Task<?>> left = List.of();
    String tasks = "";
    try {
      settle();
      left = List.copyOf(Asyncio.allTasks(loop));
      tasks = TaskReports.list(left);
      control.tidy();
      cancel(left);
      tidily(limits, () -> loop.runUntilComplete(loop.shutdownAsyncgens()));
    } finally {
      loop.close();
    }
    tell(tellsOfTasks ? left : List.of(), tasks);
  }

  private void settle() {
    for (int i = 0; i < TURNS && !Asyncio.allTasks(loop).isEmpty(); i++) {
      turn();
    }
    // What was handed over from other threads, or calls back what is done.
    turn();
  }

  private void turn() {
    loop.stop();
    loop.runForever();
  }

  private void cancel(List<Task<?>> left) {
    Set<Task<?>> running = new HashSet<>(left);
    for (Task<?> task : left) {
      task.addDoneCallback(
          done -> {
            running.remove(done);
            if (running.isEmpty()) {
              loop.stop();
            }
          });
      task.cancel();
    }
    if (!left.isEmpty()) {
      loop.runForever();
    }
  }

  private static void tidily(Limits limits, Limits.Work<?> work) {
    try {
      limits.call(work);
    } catch (IllegalStateException | TimeLimitError e) {
      // It would wait for something that will not come; the loop reports what it is closed with.
    } catch (Throwable e) {
      throw new IllegalStateException("tidying up has failed", e);
    }
  }

  private void tell(List<Task<?>> left, String tasks) {
    if (left.isEmpty() && reports.isEmpty()) {
      return;
    }
    StringBuilder text = new StringBuilder();
    if (!left.isEmpty()) {
      text.append(left.size() == 1 ? "A task was left" : left.size() + " tasks were left")
          .append(" pending: await or cancel it before the end.")
          .append(tasks);
    }
    for (ExceptionContext report : reports) {
      text.append(text.isEmpty() ? "" : "\n").append(TaskReports.report(report));
    }
    LeftoversError error = new LeftoversError(text.toString());
    for (ExceptionContext report : reports) {
      if (report.exception() != null) {
        error.addSuppressed(Objects.requireNonNull(report.exception()));
      }
    }
    throw error;
  }
}
