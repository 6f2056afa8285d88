package dev.fermata.processor.desugar;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.Tree;
import java.util.EnumSet;
import java.util.Set;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** The conversions of JLS chapter 5 that happen before the next operand is evaluated. */
final class Conversions {

  private static final Set<Tree.Kind> SHIFTS =
      EnumSet.of(
          Tree.Kind.LEFT_SHIFT,
          Tree.Kind.RIGHT_SHIFT,
          Tree.Kind.UNSIGNED_RIGHT_SHIFT,
          Tree.Kind.LEFT_SHIFT_ASSIGNMENT,
          Tree.Kind.RIGHT_SHIFT_ASSIGNMENT,
          Tree.Kind.UNSIGNED_RIGHT_SHIFT_ASSIGNMENT);

  private final Types types;
  private final TypeMirror object;

  Conversions(Types types, Elements elements) {
    this.types = types;
    this.object = elements.getTypeElement("java.lang.Object").asType();
  }

  static boolean isPrimitive(TypeMirror type) {
    return type.getKind().isPrimitive();
  }

  /** {@code int} for {@code int} and {@code Integer}; any type that is neither, as it is. */
  TypeMirror unboxed(TypeMirror type) {
    if (type instanceof TypeVariable variable) {
      return orElse(unboxed(variable.getUpperBound()), type);
    }
    if (type instanceof IntersectionType several) {
      return orElse(unboxed(several.getBounds().get(0)), type);
    }
    if (type.getKind() != TypeKind.DECLARED) {
      return type;
    }
    try {
      return types.unboxedType(type);
    } catch (IllegalArgumentException notABox) {
      return type;
    }
  }

  private static TypeMirror orElse(TypeMirror unboxed, TypeMirror otherwise) {
    return isPrimitive(unboxed) ? unboxed : otherwise;
  }

  /** The type that holds a value of {@code type} on its way to a parameter, element or variable. */
  TypeMirror passedTo(TypeMirror formal, TypeMirror type) {
    return isPrimitive(formal) ? unboxed(type) : type;
  }

  static boolean isString(TypeMirror type) {
    return type instanceof DeclaredType declared
        && declared.asElement() instanceof TypeElement element
        && element.getQualifiedName().contentEquals("java.lang.String");
  }

  /** Whether the text of a value of this type can never change: it need not be taken at once. */
  boolean hasFixedText(TypeMirror type) {
    return isPrimitive(unboxed(type)) || isString(type) || type.getKind() == TypeKind.NULL;
  }

  /** The operator's result before it is converted back by a compound assignment. */
  TypeMirror promoted(Tree.Kind operator, TypeMirror left, TypeMirror right) {
    TypeMirror a = unboxed(left);
    TypeMirror b = unboxed(right);
    if (a.getKind() == TypeKind.BOOLEAN || !isPrimitive(a)) {
      return a;
    }
    if (SHIFTS.contains(operator)) {
      return types.getPrimitiveType(wider(a.getKind(), TypeKind.INT));
    }
    return types.getPrimitiveType(wider(a.getKind(), wider(b.getKind(), TypeKind.INT)));
  }

  private static TypeKind wider(TypeKind a, TypeKind b) {
    for (TypeKind kind : new TypeKind[] {TypeKind.DOUBLE, TypeKind.FLOAT, TypeKind.LONG}) {
      if (a == kind || b == kind) {
        return kind;
      }
    }
    return TypeKind.INT;
  }

  /** Whether the operands are unboxed: not so when {@code ==} compares two references. */
  boolean unboxesOperands(BinaryTree tree, TypeMirror left, TypeMirror right) {
    return switch (tree.getKind()) {
      case EQUAL_TO, NOT_EQUAL_TO -> isPrimitive(left) || isPrimitive(right);
      default -> true;
    };
  }

  /** {@code Iterable<E>} as {@code type} implements it, if it does. */
  @Nullable DeclaredType asIterable(TypeMirror type) {
    if (type instanceof DeclaredType declared
        && declared.asElement() instanceof TypeElement element
        && element.getQualifiedName().contentEquals("java.lang.Iterable")) {
      return declared;
    }
    if (type.getKind() != TypeKind.DECLARED
        && type.getKind() != TypeKind.TYPEVAR
        && type.getKind() != TypeKind.INTERSECTION) {
      return null;
    }
    for (TypeMirror supertype : types.directSupertypes(type)) {
      DeclaredType found = asIterable(supertype);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  /** What is known of a value of this type argument. */
  TypeMirror bound(TypeMirror argument) {
    if (!(argument instanceof WildcardType wildcard)) {
      return argument;
    }
    TypeMirror upper = wildcard.getExtendsBound();
    return upper == null ? object : upper;
  }
}
