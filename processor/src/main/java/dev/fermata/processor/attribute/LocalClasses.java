package dev.fermata.processor.attribute;

import dev.fermata.processor.attribute.SourceText.Range;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import org.jspecify.annotations.Nullable;

/**
 * The types that the bodies of one method declare for themselves, and what each uses of the body
 * around it.
 *
 * <p>One that is declared among statements that are taken apart moves out of them; so does one that
 * another body names, that of a coroutine inside this one, an anonymous class whose type is needed
 * by name, and what a class that moves mentions. A class that uses something of the body then
 * stands in a scope: a class whose fields are what it captures. Where one such class mentions
 * another, all scopes extend the one before, so that inside them every name means what it meant.
 */
final class LocalClasses {

  /**
   * A type that may move.
   *
   * @param home the body that declares it, whose machine it moves to
   * @param name what it is called there
   * @param range the declaration
   * @param statement the declaration as it is written when it moves
   * @param block where its name is known; of an anonymous class, where its type matters
   * @param anonymous how it is written if it is an anonymous class
   */
  record Declaration(
      TypeElement type,
      JavacBody home,
      String name,
      Range range,
      Range statement,
      Range block,
      @Nullable NamedAnonymous anonymous) {

    boolean isAnonymous() {
      return anonymous != null;
    }
  }

  /** What is known of a type: whether it moves, and what it mentions. */
  private static final class Local {
    final Declaration declaration;
    final Set<Element> variables = new LinkedHashSet<>();
    final Set<TypeElement> types = new LinkedHashSet<>();
    boolean always;
    boolean generic;
    boolean inner;
    @Nullable Local outer;

    Local(Declaration declaration) {
      this.declaration = declaration;
    }

    Range range() {
      return declaration.range();
    }

    boolean isClass() {
      return declaration.type().getKind() == ElementKind.CLASS;
    }

    Set<Element> captured() {
      Set<Element> all = outer == null ? new LinkedHashSet<>() : outer.captured();
      all.addAll(variables);
      return all;
    }
  }

  private final Map<TypeElement, Local> locals = new LinkedHashMap<>();
  private final Map<Element, Integer> places = new HashMap<>();
  private final Set<TypeElement> moved = new LinkedHashSet<>();
  private boolean linked;
  private boolean resolved;

  // While names are resolved

  void declare(Declaration declaration) {
    locals.put(declaration.type(), new Local(declaration));
  }

  /** Notes where a variable is declared: inside a class, it is none that the class captures. */
  void declare(Element variable, int place) {
    places.putIfAbsent(variable, place);
  }

  /** Notes a use of a variable, or of the object of a type, inside these classes. */
  void use(Collection<TypeElement> around, Element used) {
    for (TypeElement type : around) {
      Local local = locals.get(type);
      if (local != null && !isInside(used, local)) {
        local.variables.add(used);
      }
    }
  }

  private boolean isInside(Element used, Local local) {
    Local type = used instanceof TypeElement ? locals.get(used) : null;
    if (type != null) {
      return local.range().contains(type.range());
    }
    Integer place = places.get(used);
    return place != null && local.range().contains(new Range(place, place));
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

  /** Has the type move even out of a statement that stays whole. */
  void moveAlways(TypeElement type) {
    Local local = locals.get(type);
    if (local != null) {
      local.always = true;
    }
  }

  boolean isDeclared(TypeElement type) {
    return locals.containsKey(type);
  }

  /** The body that declares it. */
  @Nullable JavacBody home(TypeElement type) {
    Local local = locals.get(type);
    return local == null ? null : local.declaration.home();
  }

  // Once all names are resolved

  Declaration declaration(TypeElement type) {
    return resolve(type).declaration;
  }

  /** Whether the type needs a scope once it moves. */
  boolean isInner(TypeElement type) {
    return resolve(type).inner;
  }

  @Nullable TypeElement outer(TypeElement type) {
    Local outer = resolve(type).outer;
    return outer == null ? null : outer.declaration.type();
  }

  /** What its scope holds, that of the scope around it first. */
  List<Element> captured(TypeElement type) {
    return new ArrayList<>(resolve(type).captured());
  }

  /** Whether the type, seen from a text of this body that covers {@code whole}, is not in it. */
  boolean hasMoved(TypeElement type, JavacBody body, Range whole) {
    Local local = resolve(type);
    Range range = local.range();
    if (body != local.declaration.home() && range.contains(body.range())) {
      return true;
    }
    if (local.declaration.statement().contains(whole)) {
      return false;
    }
    return local.always
        || !whole.contains(local.declaration.isAnonymous() ? local.declaration.block() : range)
        || movesWithSuperclass(local, body, whole)
        || movesWithUser(local, body, whole);
  }

  /** A class that moves could not name one that stays behind in a text. */
  private boolean movesWithUser(Local local, JavacBody body, Range whole) {
    for (Local user : locals.values()) {
      if (user.types.contains(local.declaration.type())
          && !local.range().contains(user.range())
          && !user.range().contains(local.range())
          && hasMoved(user.declaration.type(), body, whole)) {
        return true;
      }
    }
    return false;
  }

  /** A class that stays could not say in which scope its superclass stands. */
  private boolean movesWithSuperclass(Local local, JavacBody body, Range whole) {
    return !local.declaration.isAnonymous()
        && local.declaration.type().getSuperclass() instanceof DeclaredType superclass
        && superclass.asElement() instanceof TypeElement extended
        && isDeclared(extended)
        && isInner(extended)
        && hasMoved(extended, body, whole);
  }

  /** Notes that the text just written lacks the type, which must be written by itself. */
  void move(TypeElement type) {
    moved.add(type);
  }

  /** The types that texts of the body lack, each handed out once. */
  List<TypeElement> moved(JavacBody home) {
    List<TypeElement> types =
        moved.stream().filter(type -> declaration(type).home() == home).toList();
    types.forEach(moved::remove);
    return types;
  }

  /**
   * Whether {@code whole} is the text of a class that has a scope, where the scopes of the classes
   * before it are in reach.
   */
  boolean isScoped(Range whole) {
    return locals.values().stream()
        .anyMatch(
            local ->
                local.declaration.statement().equals(whole)
                    && resolve(local.declaration.type()).inner);
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
      throw new IllegalArgumentException("no type of this method: " + type);
    }
    return local;
  }

  private void resolveInner(Local local) {
    boolean mentionsInner =
        local.types.stream()
            .map(locals::get)
            .anyMatch(
                other -> other != null && other.inner && !local.range().contains(other.range()));
    local.inner = local.isClass() && (local.generic || !local.variables.isEmpty() || mentionsInner);
    linked |= local.inner && mentionsInner;
  }

  /** Puts its scope inside that of the nearest class before whose name is known there. */
  private void link(Local local) {
    for (Local other : locals.values()) {
      if (other == local) {
        return;
      }
      if (other.inner
          && !other.declaration.isAnonymous()
          && other.declaration.block().contains(local.range())) {
        local.outer = other;
      }
    }
  }
}
