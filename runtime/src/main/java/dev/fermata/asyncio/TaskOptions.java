package dev.fermata.asyncio;

import org.jspecify.annotations.Nullable;

/**
 * How to make a task: what asyncio's {@code create_task} takes as keyword arguments.
 *
 * <pre>{@code
 * createTask(fetch(url), TaskOptions.defaults().name("fetch").eagerStart(true));
 * }</pre>
 *
 * @param name the name of the task; null for {@code Task-} and a number
 * @param context the context to run in, which is not copied; null for a copy of the current one
 * @param eagerStart whether the coroutine begins at once, within the call that makes the task, and
 *     goes on to its first suspension; if it has none, the task is done when that call returns.
 *     This takes a loop that is running; otherwise the coroutine begins at the loop's next turn, as
 *     usual. Null to leave that to the loop's task factory
 */
public record TaskOptions(
    @Nullable String name, @Nullable Context context, @Nullable Boolean eagerStart) {

  private static final TaskOptions DEFAULTS = new TaskOptions(null, null, null);

  /**
   * {@return the usual options: a counted name, a copy of the context, as the factory starts it}
   */
  public static TaskOptions defaults() {
    return DEFAULTS;
  }

  /**
   * {@return the same options with another name}
   *
   * @param name the name; null for {@code Task-} and a number
   */
  public TaskOptions name(@Nullable String name) {
    return new TaskOptions(name, context, eagerStart);
  }

  /**
   * {@return the same options with another context}
   *
   * @param context the context to run in; null for a copy of the current one
   */
  public TaskOptions context(@Nullable Context context) {
    return new TaskOptions(name, context, eagerStart);
  }

  /**
   * {@return the same options with another start}
   *
   * @param eagerStart whether the coroutine begins at once
   */
  public TaskOptions eagerStart(boolean eagerStart) {
    return new TaskOptions(name, context, eagerStart);
  }
}
