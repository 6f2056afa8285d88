package dev.fermata.asyncio;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A body as a state machine, whether it awaits or yields: where it stands, and what generated code
 * may call in either kind. Not for users.
 */
public abstract sealed class Frame permits CoroutineFrame, YieldFrame, AsyncYieldFrame {

  /** The state before the first step. */
  static final int CREATED = 0;

  /** The state after the last step. */
  static final int DONE_STATE = -1;

  /** Where the machine stands: 0 at first, then a state with which it was left. */
  protected int state;

  /** For the two kinds of frames. */
  Frame() {}

  /** Drops the references that the machine holds; called once it is done. */
  protected void clear() {}

  /** {@return where the body stands in the user's source, or null if that is not known} */
  protected @Nullable StackTraceElement location() {
    return null;
  }

  /**
   * Returns the frame that {@link #location} is about: this one, unless it stands in for another.
   */
  Frame shown() {
    return this;
  }

  /**
   * {@return where the body stands, or if it is done, where it begins}
   *
   * @param type the class that has the method
   * @param method the name of the user's method
   * @param file the name of its source file
   * @param lineOfState the line of each state, in order
   */
  protected final StackTraceElement location(
      Class<?> type, String method, String file, int... lineOfState) {
    int index = state == DONE_STATE ? CREATED : state;
    int line = index >= 0 && index < lineOfState.length ? lineOfState[index] : -1;
    return locationAt(type, method, file, line);
  }

  /**
   * {@return a place in the user's source}
   *
   * @param type the class that has the method
   * @param method the name of the user's method
   * @param file the name of its source file
   * @param line the line, -1 if it is not known
   */
  protected static StackTraceElement locationAt(
      Class<?> type, String method, String file, int line) {
    return new StackTraceElement(type.getName(), method, file, line);
  }

  /** Returns the name of the user's method, with its class. */
  final String functionName() {
    StackTraceElement location = location();
    if (location == null) {
      return Messages.simpleName(getClass());
    }
    String type = location.getClassName();
    return type.substring(type.lastIndexOf('.') + 1) + "." + location.getMethodName();
  }

  /** Returns the file and line where this stands, or if it is done begins; empty if not known. */
  final String place() {
    StackTraceElement location = location();
    return location == null || location.getLineNumber() < 0
        ? ""
        : location.getFileName() + ":" + location.getLineNumber();
  }

  /** Returns {@code " at Sums.java:17"}, or nothing if the place is not known. */
  final String atPlace() {
    String place = place();
    return place.isEmpty() ? "" : " at " + place;
  }

  // ---- what generated code calls ----

  /**
   * Takes note of a pattern's variable, in the condition that binds it: {@code o instanceof A a1 &&
   * bound(a = a1)}.
   *
   * @param assigned the assignment
   * @return true
   */
  protected static boolean bound(@Nullable Object assigned) {
    return true;
  }

  /**
   * As {@link #bound(Object)}.
   *
   * @param assigned the assignment
   * @return true
   */
  protected static boolean bound(boolean assigned) {
    return true;
  }

  /**
   * As {@link #bound(Object)}; for byte, short and char too.
   *
   * @param assigned the assignment
   * @return true
   */
  protected static boolean bound(int assigned) {
    return true;
  }

  /**
   * As {@link #bound(Object)}.
   *
   * @param assigned the assignment
   * @return true
   */
  protected static boolean bound(long assigned) {
    return true;
  }

  /**
   * As {@link #bound(Object)}.
   *
   * @param assigned the assignment
   * @return true
   */
  protected static boolean bound(float assigned) {
    return true;
  }

  /**
   * As {@link #bound(Object)}.
   *
   * @param assigned the assignment
   * @return true
   */
  protected static boolean bound(double assigned) {
    return true;
  }

  /**
   * Initialises a class, as {@code new A(await(x))} does with A before it evaluates x.
   *
   * @param type the class
   */
  protected static void initialize(Class<?> type) {
    try {
      Class.forName(type.getName(), true, type.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new AssertionError("a class that is at hand is found by its own loader", e);
    }
  }

  /**
   * Checks an object at the place where Java does: {@code outer.new Inner(await(x))} fails for a
   * null {@code outer} before x is evaluated.
   *
   * @param object what must not be null
   * @param <V> its type
   * @return the object
   */
  protected static <V> V nonNull(@Nullable V object) {
    return Objects.requireNonNull(object);
  }

  /** A constant with a name, for the debugger's sake. */
  record Marker(String name) {
    @Override
    public String toString() {
      return name;
    }
  }

  // ---- step methods in parts, for bodies too large for one method ----

  /** What a part of a step method returns when it has set a state that another part takes up. */
  protected static final Object ELSEWHERE = new Elsewhere(null);

  /**
   * {@return what a part returns to have another go on with a value}
   *
   * @param sent the value of the last await
   */
  protected static Object elsewhere(@Nullable Object sent) {
    return new Elsewhere(sent);
  }

  /**
   * {@return whether another part is to go on}
   *
   * @param returned what a part returned
   */
  protected static boolean isElsewhere(@Nullable Object returned) {
    return returned instanceof Elsewhere;
  }

  /**
   * {@return the value that the next part is to go on with}
   *
   * @param elsewhere what a part returned
   */
  protected static @Nullable Object carried(Object elsewhere) {
    return ((Elsewhere) elsewhere).sent();
  }

  private record Elsewhere(@Nullable Object sent) {}
}
