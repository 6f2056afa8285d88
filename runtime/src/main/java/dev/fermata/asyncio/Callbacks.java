package dev.fermata.asyncio;

import java.util.ArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The callbacks of a future that has more than one: tasks that wait for it, consumers, and {@link
 * InContext}.
 */
@SuppressWarnings("serial") // never serialised
final class Callbacks extends ArrayList<Object> {

  Callbacks() {
    super(4);
  }

  Callbacks(Callbacks others) {
    super(others);
  }

  /** A consumer that was added where context variables had values, or with a context. */
  record InContext(Consumer<?> callback, Object context) {}

  /** Returns what a future stores of a consumer and a context as {@link Driver#context} has it. */
  static Object of(Consumer<?> callback, @Nullable Object context) {
    return context == null ? callback : new InContext(callback, context);
  }

  /** Returns the callback that was added, or the task that waits. */
  static Object plain(Object stored) {
    return stored instanceof InContext inContext ? inContext.callback : stored;
  }

  /** Returns those that are not equal to a callback; it is the callback that is asked. */
  Callbacks without(Object callback) {
    Callbacks kept = new Callbacks();
    for (Object stored : this) {
      if (!callback.equals(plain(stored))) {
        kept.add(stored);
      }
    }
    return kept;
  }
}
