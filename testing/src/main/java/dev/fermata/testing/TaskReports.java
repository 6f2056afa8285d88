package dev.fermata.testing;

import dev.fermata.asyncio.Asyncio;
import dev.fermata.asyncio.EventLoop;
import dev.fermata.asyncio.ExceptionContext;
import dev.fermata.asyncio.Task;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** The words of what fails: which tasks there are, what they wait for, and where. */
final class TaskReports {

  private TaskReports() {}

  static String stuck(EventLoop loop, long now) {
    return "The event loop is stuck at "
        + text(Duration.ofNanos(now))
        + ": nothing is ready, nothing is due, and nothing runs in other threads, so that nothing"
        + " can wake what waits. If another thread would, hold the clock for it:"
        + " VirtualTime.hold().\n"
        + pending(loop);
  }

  static String late(EventLoop loop, String what) {
    return what + "\n" + pending(loop);
  }

  private static String pending(EventLoop loop) {
    Collection<Task<?>> tasks = Asyncio.allTasks(loop);
    return tasks.isEmpty() ? "There are no tasks." : "Pending tasks:" + list(tasks);
  }

  /** Returns the tasks, each with the place where it stands, innermost first. */
  static String list(Collection<Task<?>> tasks) {
    StringBuilder text = new StringBuilder();
    for (Task<?> task : tasks) {
      text.append("\n  ").append(task);
      List<StackTraceElement> stack = task.getStack();
      for (int i = stack.size() - 1; i >= 0; i--) {
        text.append("\n    at ").append(stack.get(i));
      }
    }
    return text.toString();
  }

  /** Returns what an exception handler was told, on several lines. */
  static String report(ExceptionContext context) {
    StringBuilder text = new StringBuilder(context.message());
    context
        .details()
        .forEach(
            (key, value) -> {
              if (value instanceof List<?> places) {
                places.forEach(place -> text.append("\n    at ").append(place));
              } else {
                text.append("\n    ").append(key).append(": ").append(value);
              }
            });
    return text.toString();
  }

  /** Returns a duration as people write it, {@code 1h30m} or {@code 2.5s}. */
  static String text(Duration duration) {
    return duration.toString().substring("PT".length()).toLowerCase(Locale.ROOT);
  }
}
