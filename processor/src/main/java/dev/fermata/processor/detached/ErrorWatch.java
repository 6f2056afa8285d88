package dev.fermata.processor.detached;

import com.sun.source.util.JavacTask;
import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.TypeElement;

/**
 * Waits for javac to compile a class in which it must find an error first. javac generates no class
 * file after an error.
 */
public final class ErrorWatch implements TaskListener {

  private final String typeName;
  private final Runnable missed;
  private boolean done;

  private ErrorWatch(String typeName, Runnable missed) {
    this.typeName = typeName;
    this.missed = missed;
  }

  /** Runs {@code missed} if javac comes so far as to generate the class file of the type. */
  public static void watch(ProcessingEnvironment environment, TypeElement type, Runnable missed) {
    JavacTask.instance(environment)
        .addTaskListener(new ErrorWatch(type.getQualifiedName().toString(), missed));
  }

  @Override
  public void started(TaskEvent event) {
    boolean generates =
        event.getKind() == TaskEvent.Kind.GENERATE
            && event.getTypeElement().getQualifiedName().contentEquals(typeName);
    if (generates && !done) {
      done = true;
      missed.run();
    }
  }
}
