package dev.fermata.asyncio.codegen;

import dev.fermata.asyncio.CoroutineFrame;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The base of the machines that are generated from coroutine functions. Not for users.
 *
 * @param <T> the type of the result
 */
public abstract class AsyncFrame<T extends @Nullable Object> extends CoroutineFrame<T> {

  /** Creates a frame that has not begun. */
  protected AsyncFrame() {}

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
}
