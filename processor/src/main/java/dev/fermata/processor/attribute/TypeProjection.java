package dev.fermata.processor.attribute;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.UnionType;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/**
 * Makes a type that can be written down of any that javac attributes: the upward projection of JLS
 * 4.10.5, and a supertype for those that have no name.
 *
 * <pre>{@code
 * List<capture of ? extends Number>    =>    List<? extends Number>
 * new Object() { .. }                  =>    Object
 * List<Integer & Comparable<..>>       =>    List<? extends Integer>
 * }</pre>
 *
 * <p>An intersection that is the whole type stays, and so does the union of a multi-catch: a
 * variable can be declared with one of its bounds and cast to all of them where it is used.
 */
final class TypeProjection {

  /** Bounds may mention themselves; past this depth a wildcard is all that is said. */
  private static final int DEPTH = 4;

  private final Types types;
  private final Predicate<TypeElement> isNamed;
  private final TypeMirror object;

  /**
   * Projects types.
   *
   * @param isNamed whether an anonymous class gets a name, so that its type is kept
   */
  TypeProjection(Types types, Elements elements, Predicate<TypeElement> isNamed) {
    this.types = types;
    this.isNamed = isNamed;
    this.object = elements.getTypeElement("java.lang.Object").asType();
  }

  TypeMirror upward(TypeMirror type) {
    TypeMirror bound = type;
    while (bound instanceof TypeVariable variable && TreeQuirks.isCapture(variable)) {
      bound = variable.getUpperBound();
    }
    return bound instanceof IntersectionType || bound instanceof UnionType
        ? bound
        : upward(type, 0);
  }

  private TypeMirror upward(TypeMirror type, int depth) {
    if (type.getKind().isPrimitive()) {
      // A constant expression has a type of its own, which equals no other.
      return types.getPrimitiveType(type.getKind());
    }
    return switch (type.getKind()) {
      case NULL -> object;
      case TYPEVAR ->
          TreeQuirks.isCapture((TypeVariable) type)
              ? depth > DEPTH ? object : upward(((TypeVariable) type).getUpperBound(), depth + 1)
              : type;
      case INTERSECTION -> upward(principal(((IntersectionType) type).getBounds()), depth);
      case UNION -> upward(common(((UnionType) type).getAlternatives()), depth);
      case ARRAY -> array((ArrayType) type, depth);
      case DECLARED -> declared((DeclaredType) type, depth);
      default -> type;
    };
  }

  private TypeMirror array(ArrayType type, int depth) {
    TypeMirror component = upward(type.getComponentType(), depth);
    return component == type.getComponentType() ? type : types.getArrayType(component);
  }

  /** The first bound, unless that says nothing. */
  private TypeMirror principal(List<? extends TypeMirror> bounds) {
    for (TypeMirror bound : bounds) {
      if (!types.isSameType(bound, object)) {
        return bound;
      }
    }
    return object;
  }

  /** The nearest superclass of the first that all others have too. */
  private TypeMirror common(List<? extends TypeMirror> alternatives) {
    TypeMirror candidate = alternatives.get(0);
    while (candidate.getKind() == TypeKind.DECLARED) {
      TypeMirror wanted = candidate;
      if (alternatives.stream().allMatch(type -> types.isSubtype(type, wanted))) {
        return candidate;
      }
      candidate = ((TypeElement) ((DeclaredType) candidate).asElement()).getSuperclass();
    }
    return object;
  }

  private TypeMirror declared(DeclaredType type, int depth) {
    TypeElement element = (TypeElement) type.asElement();
    if (element.getNestingKind() == NestingKind.ANONYMOUS && isNamed.test(element)) {
      return type;
    }
    if (element.getNestingKind() == NestingKind.ANONYMOUS) {
      return upward(
          element.getInterfaces().isEmpty()
              ? element.getSuperclass()
              : element.getInterfaces().get(0),
          depth);
    }
    List<TypeMirror> arguments = new ArrayList<>();
    boolean changed = false;
    for (TypeMirror argument : type.getTypeArguments()) {
      TypeMirror projected = argument(argument, depth);
      changed |= projected != argument;
      arguments.add(projected);
    }
    if (!changed) {
      return type;
    }
    TypeMirror enclosing = type.getEnclosingType();
    TypeMirror[] array = arguments.toArray(TypeMirror[]::new);
    return enclosing instanceof DeclaredType outer && !outer.getTypeArguments().isEmpty()
        ? types.getDeclaredType(outer, element, array)
        : types.getDeclaredType(element, array);
  }

  private TypeMirror argument(TypeMirror argument, int depth) {
    if (argument instanceof TypeVariable variable && TreeQuirks.isCapture(variable)) {
      if (depth > DEPTH) {
        return types.getWildcardType(null, null);
      }
      return variable.getLowerBound().getKind() == TypeKind.NULL
          ? extending(upward(variable.getUpperBound(), depth + 1))
          : types.getWildcardType(null, upward(variable.getLowerBound(), depth + 1));
    }
    if (argument instanceof WildcardType wildcard) {
      TypeMirror upper = wildcard.getExtendsBound();
      TypeMirror projected = upper == null ? null : upward(upper, depth + 1);
      return projected == upper ? wildcard : extending(projected);
    }
    TypeMirror projected = upward(argument, depth + 1);
    return projected == argument ? argument : extending(projected);
  }

  private TypeMirror extending(@Nullable TypeMirror bound) {
    return bound == null || types.isSameType(bound, object)
        ? types.getWildcardType(null, null)
        : types.getWildcardType(bound, null);
  }
}
