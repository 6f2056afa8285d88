package dev.fermata.asyncio;

import dev.fermata.Async;
import java.lang.StackWalker.StackFrame;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where the code stands that calls into the runtime, in the user's own source.
 *
 * <p>On the Java stack a coroutine function is a step method of a generated class, with frames of
 * the runtime below it. The stack does not give the machine away, but the loop's driver knows which
 * one runs, and machines know who awaits them. So this walks both together: where the stack has the
 * class of the machine that is due, that machine's {@link Places place} is what is said. Awaiting
 * coroutines that are not on the stack, because they were suspended, come where the stack gets to
 * the task.
 *
 * <p>With the system property {@code fermata.debug} the driver knows the innermost machine. In
 * loops whose debug mode was turned on later, it knows the one that the task resumed; those that
 * were called from there on are shown as the stack has them.
 */
final class SourceTrace {

  /** How many positions to keep; CPython keeps as many. */
  private static final int DEPTH = 10;

  /** The packages of which nobody wants to see positions. */
  private static final Set<String> RUNTIME =
      Set.of("dev.fermata.asyncio", "dev.fermata.asyncio.codegen");

  /** Whether the stack is to be shown as it is, apart from what is on top of the caller. */
  private static final boolean RAW = Boolean.getBoolean("fermata.generatedFrames");

  private static final StackWalker WALKER =
      StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);

  private final List<StackTraceElement> positions = new ArrayList<>();

  /** The machine that is due, then who awaits it, and so on. */
  private @Nullable CoroutineFrame<?> frame;

  /** The class of the machine to which the frames belong that come next. */
  private @Nullable Class<?> machine;

  private SourceTrace(@Nullable CoroutineFrame<?> innermost) {
    this.frame = innermost;
  }

  /** Returns the position of whoever called into the runtime, innermost first. */
  static StackTraceElement[] here() {
    if (RAW) {
      return WALKER.walk(
          stack ->
              stack
                  .dropWhile(frame -> isRuntime(frame.getDeclaringClass()))
                  .limit(DEPTH)
                  .map(StackFrame::toStackTraceElement)
                  .toArray(StackTraceElement[]::new));
    }
    EventLoop loop = RunningLoop.running();
    Task<?> task = loop == null ? null : loop.driver.task;
    SourceTrace trace = new SourceTrace(task == null ? null : task.frame());
    return WALKER.walk(trace::read);
  }

  private StackTraceElement[] read(Stream<StackFrame> stack) {
    stack.takeWhile(frame -> positions.size() < DEPTH).forEach(this::add);
    return positions.toArray(StackTraceElement[]::new);
  }

  private void add(StackFrame stackFrame) {
    Class<?> type = stackFrame.getDeclaringClass();
    if (isRuntime(type)) {
      // A machine is called by the runtime alone: what comes next is not of this one any more.
      machine = null;
      if (type == Task.class && stackFrame.getMethodName().equals("drive")) {
        addSuspended();
      }
    } else if (!Frame.class.isAssignableFrom(type)) {
      if (!isFace(type)) {
        positions.add(stackFrame.toStackTraceElement());
      }
    } else if (type != machine && !stackFrame.getMethodName().equals("<init>")) {
      addMachine(type, stackFrame);
    }
  }

  private void addMachine(Class<?> type, StackFrame stackFrame) {
    for (CoroutineFrame<?> due = frame;
        due != null && due != CoroutineFrame.ROOT;
        due = due.caller) {
      Frame shown = due.shown();
      if (shown.getClass() == type) {
        StackTraceElement place = Places.of(shown);
        positions.add(place != null ? place : stackFrame.toStackTraceElement());
        machine = type;
        frame = due.caller;
        return;
      }
    }
    positions.add(stackFrame.toStackTraceElement());
  }

  private void addSuspended() {
    CoroutineFrame<?> due = frame;
    while (due != null && due != CoroutineFrame.ROOT && positions.size() < DEPTH) {
      StackTraceElement place = Places.of(due);
      if (place != null) {
        positions.add(place);
      }
      due = due.caller;
    }
    frame = due;
  }

  private static boolean isRuntime(Class<?> type) {
    return RUNTIME.contains(type.getPackageName());
  }

  /** Returns whether a class is one that is generated for users to name: it just makes machines. */
  private static boolean isFace(Class<?> type) {
    if (!type.getSimpleName().endsWith("Async")) {
      return false;
    }
    Class<?> superclass = type.getSuperclass();
    return (superclass != null && superclass.isAnnotationPresent(Async.class))
        || Stream.of(type.getInterfaces()).anyMatch(of -> of.isAnnotationPresent(Async.class));
  }
}
