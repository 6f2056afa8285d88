package dev.fermata.asyncio;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What an exception handler is told: a message, and whatever is known besides. The counterpart of
 * the context dictionary of asyncio's {@code call_exception_handler}.
 *
 * <p>Keys in use: {@code exception} (a {@link Throwable}), {@code future}, {@code task}, {@code
 * handle}, {@code sourceTraceback} (a list of {@link StackTraceElement}: where the thing in
 * question was created, in debug mode), {@code handleTraceback} (the same: where the callback was
 * scheduled that is running), {@code taskStack} (the same: where a task stands), {@code lostTask}
 * (a string that describes a task which was garbage collected), {@code context} (the report about
 * which the handler has failed). More may be added.
 *
 * @param message what happened
 * @param details what is known besides, by key; in the order of the keys
 */
public record ExceptionContext(String message, Map<String, Object> details) {

  /**
   * Creates one.
   *
   * @param message what happened
   * @param details what is known besides, by key
   */
  public ExceptionContext {
    details = Collections.unmodifiableMap(new TreeMap<>(details));
  }

  /**
   * {@return one that has only a message}
   *
   * @param message what happened
   */
  public static ExceptionContext of(String message) {
    return new ExceptionContext(message, Map.of());
  }

  /**
   * {@return the same with one thing more}
   *
   * @param key its name
   * @param value the thing
   */
  public ExceptionContext with(String key, Object value) {
    Map<String, Object> more = new TreeMap<>(details);
    more.put(key, value);
    return new ExceptionContext(message, more);
  }

  /** {@return the exception that this is about, or null if it is about something else} */
  public @Nullable Throwable exception() {
    return details.get("exception") instanceof Throwable exception ? exception : null;
  }

  /** {@return the future or task that this is about, or null if there is none} */
  public @Nullable Future<?> future() {
    Object thing = details.getOrDefault("task", details.get("future"));
    return thing instanceof Future<?> future ? future : null;
  }
}
