package dev.fermata.asyncio;

/**
 * Makes the tasks of a loop; see {@link EventLoop#setTaskFactory}. It may look at what it is given
 * and change the options, and makes the task with {@link Task#create}:
 *
 * <pre>{@code
 * loop.setTaskFactory(
 *     (l, coroutine, options) -> {
 *       started.increment();
 *       return Task.create(l, coroutine, options);
 *     });
 * }</pre>
 */
@FunctionalInterface
public interface TaskFactory {

  /**
   * Makes a task; called on the loop's thread.
   *
   * @param loop the loop
   * @param coroutine what the task is to run
   * @param options what the caller of {@code createTask} asked for
   * @return a task of that loop that runs that coroutine
   */
  Task<?> createTask(EventLoop loop, Coroutine<?> coroutine, TaskOptions options);
}
