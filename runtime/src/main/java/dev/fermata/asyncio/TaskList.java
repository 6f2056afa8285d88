package dev.fermata.asyncio;

import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The tasks of a loop that are not done, linked through the tasks themselves. */
final class TaskList {

  private @Nullable Task<?> first;
  private @Nullable Task<?> last;

  void add(Task<?> task) {
    Task<?> last = this.last;
    task.previousTask = last;
    if (last == null) {
      first = task;
    } else {
      last.nextTask = task;
    }
    this.last = task;
  }

  void remove(Task<?> task) {
    Task<?> previous = task.previousTask;
    Task<?> next = task.nextTask;
    if (previous == null) {
      first = next;
    } else {
      previous.nextTask = next;
    }
    if (next == null) {
      last = previous;
    } else {
      next.previousTask = previous;
    }
    task.previousTask = null;
    task.nextTask = null;
  }

  /** Returns them in the order of their creation. */
  Set<Task<?>> snapshot() {
    Set<Task<?>> tasks = new LinkedHashSet<>();
    for (Task<?> task = first; task != null; task = task.nextTask) {
      tasks.add(task);
    }
    return tasks;
  }
}
