package dev.fermata.asyncio;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where tasks stand: walks from the innermost frame to the outermost. */
final class TaskStack {

  private TaskStack() {}

  /**
   * Returns the positions, outermost first.
   *
   * @param failure how the task ended, if it has no value
   */
  static List<StackTraceElement> of(Task<?> task, @Nullable Outcome failure, int limit) {
    List<StackTraceElement> positions = new ArrayList<>();
    if (failure != null && failure.exception != null) {
      for (StackTraceElement position : failure.exception.getStackTrace()) {
        if (Boundary.isOf(position, task)) {
          break;
        } else if (!Boundary.isBoundary(position)) {
          positions.add(position);
        }
      }
      Collections.reverse(positions);
      return List.copyOf(positions.subList(0, Math.min(limit, positions.size())));
    }
    for (CoroutineFrame<?> frame = task.frame();
        frame != null && frame != CoroutineFrame.ROOT && positions.size() < limit;
        frame = frame.caller) {
      StackTraceElement position = frame.location();
      if (position != null) {
        positions.add(position);
      }
    }
    Collections.reverse(positions);
    return Collections.unmodifiableList(positions);
  }

  static void print(Task<?> task, @Nullable Outcome failure, PrintStream out, int limit) {
    List<StackTraceElement> positions = task.getStack(limit);
    Throwable exception = failure == null ? null : failure.exception;
    if (positions.isEmpty()) {
      out.println("No stack for " + task);
    } else {
      String what = exception == null ? "Stack" : "Traceback";
      out.println(what + " for " + task + " (most recent call last):");
      positions.forEach(position -> out.println("  at " + position));
    }
    if (exception != null) {
      out.println(exception);
    }
  }
}
