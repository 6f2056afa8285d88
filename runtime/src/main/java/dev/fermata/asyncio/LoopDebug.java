package dev.fermata.asyncio;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;

/** What debug mode knows beyond a loop's normal state: where futures and tasks were created. */
final class LoopDebug {

  /**
   * Whether coroutines are watched until they begin, and loops are created in debug mode. A
   * constant, so that frames pay nothing when it is off.
   */
  static final boolean WATCH_COROUTINES =
      isOn(System.getProperty("fermata.debug"), System.getenv("FERMATA_DEBUG"));

  private @Nullable Map<Future<?>, StackTraceElement[]> created;

  /** The coroutines that were made in this loop and have not begun; null if they are not kept. */
  private @Nullable Set<UnawaitedCoroutines.Entry> unawaited;

  /** The property wins over the environment, as a command line does over what it inherits. */
  static boolean isOn(@Nullable String property, @Nullable String variable) {
    return property != null
        ? Boolean.parseBoolean(property)
        : variable != null && !variable.isEmpty();
  }

  /** Remembers where a future is created. */
  synchronized void created(Future<?> future) {
    if (created == null) {
      // Futures are equal only to themselves, so this is a map by identity.
      created = new WeakHashMap<>();
    }
    created.put(future, SourceTrace.here());
  }

  /** Returns where a future was created, innermost first; null if that is not known. */
  synchronized StackTraceElement @Nullable [] createdAt(Future<?> future) {
    return created == null ? null : created.get(future);
  }

  /** Returns the report of a task that is pending when its loop is closed. */
  ExceptionContext destroyedPending(Task<?> task) {
    ExceptionContext report =
        ExceptionContext.of(
                "Task was destroyed but it is pending! The loop is closed and will not run it any"
                    + " more: await or cancel it before, or use Asyncio.run(..) or a Runner, which"
                    + " cancel what is left")
            .with("task", task)
            .with("taskStack", task.getStack());
    StackTraceElement[] createdAt = createdAt(task);
    return createdAt == null ? report : report.with("sourceTraceback", List.of(createdAt));
  }

  /** Has coroutines that never begin told of by {@link #unawaited}, and not when collected. */
  synchronized void keepUnawaited() {
    unawaited = new LinkedHashSet<>();
  }

  /**
   * Takes note of a coroutine that has not begun.
   *
   * @return false if such are not kept
   */
  synchronized boolean made(UnawaitedCoroutines.Entry coroutine) {
    return unawaited != null && unawaited.add(coroutine);
  }

  /** Says that a coroutine has begun, or was closed. */
  synchronized void begun(UnawaitedCoroutines.Entry coroutine) {
    if (unawaited != null) {
      unawaited.remove(coroutine);
    }
  }

  /** Returns the reports of the coroutines that never began, in the order of their making. */
  synchronized List<ExceptionContext> unawaited() {
    return unawaited == null
        ? List.of()
        : unawaited.stream().map(UnawaitedCoroutines.Entry::report).toList();
  }

  /** Returns from where in the user's source a task goes on; null if that is not known. */
  static @Nullable StackTraceElement resumes(Task<?> task) {
    for (CoroutineFrame<?> frame = task.frame();
        frame != null && frame != CoroutineFrame.ROOT;
        frame = frame.caller) {
      StackTraceElement place = Places.of(frame);
      if (place != null) {
        return place;
      }
    }
    return null;
  }

  /** Returns a position in brief. */
  static String place(StackTraceElement[] trace) {
    return trace[0].getFileName() + ":" + trace[0].getLineNumber();
  }
}
