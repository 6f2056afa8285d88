package dev.fermata.processor.attribute;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/**
 * The private methods of an {@code @Async} interface that bodies call, in the order they are asked
 * for.
 */
final class PrivateFunctions {

  /**
   * What machines inherit: a function of such a name would be hidden in them. Overloads do not
   * help, as Java looks for the class that has the name first.
   */
  private static final Set<String> HIDDEN =
      Set.of(
          "step",
          "clear",
          "location",
          "await",
          "bound",
          "initialize",
          "nonNull",
          "illegalState",
          "close",
          "of",
          "completed",
          "failed",
          "clone",
          "equals",
          "done",
          "finalize",
          "forEach",
          "forEachRemaining",
          "getClass",
          "hasNext",
          "hashCode",
          "iterator",
          "next",
          "notify",
          "notifyAll",
          "remove",
          "send",
          "spliterator",
          "stream",
          "takeResult",
          "throwInto",
          "toString",
          "wait",
          "yieldFrom");

  private final TypeElement owner;
  private final Map<ExecutableElement, String> names = new HashMap<>();
  private final Deque<ExecutableElement> pending = new ArrayDeque<>();

  PrivateFunctions(TypeElement owner) {
    this.owner = owner;
  }

  /** Whether a call of the method must become one of a function beside the machines. */
  boolean isOne(ExecutableElement method) {
    return owner.getKind() == ElementKind.INTERFACE
        && owner.equals(method.getEnclosingElement())
        && method.getModifiers().contains(Modifier.PRIVATE);
  }

  /** The name of the function; asking for it makes it needed. */
  String name(ExecutableElement method) {
    return names.computeIfAbsent(
        method,
        m -> {
          pending.add(m);
          return choose(m.getSimpleName().toString());
        });
  }

  /** The next that is needed and was not handed out yet. */
  @Nullable ExecutableElement next() {
    return pending.poll();
  }

  /** Whether machines inherit a method of that name, which would hide a function. */
  static boolean isHidden(String name) {
    return HIDDEN.contains(name);
  }

  private String choose(String wish) {
    if (!HIDDEN.contains(wish)) {
      return wish;
    }
    Set<String> taken = new HashSet<>(HIDDEN);
    ElementFilter.methodsIn(owner.getEnclosedElements())
        .forEach(method -> taken.add(method.getSimpleName().toString()));
    String name = wish + "_";
    while (taken.contains(name)) {
      name += "_";
    }
    return name;
  }
}
