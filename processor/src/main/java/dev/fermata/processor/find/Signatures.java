package dev.fermata.processor.find;

import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;

/** Compares signatures by erasure, without the help of a compiler's Types. */
final class Signatures {

  /** Whether both take parameters of the same erased types. */
  static boolean sameErasure(ExecutableElement one, ExecutableElement other) {
    if (one.getParameters().size() != other.getParameters().size()) {
      return false;
    }
    for (int i = 0; i < one.getParameters().size(); i++) {
      String left = erased(one.getParameters().get(i).asType());
      if (!left.equals(erased(other.getParameters().get(i).asType()))) {
        return false;
      }
    }
    return true;
  }

  private static String erased(TypeMirror type) {
    return switch (type.getKind()) {
      case ARRAY -> erased(((ArrayType) type).getComponentType()) + "[]";
      case TYPEVAR -> erased(((TypeVariable) type).getUpperBound());
      case DECLARED, ERROR -> ((DeclaredType) type).asElement().toString();
      default -> type.getKind().toString();
    };
  }

  private Signatures() {}
}
