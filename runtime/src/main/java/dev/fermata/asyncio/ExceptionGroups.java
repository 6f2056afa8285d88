package dev.fermata.asyncio;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What {@link ExceptionGroup} and {@link BaseExceptionGroup} share, which have no common class. */
final class ExceptionGroups {

  private ExceptionGroups() {}

  /** Returns the exceptions of a group; of anything else null. */
  static @Nullable List<? extends Throwable> members(Throwable exception) {
    if (exception instanceof ExceptionGroup group) {
      return group.exceptions();
    }
    return exception instanceof BaseExceptionGroup group ? group.exceptions() : null;
  }

  /** Returns the message with the number of exceptions, as Python's {@code str} of a group. */
  static String text(String message, List<?> exceptions) {
    int size = exceptions.size();
    return message + " (" + size + (size == 1 ? " sub-exception)" : " sub-exceptions)");
  }

  /** Copies a list of exceptions, which must not be empty. */
  static <E extends Throwable> List<E> copy(List<? extends E> exceptions) {
    if (exceptions.isEmpty()) {
      throw new IllegalArgumentException(
          "a group of exceptions needs at least one; this list is empty");
    }
    return List.copyOf(exceptions);
  }

  /**
   * Has the exceptions shown wherever the stack trace of a group is, by any logger: as suppressed
   * ones.
   */
  static void show(Throwable group, List<? extends Throwable> exceptions) {
    exceptions.forEach(group::addSuppressed);
  }

  /** Returns a test for any of some classes. */
  static Predicate<Throwable> anyOf(Class<?>[] types) {
    List<Class<?>> all = List.of(types);
    return exception -> all.stream().anyMatch(type -> type.isInstance(exception));
  }

  /**
   * Returns the part of an exception that a test admits: all of it, if the test admits the whole;
   * nothing, if it is no group; otherwise a group of the parts, of the same shape.
   */
  static @Nullable Throwable subgroup(Throwable exception, Predicate<? super Throwable> condition) {
    if (condition.test(exception)) {
      return exception;
    }
    List<? extends Throwable> members = members(exception);
    if (members == null) {
      return null;
    }
    List<Throwable> parts = new ArrayList<>();
    for (Throwable member : members) {
      Throwable part = subgroup(member, condition);
      if (part != null) {
        parts.add(part);
      }
    }
    return derive(exception, parts);
  }

  /** As {@link #subgroup}, and its rest; the condition is asked once for each exception. */
  static ExceptionGroup.Split<Throwable> split(
      Throwable exception, Predicate<? super Throwable> condition) {
    if (condition.test(exception)) {
      return new ExceptionGroup.Split<>(exception, null);
    }
    List<? extends Throwable> members = members(exception);
    if (members == null) {
      return new ExceptionGroup.Split<>(null, exception);
    }
    List<Throwable> matches = new ArrayList<>();
    List<Throwable> rests = new ArrayList<>();
    for (Throwable member : members) {
      ExceptionGroup.Split<Throwable> split = split(member, condition);
      if (split.match() != null) {
        matches.add(split.match());
      }
      if (split.rest() != null) {
        rests.add(split.rest());
      }
    }
    return new ExceptionGroup.Split<>(derive(exception, matches), derive(exception, rests));
  }

  private static @Nullable Throwable derive(Throwable group, List<Throwable> parts) {
    if (parts.isEmpty()) {
      return null;
    }
    Throwable part;
    if (group instanceof ExceptionGroup plain) {
      List<Exception> exceptions = new ArrayList<>();
      // Parts of what an ExceptionGroup holds are exceptions too.
      parts.forEach(exception -> exceptions.add((Exception) exception));
      part = plain.derive(exceptions);
    } else {
      part = ((BaseExceptionGroup) group).derive(parts);
    }
    return inherit(part, group);
  }

  /** Gives a part of a group what is known of the whole: where it was made, its cause, remarks. */
  private static Throwable inherit(Throwable part, Throwable group) {
    part.setStackTrace(group.getStackTrace());
    if (group.getCause() != null && part.getCause() == null) {
      try {
        part.initCause(group.getCause());
      } catch (IllegalStateException e) {
        // A subclass has set its own.
      }
    }
    Set<Throwable> members = Collections.newSetFromMap(new IdentityHashMap<>());
    members.addAll(Objects.requireNonNull(members(group), "it is a group"));
    for (Throwable remark : group.getSuppressed()) {
      if (!members.contains(remark)) {
        part.addSuppressed(remark);
      }
    }
    return part;
  }
}
