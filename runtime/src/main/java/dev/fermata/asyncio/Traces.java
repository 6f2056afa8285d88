package dev.fermata.asyncio;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Makes the stack traces of exceptions say how the user's coroutine functions awaited each other.
 *
 * <p>As the JVM makes it, a trace ends where the loop resumes a task, and the awaiting functions
 * stand nowhere. So when an exception first leaves a function, its trace is rewritten: the user's
 * lines in place of generated ones, then the functions that await, to the {@linkplain Boundary
 * boundary} of the task. It is complete then, which is seen by its end, so the functions that it
 * passes on its way do nothing more. Where a task or future fails and another awaits it, what the
 * exception brings is kept to the boundary of the one, and the awaiting functions of the other
 * follow; those that awaited it before are dropped.
 *
 * <p>All this happens where an exception has been thrown already. What cannot be written, since the
 * exception does not allow it or memory is short, is left as it is.
 */
final class Traces {

  /** How far causes are followed that have a trace of their own to be rewritten. */
  private static final int CAUSES = 32;

  /** As many positions at most are added where a result is asked for outside of a task. */
  private static final int DEPTH = 512;

  private Traces() {}

  private static ClassLoader loader(Task<?> task) {
    CoroutineFrame<?> frame = task.frame();
    for (int i = 0; i < CAUSES && frame != null; i++) {
      Class<?> type = frame.shown().getClass();
      if (!SourceTrace.isRuntime(type.getName())) {
        return type.getClassLoader();
      }
      frame = frame.caller;
    }
    return contextLoader();
  }

  private static ClassLoader contextLoader() {
    ClassLoader context = Thread.currentThread().getContextClassLoader();
    return context != null ? context : Traces.class.getClassLoader();
  }

  /**
   * Called when an exception leaves a frame.
   *
   * @param frame the frame, as it stood; with those that await it
   * @param called whether it was called, so that its caller stands on the Java stack
   */
  static void left(
      Throwable failure,
      @Nullable Task<?> task,
      @Nullable CoroutineFrame<?> frame,
      boolean called) {
    if (task == null || frame == null) {
      return;
    }
    try {
      left(failure, task, frame, called, CAUSES);
    } catch (RuntimeException | Error e) {
      // The exception is what matters; it keeps the trace that it has.
    }
  }

  private static void left(
      Throwable failure, Task<?> task, CoroutineFrame<?> frame, boolean called, int causes) {
    StackTraceElement[] trace = failure.getStackTrace();
    if (trace.length == 0 || Boundary.isOf(trace[trace.length - 1], task)) {
      return;
    }
    TraceBuilder builder = new TraceBuilder(loader(task));
    int own = lengthOfOwn(trace);
    builder.read(trace, own);
    boolean here = builder.reachesTask();
    if (!here && causes < CAUSES) {
      // A cause that comes from elsewhere says where; it was not thrown here.
      return;
    }
    if (!here || !builder.addCallers(task.frame())) {
      builder.add(Boundary.thrownLater());
      builder.addPlace(frame);
      if (called) {
        builder.addAll(SourceTrace.inLoop(DEPTH));
      } else {
        builder.addChain(frame.caller);
      }
    }
    failure.setStackTrace(builder.add(Boundary.of(task)).build());
    if (causes > 0) {
      Throwable cause = failure.getCause();
      if (cause != null) {
        left(cause, task, frame, called, causes - 1);
      }
      for (Throwable suppressed : failure.getSuppressed()) {
        left(suppressed, task, frame, called, causes - 1);
      }
    }
  }

  /** Returns how much of a trace is there since the exception was made or first left a task. */
  private static int lengthOfOwn(StackTraceElement[] trace) {
    for (int i = 0; i < trace.length; i++) {
      if (Boundary.isBoundary(trace[i])) {
        return i;
      }
    }
    return trace.length;
  }

  /** Called when a task is to go on with the failure of what it has waited for. */
  static Throwable awaited(Throwable failure, Future<?> future, Task<?> task) {
    try {
      CoroutineFrame<?> frame = task.frame();
      if (failure instanceof CancelledError cancellation && !(future instanceof Task)) {
        return cancelled(cancellation, task);
      }
      StackTraceElement[] trace = failure.getStackTrace();
      if (trace.length > 0) {
        TraceBuilder builder = upTo(future, trace, loader(task));
        builder.addChain(frame);
        failure.setStackTrace(builder.add(Boundary.of(task)).build());
      }
    } catch (RuntimeException | Error e) {
      // As above.
    }
    return failure;
  }

  /** Says of an error just made that a task was cancelled where it stands. */
  static CancelledError cancelled(CancelledError error, Task<?> task) {
    TraceBuilder builder = new TraceBuilder(null);
    builder.addChain(task.frame());
    error.setStackTrace(builder.add(Boundary.of(task)).build());
    return error;
  }

  /** Called when a future is asked for its result, and throws. */
  static Throwable rethrown(Throwable failure, Future<?> future) {
    try {
      StackTraceElement[] trace = failure.getStackTrace();
      if (trace.length > 0) {
        Task<?> task = RunningLoop.task();
        TraceBuilder builder =
            upTo(future, trace, task == null ? contextLoader() : loader(task))
                .addAll(SourceTrace.inLoop(DEPTH));
        if (task != null) {
          builder.add(Boundary.of(task));
        }
        failure.setStackTrace(builder.build());
      }
    } catch (RuntimeException | Error e) {
      // As above.
    }
    return failure;
  }

  /** Called when a future fails because another one has. */
  static void forwarded(Throwable failure, Future<?> from, Future<?> to) {
    try {
      StackTraceElement[] trace = failure.getStackTrace();
      if (trace.length > 0) {
        failure.setStackTrace(upTo(from, trace, contextLoader()).add(Boundary.of(to)).build());
      }
    } catch (RuntimeException | Error e) {
      // As above.
    }
  }

  /** Returns what an exception brings along to those that await a future which it ended. */
  private static TraceBuilder upTo(
      Future<?> future, StackTraceElement[] trace, ClassLoader loader) {
    TraceBuilder builder = new TraceBuilder(loader);
    for (int i = trace.length - 1; i >= 0; i--) {
      if (Boundary.isOf(trace[i], future)) {
        return builder.addKnown(trace, i + 1);
      }
    }
    // Whoever made it fail did not await it. Of a trace that has seen several tasks the first part
    // is kept: an exception may be thrown any number of times, and must not grow.
    int own = lengthOfOwn(trace);
    if (own == trace.length) {
      builder.read(trace, own);
    } else {
      builder.addKnown(trace, Boundary.isOfTask(trace[own]) ? own + 1 : own);
    }
    return builder.add(Boundary.of(future));
  }

  /**
   * Called when an exception is reported that no task has thrown.
   *
   * @param origin what has thrown it, if that is known
   */
  static void reported(@Nullable Throwable failure, @Nullable Object origin) {
    if (failure == null) {
      return;
    }
    ClassLoader loader = origin == null ? null : origin.getClass().getClassLoader();
    try {
      StackTraceElement[] trace = failure.getStackTrace();
      if (lengthOfOwn(trace) == trace.length) {
        TraceBuilder builder =
            new TraceBuilder(loader != null ? loader : contextLoader()).read(trace, trace.length);
        if (builder.reachesLoop()) {
          failure.setStackTrace(builder.build());
        }
      }
    } catch (RuntimeException | Error e) {
      // As above.
    }
  }

  /** Puts right how many functions are left out of the trace of what ends a task. */
  static void counted(Throwable failure, int frames) {
    if (frames > DEPTH) {
      failure.setStackTrace(TraceBuilder.counted(failure.getStackTrace(), frames));
    }
  }

  /**
   * Called when an exception leaves a generator that others delegate to: adds those, which stand on
   * no Java stack.
   */
  static void yielded(Throwable failure, YieldFrame<?, ?, ?> frame) {
    if (frame.caller() == null || failure instanceof GeneratorExit) {
      return;
    }
    try {
      StackTraceElement[] trace = failure.getStackTrace();
      int at = indexOfYieldFrame(trace);
      if (at > 0 && trace[at - 1].getClassName().equals(frame.getClass().getName())) {
        TraceBuilder builder = new TraceBuilder(null).addKnown(trace, at);
        builder.addDelegating(frame.caller());
        builder.addAll(Arrays.asList(trace).subList(at, trace.length));
        failure.setStackTrace(builder.build());
      }
    } catch (RuntimeException | Error e) {
      // As above.
    }
  }

  /** Called when an exception leaves a generator that nobody delegates to. */
  static void leftGenerator(Throwable failure, YieldFrame<?, ?, ?> frame) {
    if (failure instanceof GeneratorExit || RunningLoop.task() != null) {
      // What the task does is part of the trace; so that is seen to when it leaves a coroutine.
      return;
    }
    try {
      StackTraceElement[] trace = failure.getStackTrace();
      if (indexOfYieldFrame(trace) >= 0) {
        failure.setStackTrace(
            new TraceBuilder(frame.getClass().getClassLoader()).read(trace, trace.length).build());
      }
    } catch (RuntimeException | Error e) {
      // As above.
    }
  }

  private static int indexOfYieldFrame(StackTraceElement[] trace) {
    for (int i = 0; i < trace.length; i++) {
      if (trace[i].getClassName().equals(YieldFrame.class.getName())
          && !trace[i].getMethodName().equals("delegate")
          && !trace[i].getMethodName().equals("yieldFrom")) {
        return i;
      }
    }
    return -1;
  }
}
