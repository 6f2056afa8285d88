package dev.fermata.asyncio;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Several throwables at once, of which one at least is an {@link Error}; see {@link
 * ExceptionGroup}, which holds exceptions alone. It is itself an error, so that {@code catch
 * (Exception e)} swallows neither an {@link AssertionError} nor a {@link CancelledError} because it
 * came in company.
 *
 * <p>The counterpart of Python's {@code BaseExceptionGroup}. In Python {@code ExceptionGroup} is a
 * subclass of it; in Java one class cannot be both an error and an exception, so whoever wants to
 * catch both names both. In Python its constructor returns an {@code ExceptionGroup} where that
 * will do; here this is what {@link #of} does, while {@link #subgroup} and {@link #split} of a
 * {@code BaseExceptionGroup} return another one in any case.
 */
public class BaseExceptionGroup extends Error {

  private static final long serialVersionUID = 1;

  /** The message without the number of exceptions. */
  private final String message;

  /** The exceptions; the list is one that can be serialized. */
  private final List<Throwable> exceptions;

  /**
   * Creates a group.
   *
   * @param message what they have in common
   * @param exceptions the throwables, one at least
   * @throws IllegalArgumentException if there is none
   */
  public BaseExceptionGroup(String message, List<? extends Throwable> exceptions) {
    super(ExceptionGroups.text(message, exceptions));
    this.message = message;
    this.exceptions = ExceptionGroups.copy(exceptions);
    ExceptionGroups.show(this, this.exceptions);
  }

  /**
   * Creates the group that suits some throwables.
   *
   * @param message what they have in common
   * @param exceptions the throwables, one at least
   * @return an {@link ExceptionGroup} if all are exceptions, otherwise a {@code BaseExceptionGroup}
   * @throws IllegalArgumentException if there is none
   */
  public static Throwable of(String message, List<? extends Throwable> exceptions) {
    List<Exception> plain = new ArrayList<>();
    for (Throwable exception : exceptions) {
      if (!(exception instanceof Exception one)) {
        return new BaseExceptionGroup(message, exceptions);
      }
      plain.add(one);
    }
    return new ExceptionGroup(message, plain);
  }

  /** {@return the message given, without the number of throwables} */
  public final String message() {
    return message;
  }

  /** {@return the throwables, in the order in which they came} */
  public final List<Throwable> exceptions() {
    return exceptions;
  }

  /**
   * As {@link ExceptionGroup#subgroup(Predicate)}.
   *
   * @param condition asked of this group itself first, then of what it contains
   * @return the group; this very one if the condition is true of it, null if of nothing
   */
  public final @Nullable BaseExceptionGroup subgroup(Predicate<? super Throwable> condition) {
    return (BaseExceptionGroup) ExceptionGroups.subgroup(this, condition);
  }

  /**
   * As {@link ExceptionGroup#subgroup(Class[])}.
   *
   * @param types the classes
   * @return the group, or null if there are none
   */
  @SafeVarargs
  @SuppressWarnings("varargs")
  public final @Nullable BaseExceptionGroup subgroup(Class<? extends Throwable>... types) {
    return subgroup(ExceptionGroups.anyOf(types));
  }

  /**
   * As {@link ExceptionGroup#split(Predicate)}.
   *
   * @param condition asked of this group itself first, then of what it contains
   * @return the two groups
   */
  public final ExceptionGroup.Split<BaseExceptionGroup> split(
      Predicate<? super Throwable> condition) {
    ExceptionGroup.Split<Throwable> split = ExceptionGroups.split(this, condition);
    return new ExceptionGroup.Split<>(
        (BaseExceptionGroup) split.match(), (BaseExceptionGroup) split.rest());
  }

  /**
   * As {@link ExceptionGroup#split(Class[])}.
   *
   * @param types the classes
   * @return the two groups
   */
  @SafeVarargs
  @SuppressWarnings("varargs")
  public final ExceptionGroup.Split<BaseExceptionGroup> split(Class<? extends Throwable>... types) {
    return split(ExceptionGroups.anyOf(types));
  }

  /**
   * Makes the groups that {@link #subgroup} and {@link #split} return, as {@link
   * ExceptionGroup#derive}.
   *
   * @param exceptions what the group is to contain
   * @return a group with the message of this one
   */
  protected BaseExceptionGroup derive(List<? extends Throwable> exceptions) {
    return new BaseExceptionGroup(message, exceptions);
  }
}
