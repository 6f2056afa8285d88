package dev.fermata.processor.model;

import java.util.Objects;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/** Elements have an enclosing one or not; a method always has. */
public final class Owners {

  /** The type that declares the method. */
  public static TypeElement of(ExecutableElement method) {
    return (TypeElement) Objects.requireNonNull(method.getEnclosingElement());
  }

  private Owners() {}
}
