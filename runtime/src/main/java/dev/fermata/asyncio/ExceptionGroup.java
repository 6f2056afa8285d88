package dev.fermata.asyncio;

import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Several exceptions at once; what a {@link TaskGroup} throws when tasks in it have failed.
 *
 * <pre>{@code
 * try {
 *   await(new TaskGroup().with(group -> ..));
 * } catch (ExceptionGroup group) {
 *   var split = group.split(IOException.class);
 *   if (split.match() != null) {
 *     retry(split.match().exceptions());
 *   }
 *   if (split.rest() != null) {
 *     throw split.rest();
 *   }
 * }
 * }</pre>
 *
 * <p>They are the very objects that were thrown, checked exceptions among them. A group may contain
 * groups. Printed, or given to a logger, it shows all of them with their stack traces, for they are
 * its suppressed exceptions as well.
 *
 * <p>A group that contains an {@link Error} is a {@link BaseExceptionGroup} instead, so that {@code
 * catch (Exception e)} does not swallow the error.
 *
 * <p>The counterpart of Python's {@code ExceptionGroup}.
 */
public class ExceptionGroup extends RuntimeException {

  private static final long serialVersionUID = 1;

  /** The message without the number of exceptions. */
  private final String message;

  /** The exceptions; the list is one that can be serialized. */
  private final List<Exception> exceptions;

  /**
   * Creates a group.
   *
   * @param message what they have in common
   * @param exceptions the exceptions, one at least
   * @throws IllegalArgumentException if there is none
   */
  public ExceptionGroup(String message, List<? extends Exception> exceptions) {
    super(ExceptionGroups.text(message, exceptions));
    this.message = message;
    this.exceptions = ExceptionGroups.copy(exceptions);
    ExceptionGroups.show(this, this.exceptions);
  }

  /** {@return the message given, without the number of exceptions} */
  public final String message() {
    return message;
  }

  /** {@return the exceptions, in the order in which they came} */
  public final List<Exception> exceptions() {
    return exceptions;
  }

  /**
   * Returns a group of the same shape that contains only what a condition is true of. What a group
   * in it is true of is taken as a whole.
   *
   * @param condition asked of this group itself first, then of what it contains
   * @return the group; this very one if the condition is true of it, null if of nothing
   */
  public final @Nullable ExceptionGroup subgroup(Predicate<? super Throwable> condition) {
    return (ExceptionGroup) ExceptionGroups.subgroup(this, condition);
  }

  /**
   * As {@link #subgroup(Predicate)}, for the exceptions of some classes.
   *
   * @param types the classes
   * @return the group, or null if there are none
   */
  @SafeVarargs
  @SuppressWarnings("varargs")
  public final @Nullable ExceptionGroup subgroup(Class<? extends Throwable>... types) {
    return subgroup(ExceptionGroups.anyOf(types));
  }

  /**
   * Returns {@link #subgroup(Predicate)} and the group of all else.
   *
   * @param condition asked of this group itself first, then of what it contains
   * @return the two groups
   */
  public final Split<ExceptionGroup> split(Predicate<? super Throwable> condition) {
    Split<Throwable> split = ExceptionGroups.split(this, condition);
    return new Split<>((ExceptionGroup) split.match(), (ExceptionGroup) split.rest());
  }

  /**
   * As {@link #split(Predicate)}, for the exceptions of some classes.
   *
   * @param types the classes
   * @return the two groups
   */
  @SafeVarargs
  @SuppressWarnings("varargs")
  public final Split<ExceptionGroup> split(Class<? extends Throwable>... types) {
    return split(ExceptionGroups.anyOf(types));
  }

  /**
   * Makes the groups that {@link #subgroup} and {@link #split} return. Subclasses override it to
   * have groups of their own class. The stack trace, the cause and suppressed exceptions are copied
   * by the caller.
   *
   * @param exceptions what the group is to contain
   * @return a group with the message of this one
   */
  protected ExceptionGroup derive(List<? extends Exception> exceptions) {
    return new ExceptionGroup(message, exceptions);
  }

  /**
   * The two parts of a group.
   *
   * @param match what the condition is true of; null if that is nothing
   * @param rest all else; null if that is nothing
   * @param <G> the class of the groups
   */
  public record Split<G extends Throwable>(@Nullable G match, @Nullable G rest) {}
}
