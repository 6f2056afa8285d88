package dev.fermata.processor.detached;

import com.sun.source.util.JavacTask;
import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import java.util.HashSet;
import java.util.Set;

/**
 * Ends a compilation once the class files of its first types are there.
 *
 * <p>javac goes through the types in the order in which it was given them, each from attribution to
 * class file before the next.
 */
final class FirstOnly implements TaskListener {

  /** Thrown out of javac, which has done all that it was wanted for. */
  private static final class Done extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Done() {
      super(null, null, false, false);
    }
  }

  private final Set<String> missing;

  private FirstOnly(Set<String> types) {
    missing = new HashSet<>(types);
  }

  /**
   * Runs the task.
   *
   * @param types qualified names of its first top-level types
   */
  static void compile(JavacTask task, Set<String> types) {
    task.addTaskListener(new FirstOnly(types));
    try {
      task.call();
    } catch (RuntimeException thrown) {
      if (!(thrown instanceof Done || thrown.getCause() instanceof Done)) {
        throw thrown;
      }
    }
  }

  @Override
  public void finished(TaskEvent event) {
    if (event.getKind() == TaskEvent.Kind.GENERATE) {
      missing.remove(event.getTypeElement().getQualifiedName().toString());
    }
  }

  @Override
  public void started(TaskEvent event) {
    if (event.getKind() == TaskEvent.Kind.ANALYZE && missing.isEmpty()) {
      throw new Done();
    }
  }
}
