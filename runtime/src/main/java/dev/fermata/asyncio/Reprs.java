package dev.fermata.asyncio;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Descriptions of things that may contain themselves: a task whose result is a set of tasks, a
 * variable whose default is a list with that variable. Where a description comes back to what is
 * being described, it says {@code ...}, as Python's.
 */
final class Reprs {

  private static final ThreadLocal<Set<Object>> IN_PROGRESS =
      ThreadLocal.withInitial(() -> Collections.newSetFromMap(new IdentityHashMap<>()));

  private Reprs() {}

  /** Describes an object, unless that is being done further up on the stack. */
  static String once(Object object, Supplier<String> description) {
    Set<Object> inProgress = IN_PROGRESS.get();
    if (!inProgress.add(object)) {
      return "...";
    }
    try {
      return description.get();
    } finally {
      inProgress.remove(object);
      if (inProgress.isEmpty()) {
        IN_PROGRESS.remove();
      }
    }
  }

  /** Describes a part of an object, in brief. */
  static String of(Object whole, @Nullable Object part) {
    return once(whole, () -> Messages.abbreviate(part));
  }
}
