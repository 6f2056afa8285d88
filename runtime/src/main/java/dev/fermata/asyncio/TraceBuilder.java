package dev.fermata.asyncio;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Puts a stack trace together: of the parts of others, and of frames that stand nowhere on a Java
 * stack because they are suspended.
 */
final class TraceBuilder {

  /** As many positions are kept of what comes from elsewhere; the JVM's own limit. */
  private static final int LIMIT = 1024;

  /** As many positions are kept of one chain of awaiting frames. */
  private static final int CHAIN = 512;

  /** As many more frames of it are counted. Whoever follows it to the end anyway knows better. */
  private static final int COUNTED = 4096;

  private final @Nullable ClassLoader loader;
  private final List<StackTraceElement> positions = new ArrayList<>();

  /** The name of the class of the outermost machine that has been read. */
  private @Nullable String machine;

  /** Whether what has been read ended where the loop runs a task. */
  private boolean reachesTask;

  /** Whether it ended where the loop runs a task or callback. */
  private boolean reachesLoop;

  /**
   * A builder.
   *
   * @param loader by which generated classes are found
   */
  TraceBuilder(@Nullable ClassLoader loader) {
    this.loader = loader;
  }

  boolean reachesTask() {
    return reachesTask;
  }

  boolean reachesLoop() {
    return reachesLoop;
  }

  StackTraceElement[] build() {
    return positions.toArray(StackTraceElement[]::new);
  }

  TraceBuilder add(StackTraceElement position) {
    positions.add(position);
    return this;
  }

  TraceBuilder addAll(List<StackTraceElement> more) {
    positions.addAll(more);
    return this;
  }

  /** Adds positions that are complete, or if they are very many, the innermost. */
  TraceBuilder addKnown(StackTraceElement[] trace, int count) {
    int kept = count <= LIMIT ? count : LIMIT;
    int leftOut = 0;
    for (int i = 0; i < count; i++) {
      int more = Boundary.countLeftOut(trace[i]);
      if (i < kept && (more == 0 || count == kept)) {
        positions.add(trace[i]);
      } else {
        leftOut += Math.max(1, more);
      }
    }
    return leftOut == 0 ? this : add(Boundary.leftOut(leftOut, false));
  }

  /**
   * Adds what is the user's of a trace as the JVM has made it, to where the loop runs the task or
   * callback. Of the runtime, the method that the user's code has called is shown, if the exception
   * comes from there.
   */
  TraceBuilder read(StackTraceElement[] trace, int count) {
    StackTraceElement called = null;
    for (int i = 0; i < count && !reachesLoop; i++) {
      StackTraceElement element = trace[i];
      String name = element.getClassName();
      if (SourceTrace.isRuntime(name)) {
        reachesTask = isTask(name, element.getMethodName());
        reachesLoop = reachesTask || isCallback(name, element.getMethodName());
        called = isCalledByUsers(element) ? element : null;
        if (SourceTrace.RAW) {
          positions.add(element);
        }
        continue;
      }
      StackTraceElement shown = shown(element);
      if (shown != null) {
        if (called != null && positions.isEmpty()) {
          positions.add(called);
        }
        positions.add(shown);
      }
    }
    return this;
  }

  private static boolean isTask(String type, String method) {
    return type.equals(Task.class.getName()) && (method.equals("drive") || method.equals("step"));
  }

  private static boolean isCallback(String type, String method) {
    return type.equals(Handle.class.getName()) && method.equals("run");
  }

  private static boolean isCalledByUsers(StackTraceElement element) {
    return switch (element.getMethodName()) {
      case "await", "yieldFrom", "<init>" -> false;
      default -> !element.getMethodName().contains("$");
    };
  }

  private @Nullable StackTraceElement shown(StackTraceElement element) {
    String name = element.getClassName();
    Class<?> type = name.startsWith("java.") || name.startsWith("jdk.") ? null : find(name);
    if (type == null) {
      return element;
    }
    if (Frame.class.isAssignableFrom(type)) {
      machine = name;
    }
    if (SourceTrace.RAW) {
      return element;
    }
    GeneratedLines lines = GeneratedLines.of(type);
    if (!lines.isEmpty()) {
      return lines.position(type, element);
    }
    return SourceTrace.isFace(type) ? null : element;
  }

  private @Nullable Class<?> find(String name) {
    try {
      return Class.forName(name, false, loader);
    } catch (ClassNotFoundException | LinkageError e) {
      return null;
    }
  }

  /**
   * Adds the frames that await what has been read.
   *
   * @param innermost the frame that the task has resumed
   * @return false if none of the task's frames is in what has been read
   */
  boolean addCallers(@Nullable CoroutineFrame<?> innermost) {
    if (machine == null) {
      if (innermost != null) {
        addPlace(innermost);
        addChain(innermost.caller);
      }
      return true;
    }
    CoroutineFrame<?> frame = orNull(innermost);
    for (int i = 0; i < CHAIN && frame != null; i++) {
      if (frame.shown().getClass().getName().equals(machine)) {
        addChain(frame.caller);
        return true;
      }
      frame = orNull(frame.caller);
    }
    return false;
  }

  /** Adds where a frame stands, if that is in the user's source. */
  void addPlace(Frame frame) {
    StackTraceElement place = Places.of(frame);
    if (place != null) {
      positions.add(place);
    }
  }

  /** Adds where frames stand, each awaiting the one before. */
  void addChain(@Nullable CoroutineFrame<?> innermost) {
    this.<CoroutineFrame<?>>add(orNull(innermost), frame -> orNull(frame.caller));
  }

  /** Adds where generators stand, each delegating to the one before. */
  void addDelegating(@Nullable YieldFrame<?, ?, ?> innermost) {
    this.<YieldFrame<?, ?, ?>>add(innermost, YieldFrame::caller);
  }

  private <F extends Frame> void add(
      @Nullable F innermost, Function<? super F, ? extends @Nullable F> next) {
    F frame = innermost;
    for (int i = 0; i < CHAIN && frame != null; i++) {
      addPlace(frame);
      frame = next.apply(frame);
    }
    int more = 0;
    while (more < COUNTED && frame != null) {
      frame = next.apply(frame);
      more++;
    }
    if (more > 0) {
      positions.add(Boundary.leftOut(more, frame != null));
    }
  }

  @SuppressWarnings("ReferenceEquality") // there is one root
  private static @Nullable CoroutineFrame<?> orNull(@Nullable CoroutineFrame<?> frame) {
    return frame == CoroutineFrame.ROOT ? null : frame;
  }

  /**
   * Puts right how many frames are left out, now that the exception has passed them all.
   *
   * @param frames how many frames it has passed, each awaiting the one before
   */
  static StackTraceElement[] counted(StackTraceElement[] trace, int frames) {
    for (int i = trace.length - 1; i >= 0; i--) {
      int count = Boundary.countLeftOut(trace[i]);
      if (count == COUNTED) {
        trace[i] = Boundary.leftOut(frames - 1 - CHAIN, false);
        break;
      }
    }
    return trace;
  }
}
