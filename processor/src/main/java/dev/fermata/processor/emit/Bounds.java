package dev.fermata.processor.emit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.UnionType;
import org.jspecify.annotations.Nullable;

/**
 * What a value is known to be where that is several types at once: those of an intersection, or
 * what the alternatives of a multi-catch have in common. The class comes first, if there is one.
 *
 * <p>A type that cannot be named in the package stands for its supertypes.
 */
final class Bounds {

  private final @Nullable Element home;
  private final Map<Element, TypeMirror> found = new LinkedHashMap<>();

  private Bounds(@Nullable Element home) {
    this.home = home;
  }

  /**
   * The types; none if all that is known is that it is an object.
   *
   * @param home the package in which they are named
   */
  static List<TypeMirror> of(TypeMirror type, @Nullable Element home) {
    Bounds bounds = new Bounds(home);
    if (type instanceof IntersectionType intersection) {
      intersection.getBounds().forEach(bounds::add);
    } else if (type instanceof UnionType union) {
      bounds.addCommon(union.getAlternatives());
    } else {
      return List.of(type);
    }
    return List.copyOf(bounds.found.values());
  }

  private void add(TypeMirror type) {
    if (!(type instanceof DeclaredType declared)
        || !(declared.asElement() instanceof TypeElement element)) {
      return;
    }
    if (isObject(element)) {
      return;
    }
    if (TypeNames.isLocal(element) || isAccessible(element)) {
      found.putIfAbsent(element, type);
    } else {
      add(element.getSuperclass());
      element.getInterfaces().forEach(this::add);
    }
  }

  private boolean isAccessible(TypeElement type) {
    boolean isPublic = true;
    Element each = type;
    for (; each instanceof TypeElement; each = each.getEnclosingElement()) {
      if (each.getModifiers().contains(Modifier.PRIVATE)) {
        return false;
      }
      isPublic &= each.getModifiers().contains(Modifier.PUBLIC);
    }
    return isPublic || each.equals(home);
  }

  private static boolean isObject(TypeElement type) {
    return type.getSuperclass().getKind() == TypeKind.NONE && !type.getKind().isInterface();
  }

  private void addCommon(List<? extends TypeMirror> alternatives) {
    Map<Element, TypeMirror> common = supertypes(alternatives.get(0));
    alternatives.forEach(each -> common.keySet().retainAll(supertypes(each).keySet()));
    Set<Element> implied = new LinkedHashSet<>();
    for (TypeMirror each : common.values()) {
      Set<Element> above = new LinkedHashSet<>(supertypes(each).keySet());
      above.remove(((DeclaredType) each).asElement());
      implied.addAll(above);
    }
    List<TypeMirror> nearest = new ArrayList<>(common.values());
    nearest.removeIf(each -> implied.contains(((DeclaredType) each).asElement()));
    nearest.forEach(this::add);
  }

  /** The type and all above it, classes before interfaces. */
  private static Map<Element, TypeMirror> supertypes(TypeMirror type) {
    Map<Element, TypeMirror> all = new LinkedHashMap<>();
    TypeMirror superclass = type;
    while (superclass instanceof DeclaredType declared) {
      all.put(declared.asElement(), declared);
      superclass = ((TypeElement) declared.asElement()).getSuperclass();
    }
    for (Element each : List.copyOf(all.keySet())) {
      addInterfaces((TypeElement) each, all);
    }
    return all;
  }

  private static void addInterfaces(TypeElement type, Map<Element, TypeMirror> all) {
    for (TypeMirror each : type.getInterfaces()) {
      Element element = ((DeclaredType) each).asElement();
      if (all.putIfAbsent(element, each) == null) {
        addInterfaces((TypeElement) element, all);
      }
    }
  }
}
