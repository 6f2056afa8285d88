package dev.fermata.processor.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;

/** Elements have an enclosing one or not; a method always has. */
public final class Owners {

  /** The type that declares the method. */
  public static TypeElement of(ExecutableElement method) {
    return (TypeElement) Objects.requireNonNull(method.getEnclosingElement());
  }

  /** The type around a member type. */
  public static TypeElement around(TypeElement member) {
    return (TypeElement) Objects.requireNonNull(member.getEnclosingElement());
  }

  /** Whether an object of the type has one of the type around it. */
  public static boolean isInner(TypeElement type) {
    return type.getNestingKind() == NestingKind.MEMBER
        && !type.getModifiers().contains(Modifier.STATIC);
  }

  /** Those of the type, behind those of the types around it whose objects it has. */
  public static List<TypeParameterElement> typeParameters(TypeElement type) {
    List<TypeParameterElement> parameters = new ArrayList<>();
    if (isInner(type) && type.getEnclosingElement() instanceof TypeElement outer) {
      parameters.addAll(typeParameters(outer));
    }
    parameters.addAll(type.getTypeParameters());
    return parameters;
  }

  /** The top-level type around a type, or that itself. */
  public static TypeElement outermost(TypeElement type) {
    TypeElement outermost = type;
    while (outermost.getEnclosingElement() instanceof TypeElement outer) {
      outermost = outer;
    }
    return outermost;
  }

  private Owners() {}
}
