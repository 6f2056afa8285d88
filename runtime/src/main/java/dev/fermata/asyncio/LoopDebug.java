package dev.fermata.asyncio;

import java.util.Map;
import java.util.WeakHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What debug mode knows beyond a loop's normal state: where futures and tasks were created. */
final class LoopDebug {

  /**
   * Whether coroutines are watched until they begin, and loops are created in debug mode. A
   * constant, so that frames pay nothing when it is off.
   */
  static final boolean WATCH_COROUTINES = Boolean.getBoolean("fermata.debug");

  /** How many positions to keep; CPython keeps as many. */
  private static final int DEPTH = 10;

  private static final String HERE = LoopDebug.class.getPackageName() + ".";

  private @Nullable Map<Future<?>, StackTraceElement[]> created;

  /** Remembers where a future is created. */
  synchronized void created(Future<?> future) {
    if (created == null) {
      // Futures are equal only to themselves, so this is a map by identity.
      created = new WeakHashMap<>();
    }
    created.put(future, here());
  }

  /** Returns where a future was created, innermost first; null if that is not known. */
  synchronized StackTraceElement @Nullable [] createdAt(Future<?> future) {
    return created == null ? null : created.get(future);
  }

  /** Returns the position of whoever called into the runtime, innermost first. */
  static StackTraceElement[] here() {
    return StackWalker.getInstance()
        .walk(
            frames ->
                Stream.concat(
                        frames.dropWhile(frame -> isRuntime(frame.getClassName())), Stream.empty())
                    .limit(DEPTH)
                    .map(StackWalker.StackFrame::toStackTraceElement)
                    .toArray(StackTraceElement[]::new));
  }

  private static boolean isRuntime(String className) {
    // Not packages below, and not the tests beside us.
    return className.startsWith(HERE) && !className.contains("Test");
  }

  /** Returns a position in brief. */
  static String place(StackTraceElement[] trace) {
    return trace[0].getFileName() + ":" + trace[0].getLineNumber();
  }
}
