package dev.fermata.asyncio;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Tasks that belong together: whoever has made the group goes on only when all of them have ended,
 * and if one fails the others are cancelled.
 *
 * <pre>{@code
 * await(new TaskGroup().with(group -> {
 *   Task<User> user = group.createTask(loadUser(id));
 *   Task<List<Order>> orders = group.createTask(loadOrders(id));
 *   ...
 *   return Coroutine.completed();
 * }));
 * // Both are done here.
 * }</pre>
 *
 * <p>When a task fails, with anything but a {@link CancelledError}, or the body does, all tasks of
 * the group are cancelled, and so is the body if it still runs. When they have ended, all failures
 * are thrown together, as an {@link ExceptionGroup}, or a {@link BaseExceptionGroup} if one of them
 * is an {@link Error}. A {@link VirtualMachineError} is thrown alone: the program cannot go on, and
 * what else has failed is reported to the loop's exception handler.
 *
 * <p>When the task that the body runs in is cancelled, all tasks of the group are cancelled, and
 * when they have ended, the cancellation goes on; unless there were failures, which are thrown
 * instead. A task that is cancelled by somebody else just ends.
 *
 * <p>A group is used once, on the loop's thread; tasks may be added from anywhere on it, those of
 * the group included, until all have ended or one has failed.
 *
 * <p>The counterpart of {@code asyncio.TaskGroup}.
 */
public final class TaskGroup implements AsyncContextManager<TaskGroup> {

  private final Set<Task<?>> tasks = new LinkedHashSet<>();
  private final Consumer<Future<?>> onDone = new OnDone(this);
  private List<Throwable> errors = new ArrayList<>();

  /** A failure after which nothing else matters. */
  private @Nullable Throwable baseError;

  /** The task that the body runs in; null before and after. */
  private @Nullable Task<?> parent;

  /** What that one waits for when it leaves before the tasks have ended. */
  private @Nullable Future<@Nullable Object> completed;

  private boolean entered;
  private boolean exiting;

  /** The tasks have been cancelled, and no more can be added. */
  private boolean aborting;

  /** We have asked the parent to cancel itself, and have to take that back. */
  private boolean parentCancelRequested;

  /** Creates a group; to be entered by {@link #with} or {@link #aenter}. */
  public TaskGroup() {}

  /**
   * Schedules a coroutine as a task of this group. Counterpart of {@code create_task}.
   *
   * @param <T> the type of the result
   * @param coroutine what to run; closed if it cannot be
   * @return the task that runs it
   * @throws IllegalStateException if the group was not entered, is shutting down because of a
   *     failure, or is finished
   */
  public <T extends @Nullable Object> Task<T> createTask(Coroutine<T> coroutine) {
    return createTask(coroutine, TaskOptions.defaults());
  }

  /**
   * Schedules a coroutine as a task of this group.
   *
   * @param <T> the type of the result
   * @param coroutine what to run; closed if it cannot be
   * @param name the name of the task; null for {@code Task-} and a number
   * @return the task that runs it
   * @throws IllegalStateException as for {@link #createTask(Coroutine)}
   */
  public <T extends @Nullable Object> Task<T> createTask(
      Coroutine<T> coroutine, @Nullable String name) {
    return createTask(coroutine, TaskOptions.defaults().name(name));
  }

  /**
   * Schedules a coroutine as a task of this group, or begins it at once if the options say so.
   *
   * @param <T> the type of the result
   * @param coroutine what to run; closed if it cannot be
   * @param options how to make the task
   * @return the task that runs it
   * @throws IllegalStateException as for {@link #createTask(Coroutine)}
   */
  public <T extends @Nullable Object> Task<T> createTask(
      Coroutine<T> coroutine, TaskOptions options) {
    String problem = problem();
    if (problem != null) {
      coroutine.close();
      throw new IllegalStateException("TaskGroup " + this + problem);
    }
    Task<T> task = Objects.requireNonNull(parent).loop.createTask(coroutine, options);
    tasks.add(task);
    // Later even if it is done already: not to cancel this task, its parent, too early.
    task.addDoneCallback(onDone);
    if (aborting && !task.done()) {
      // It has begun already, and failed us.
      task.cancel();
    }
    return task;
  }

  /** Returns why no task can be added, or null. */
  private @Nullable String problem() {
    if (!entered) {
      return " has not been entered: add tasks in the body, await(group.with(g -> ..))";
    }
    if (exiting && tasks.isEmpty()) {
      return " is finished: all of its tasks have ended. Make another group";
    }
    return aborting ? " is shutting down: a task or the body has failed or was cancelled" : null;
  }

  /**
   * {@inheritDoc} Here it fails with an {@link IllegalStateException} if this group was entered
   * before.
   *
   * @return a coroutine of this group itself
   */
  @Override
  public Coroutine<TaskGroup> aenter() {
    return new Enter(this);
  }

  private void enter(Task<?> task) {
    if (entered) {
      throw new IllegalStateException(
          "TaskGroup " + this + " has already been entered: make another for each use");
    }
    entered = true;
    parent = task;
  }

  /** {@inheritDoc} Here it waits for the tasks, after cancelling them if something was thrown. */
  @Override
  public Coroutine<Void> aexit(@Nullable Throwable thrown) {
    return new Exit(this, thrown);
  }

  private static boolean isBaseError(Throwable exception) {
    return exception instanceof VirtualMachineError;
  }

  private void abort() {
    aborting = true;
    for (Task<?> task : tasks) {
      if (!task.done()) {
        task.cancel();
      }
    }
  }

  private void taskDone(Task<?> task) {
    tasks.remove(task);
    if (tasks.isEmpty() && completed != null && !completed.done()) {
      completed.finish(null);
    }
    Outcome failure = task.failure();
    if (failure == null || failure.isCancelled()) {
      return;
    }
    Throwable exception = failure.thrown();
    errors.add(exception);
    if (isBaseError(exception) && baseError == null) {
      baseError = exception;
    }
    Task<?> parent = Objects.requireNonNull(this.parent, "a group ends after its tasks");
    if (parent.done()) {
      task.loop.callExceptionHandler(
          ExceptionContext.of(
                  "Task "
                      + task
                      + " has errored out but its parent task "
                      + parent
                      + " is already completed")
              .with("exception", exception)
              .with("task", task));
    } else if (!aborting && !parentCancelRequested) {
      // The parent may be anywhere in the body; the request is taken back when it leaves.
      abort();
      parentCancelRequested = true;
      parent.cancel();
    }
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("<TaskGroup");
    if (!tasks.isEmpty()) {
      text.append(" tasks=").append(tasks.size());
    }
    if (!errors.isEmpty()) {
      text.append(" errors=").append(errors.size());
    }
    if (aborting) {
      text.append(" cancelling");
    } else if (entered) {
      text.append(" entered");
    }
    return text.append('>').toString();
  }

  /** The callback of all tasks. */
  private record OnDone(TaskGroup group) implements Consumer<Future<?>>, Completes {
    @Override
    public void accept(Future<?> task) {
      group.taskDone((Task<?>) task);
    }

    @Override
    public Future<?> completes() {
      return Objects.requireNonNull(group.parent);
    }

    @Override
    public String toString() {
      return "task group";
    }
  }

  /** The coroutine of {@link #aenter}. */
  private static final class Enter extends CoroutineFrame<TaskGroup> {
    private final TaskGroup group;

    Enter(TaskGroup group) {
      this.group = group;
    }

    @Override
    protected Object step(Driver driver, @Nullable Object sent, @Nullable Throwable thrown)
        throws Throwable {
      if (thrown != null) {
        throw thrown;
      }
      group.enter(Objects.requireNonNull(driver.task));
      return group;
    }
  }

  /** The coroutine of {@link #aexit}. */
  private static final class Exit extends CoroutineFrame<Void> {
    private final TaskGroup group;

    /** What the body has thrown. */
    private @Nullable Throwable thrownByBody;

    /** The cancellation that came from outside, to be thrown on. */
    private @Nullable Throwable cancellation;

    Exit(TaskGroup group, @Nullable Throwable thrownByBody) {
      this.group = group;
      this.thrownByBody = thrownByBody;
    }

    @Override
    protected @Nullable Object step(
        Driver driver, @Nullable Object sent, @Nullable Throwable thrown) throws Throwable {
      if (state == CREATED) {
        if (thrown != null) {
          throw thrown;
        }
        if (group.parent == null) {
          throw new IllegalStateException(
              "TaskGroup "
                  + group
                  + (group.entered
                      ? " has already been left: make another for each use"
                      : " has not been entered: aenter() comes before aexit()"));
        }
        begin();
      } else if (thrown instanceof CancelledError) {
        // It may come several times, the first of them of our own making.
        if (!group.aborting) {
          cancellation = thrown;
          group.abort();
        }
      } else if (thrown != null) {
        throw thrown;
      }
      if (!group.tasks.isEmpty()) {
        state = 1;
        group.completed = driver.loop.createFuture();
        return await(driver, group.completed);
      }
      group.completed = null;
      Task<?> parent = Objects.requireNonNull(group.parent);
      try {
        end(parent);
      } finally {
        group.parent = null;
        group.baseError = null;
        group.errors = List.of();
      }
      return null;
    }

    private void begin() {
      group.exiting = true;
      Throwable thrown = thrownByBody;
      if (thrown == null) {
        return;
      }
      if (isBaseError(thrown) && group.baseError == null) {
        group.baseError = thrown;
      }
      if (thrown instanceof CancelledError) {
        cancellation = thrown;
      }
      if (!group.aborting) {
        group.abort();
      }
    }

    private void end(Task<?> parent) throws Throwable {
      List<Throwable> errors = group.errors;
      Throwable baseError = group.baseError;
      if (baseError != null) {
        report(parent.loop, errors, baseError);
        throw baseError;
      }
      if (group.parentCancelRequested && parent.uncancel() == 0) {
        // Nobody but this group wanted it.
        cancellation = null;
      }
      if (cancellation != null && errors.isEmpty()) {
        throw cancellation;
      }
      if (thrownByBody != null && !(thrownByBody instanceof CancelledError)) {
        errors.add(thrownByBody);
      }
      if (!errors.isEmpty()) {
        if (parent.cancelling() > 0) {
          // Others want it cancelled. The failures come first; so ask again, for the next await.
          parent.uncancel();
          parent.cancel();
        }
        throw BaseExceptionGroup.of("unhandled errors in a TaskGroup", errors);
      }
    }

    private void report(EventLoop loop, List<Throwable> errors, Throwable baseError) {
      for (Throwable error : errors) {
        if (error != baseError) {
          loop.callExceptionHandler(
              ExceptionContext.of(
                      "a task of a TaskGroup has failed, which is not thrown because "
                          + baseError
                          + " is")
                  .with("exception", error));
        }
      }
    }

    @Override
    protected void clear() {
      thrownByBody = null;
      cancellation = null;
    }

    @Override
    protected StackTraceElement location() {
      return new StackTraceElement(TaskGroup.class.getName(), "aexit", null, -1);
    }
  }
}
