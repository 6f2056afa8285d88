package dev.fermata.asyncio;

import dev.fermata.Async;
import java.lang.StackWalker.StackFrame;
import java.util.ArrayList;
import java.util.List;
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

  /** The package of which nobody wants to see positions. */
  private static final String RUNTIME = "dev.fermata.asyncio.";

  /** Those below it of which neither. */
  private static final List<String> BELOW = List.of(RUNTIME + "codegen.", RUNTIME + "internal.");

  /** Whether the stack is to be shown as it is, apart from what is on top of the caller. */
  static final boolean RAW = Boolean.getBoolean("fermata.generatedFrames");

  private static final StackWalker WALKER =
      StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);

  private final int limit;

  /** Whether to go on where the stack gets to the loop. */
  private final boolean past;

  private boolean atLoop;

  private final List<StackTraceElement> positions = new ArrayList<>();

  /** The machine that is due, then who awaits it, and so on. */
  private @Nullable CoroutineFrame<?> frame;

  /** The class of the machine to which the frames belong that come next. */
  private @Nullable Class<?> machine;

  private SourceTrace(@Nullable CoroutineFrame<?> innermost, int limit, boolean past) {
    this.frame = innermost;
    this.limit = limit;
    this.past = past;
  }

  /** Returns the position of whoever called into the runtime, innermost first. */
  static StackTraceElement[] here() {
    return here(DEPTH, true).toArray(StackTraceElement[]::new);
  }

  /** Returns the same to where the loop runs the task or callback, for a stack trace. */
  static List<StackTraceElement> inLoop(int limit) {
    return here(limit, false);
  }

  private static List<StackTraceElement> here(int limit, boolean past) {
    Task<?> task = RunningLoop.task();
    SourceTrace trace = new SourceTrace(task == null ? null : task.frame(), limit, past);
    return WALKER.walk(RAW ? trace::readRaw : trace::read);
  }

  private List<StackTraceElement> readRaw(Stream<StackFrame> stack) {
    stack
        .dropWhile(frame -> isRuntime(frame.getClassName()))
        .limit(limit)
        .forEach(frame -> positions.add(frame.toStackTraceElement()));
    return positions;
  }

  private List<StackTraceElement> read(Stream<StackFrame> stack) {
    stack.takeWhile(frame -> positions.size() < limit && !atLoop).forEach(this::add);
    return positions;
  }

  private void add(StackFrame stackFrame) {
    Class<?> type = stackFrame.getDeclaringClass();
    if (isRuntime(type.getName())) {
      // A machine is called by the runtime alone: what comes next is not of this one any more.
      machine = null;
      if (type == Task.class && stackFrame.getMethodName().equals("drive")) {
        addSuspended();
        atLoop = !past;
      } else if (type == Handle.class && stackFrame.getMethodName().equals("run")) {
        atLoop = !past;
      }
    } else if (!Frame.class.isAssignableFrom(type)) {
      if (!isFace(type)) {
        StackTraceElement position = stackFrame.toStackTraceElement();
        GeneratedLines lines = GeneratedLines.of(type);
        add(lines.isEmpty() ? position : lines.position(type, position));
      }
    } else if (type != machine && !stackFrame.getMethodName().equals("<init>")) {
      addMachine(type, stackFrame);
    }
  }

  private void add(@Nullable StackTraceElement position) {
    if (position != null) {
      positions.add(position);
    }
  }

  private void addMachine(Class<?> type, StackFrame stackFrame) {
    StackTraceElement position = stackFrame.toStackTraceElement();
    GeneratedLines lines = GeneratedLines.of(type);
    StackTraceElement shown = lines.isEmpty() ? null : lines.position(type, position);
    for (CoroutineFrame<?> due = frame;
        due != null && due != CoroutineFrame.ROOT;
        due = due.caller) {
      Frame of = due.shown();
      if (of.getClass() == type) {
        StackTraceElement place = shown != null ? shown : Places.of(of);
        positions.add(place != null ? place : position);
        machine = shown != null ? null : type;
        frame = due.caller;
        return;
      }
    }
    if (lines.isEmpty()) {
      positions.add(position);
    } else {
      add(shown);
    }
  }

  private void addSuspended() {
    CoroutineFrame<?> due = frame;
    while (due != null && due != CoroutineFrame.ROOT && positions.size() < limit) {
      StackTraceElement place = Places.of(due);
      if (place != null) {
        positions.add(place);
      }
      due = due.caller;
    }
    frame = due;
  }

  static boolean isRuntime(String type) {
    if (!type.startsWith(RUNTIME)) {
      return false;
    }
    return type.indexOf('.', RUNTIME.length()) < 0 || BELOW.stream().anyMatch(type::startsWith);
  }

  /** Returns whether a class is one that is generated for users to name: it just makes machines. */
  static boolean isFace(Class<?> type) {
    if (!type.getName().endsWith(Async.class.getSimpleName())) {
      return false;
    }
    Class<?> superclass = type.getSuperclass();
    return (superclass != null && superclass.isAnnotationPresent(Async.class))
        || Stream.of(type.getInterfaces()).anyMatch(of -> of.isAnnotationPresent(Async.class));
  }
}
