package dev.fermata.processor.model;

import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/** What a type is as one of the types above it. */
public final class Supertypes {

  /** The type as the target, with the arguments that it has there; empty if it is none. */
  public static Optional<DeclaredType> as(TypeElement target, TypeMirror type, Types types) {
    if (type instanceof DeclaredType declared && declared.asElement().equals(target)) {
      return Optional.of(declared);
    }
    for (TypeMirror each : types.directSupertypes(type)) {
      Optional<DeclaredType> found = as(target, each, types);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private Supertypes() {}
}
