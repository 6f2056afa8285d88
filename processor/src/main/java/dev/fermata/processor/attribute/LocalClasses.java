package dev.fermata.processor.attribute;

import dev.fermata.processor.attribute.SourceText.Range;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/**
 * The types that one body declares for itself, and what each uses of it.
 *
 * <p>One that is declared among statements that are taken apart moves out of them. A class that
 * uses something of the body then stands in a scope: a class whose fields are what it captures.
 * Where one such class mentions another, all scopes of the body extend the one before, so that
 * inside them every name means what it meant.
 */
final class LocalClasses {

  /** A type, where it stands, and what it mentions. */
  private static final class Local {
    final TypeElement type;
    final Range range;
    final Range statement;
    final Range block;
    final Set<Element> variables = new LinkedHashSet<>();
    final Set<TypeElement> types = new LinkedHashSet<>();
    boolean generic;
    boolean inner;
    @Nullable Local outer;

    Local(TypeElement type, Range range, Range statement, Range block) {
      this.type = type;
      this.range = range;
      this.statement = statement;
      this.block = block;
    }

    boolean isClass() {
      return type.getKind() == ElementKind.CLASS;
    }

    Set<Element> captured() {
      Set<Element> all = outer == null ? new LinkedHashSet<>() : outer.captured();
      all.addAll(variables);
      return all;
    }
  }

  private final Map<TypeElement, Local> locals = new LinkedHashMap<>();
  private boolean linked;
  private boolean resolved;

  /**
   * Notes a type.
   *
   * @param range the declaration
   * @param statement the declaration and its comments, as it is written when it moves
   * @param block where its name is known
   */
  void declare(TypeElement type, Range range, Range statement, Range block) {
    locals.put(type, new Local(type, range, statement, block));
  }

  /** Notes a use of a variable, or of the receiver by its type, inside these classes. */
  void use(Collection<TypeElement> around, Element variable) {
    for (TypeElement type : around) {
      Local local = locals.get(type);
      if (local != null) {
        local.variables.add(variable);
      }
    }
  }

  /** Notes a mention of another local type inside these classes. */
  void mention(Collection<TypeElement> around, TypeElement mentioned) {
    for (TypeElement type : around) {
      Local local = locals.get(type);
      if (local != null && !mentioned.equals(type)) {
        local.types.add(mentioned);
      }
    }
  }

  /** Notes a use of a type parameter inside these classes. */
  void useTypeParameter(Collection<TypeElement> around) {
    for (TypeElement type : around) {
      Local local = locals.get(type);
      if (local != null) {
        local.generic = true;
      }
    }
  }

  boolean isDeclared(TypeElement type) {
    return locals.containsKey(type);
  }

  /** Whether the type needs a scope once it moves. */
  boolean isInner(TypeElement type) {
    return resolve(type).inner;
  }

  @Nullable TypeElement outer(TypeElement type) {
    Local outer = resolve(type).outer;
    return outer == null ? null : outer.type;
  }

  /** What its scope holds, that of the scope around it first. */
  List<Element> captured(TypeElement type) {
    return new ArrayList<>(resolve(type).captured());
  }

  /** Whether the type, seen from a text that covers {@code whole}, has moved out of it. */
  boolean hasMoved(TypeElement type, Range whole) {
    return !resolve(type).range.contains(whole) && !whole.contains(resolve(type).range);
  }

  /**
   * Whether {@code whole} is the text of a class that has a scope, where the scopes of the classes
   * before it are in reach.
   */
  boolean isScoped(Range whole) {
    return locals.values().stream()
        .anyMatch(local -> local.statement.equals(whole) && resolve(local.type).inner);
  }

  private Local resolve(TypeElement type) {
    if (!resolved) {
      resolved = true;
      locals.values().forEach(this::resolveInner);
      if (linked) {
        locals.values().stream().filter(local -> local.inner).forEach(this::link);
      }
    }
    Local local = locals.get(type);
    if (local == null) {
      throw new IllegalArgumentException("no type of this body: " + type);
    }
    return local;
  }

  private void resolveInner(Local local) {
    boolean mentionsInner =
        local.types.stream()
            .map(locals::get)
            .anyMatch(other -> other != null && other.inner && !local.range.contains(other.range));
    local.inner = local.isClass() && (local.generic || !local.variables.isEmpty() || mentionsInner);
    linked |= local.inner && mentionsInner;
  }

  /** Puts its scope inside that of the nearest class before whose name is known there. */
  private void link(Local local) {
    for (Local other : locals.values()) {
      if (other == local) {
        return;
      }
      if (other.inner && other.block.contains(local.range)) {
        local.outer = other;
      }
    }
  }
}
