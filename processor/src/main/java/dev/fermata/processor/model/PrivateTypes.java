package dev.fermata.processor.model;

import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.UnionType;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/**
 * Member types that javac lets no other file name, since they or a class around them are private.
 *
 * <p>The JVM knows no such types: to it they are as good as package-private.
 */
public final class PrivateTypes {

  /** Bounds of type variables may mention themselves; past this depth nothing new is said. */
  private static final int DEPTH = 4;

  private PrivateTypes() {}

  /** Whether the type or one around it is private; types that a body declares are not. */
  public static boolean isOne(TypeElement type) {
    boolean found = false;
    Element e = type;
    for (; e instanceof TypeElement; e = e.getEnclosingElement()) {
      found |= e.getModifiers().contains(Modifier.PRIVATE);
    }
    return found && e != null && e.getKind() == ElementKind.PACKAGE;
  }

  /** Whether some type in the file's top-level class around this one is private. */
  public static boolean areAround(TypeElement type) {
    return areWithin(Owners.outermost(type));
  }

  private static boolean areWithin(TypeElement type) {
    return ElementFilter.typesIn(type.getEnclosedElements()).stream()
        .anyMatch(each -> each.getModifiers().contains(Modifier.PRIVATE) || areWithin(each));
  }

  /** Whether one is mentioned in what a field, a method or a constructor is declared with. */
  public static boolean areIn(Element member) {
    if (!(member instanceof ExecutableElement method)) {
      return areIn(member.asType());
    }
    boolean created = method.getKind() == ElementKind.CONSTRUCTOR;
    return areIn(method.getReturnType())
        || (created && isOne(Owners.of(method)))
        || method.getParameters().stream()
            .map(VariableElement::asType)
            .anyMatch(PrivateTypes::areIn)
        || anyIn(method.getThrownTypes(), 0)
        || method.getTypeParameters().stream().anyMatch(each -> anyIn(each.getBounds(), 0));
  }

  /** Whether one is mentioned in a type. */
  public static boolean areIn(@Nullable TypeMirror type) {
    return areIn(type, 0);
  }

  private static boolean areIn(@Nullable TypeMirror type, int depth) {
    if (type == null || depth > DEPTH) {
      return false;
    }
    if (type instanceof ArrayType array) {
      return areIn(array.getComponentType(), depth);
    }
    if (type instanceof WildcardType wildcard) {
      return areIn(wildcard.getExtendsBound(), depth) || areIn(wildcard.getSuperBound(), depth);
    }
    if (type instanceof TypeVariable variable) {
      return areIn(variable.getUpperBound(), depth + 1)
          || areIn(variable.getLowerBound(), depth + 1);
    }
    if (type instanceof IntersectionType several) {
      return anyIn(several.getBounds(), depth);
    }
    if (type instanceof UnionType several) {
      return anyIn(several.getAlternatives(), depth);
    }
    return type instanceof DeclaredType declared
        && (isOne((TypeElement) declared.asElement())
            || areIn(declared.getEnclosingType(), depth)
            || anyIn(declared.getTypeArguments(), depth));
  }

  private static boolean anyIn(List<? extends TypeMirror> types, int depth) {
    return types.stream().anyMatch(each -> areIn(each, depth));
  }
}
