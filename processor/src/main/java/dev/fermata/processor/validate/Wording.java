package dev.fermata.processor.validate;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import java.util.stream.Collectors;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import org.jspecify.annotations.Nullable;

/** Types and places as people write them in a sentence. */
final class Wording {

  /** The simple name of a class, without arguments. */
  static String simple(@Nullable TypeMirror type) {
    return type instanceof DeclaredType declared
        ? declared.asElement().getSimpleName().toString()
        : String.valueOf(type);
  }

  /** A type with simple names: {@code Map<String, Integer>}. */
  static String type(TypeMirror type) {
    if (type instanceof DeclaredType declared) {
      String name = simple(type);
      return declared.getTypeArguments().isEmpty()
          ? name
          : declared.getTypeArguments().stream()
              .map(each -> type(each))
              .collect(Collectors.joining(", ", name + "<", ">"));
    }
    if (type instanceof ArrayType array) {
      return type(array.getComponentType()) + "[]";
    }
    if (type instanceof WildcardType wildcard) {
      TypeMirror upper = wildcard.getExtendsBound();
      TypeMirror lower = wildcard.getSuperBound();
      return upper != null
          ? "? extends " + type(upper)
          : lower != null ? "? super " + type(lower) : "?";
    }
    if (type instanceof TypeVariable variable) {
      String name = variable.asElement().getSimpleName().toString();
      boolean captured = name.isEmpty() || !Character.isJavaIdentifierStart(name.charAt(0));
      return captured ? "? extends " + type(variable.getUpperBound()) : name;
    }
    return type.toString();
  }

  /** A method with the types of its parameters: {@code put(String, int[])}. */
  static String method(ExecutableElement method) {
    return method.getParameters().stream()
        .map(each -> type(each.asType()))
        .collect(Collectors.joining(", ", method.getSimpleName() + "(", ")"));
  }

  /** A method that is no coroutine function, and what it is instead. */
  static String plainMethod(ExecutableElement method) {
    if (method.getKind() == ElementKind.CONSTRUCTOR) {
      return "a constructor of " + method.getEnclosingElement().getSimpleName();
    }
    return method(method)
        + (method.getModifiers().contains(Modifier.STATIC)
            ? ", which is static"
            : ", which returns " + type(method.getReturnType()));
  }

  /** The method, field or class around a place. */
  static String enclosingMember(@Nullable TreePath path) {
    for (TreePath each = path; each != null; each = each.getParentPath()) {
      if (each.getLeaf() instanceof MethodTree method) {
        return method.getName() + "()";
      }
      if (each.getLeaf() instanceof VariableTree field
          && each.getParentPath().getLeaf() instanceof ClassTree) {
        return "field " + field.getName();
      }
      if (each.getLeaf() instanceof ClassTree type && !type.getSimpleName().isEmpty()) {
        return type.getSimpleName().toString();
      }
    }
    return "this file";
  }

  private Wording() {}
}
