package dev.fermata.processor.find;

import dev.fermata.processor.model.AsyncType;
import dev.fermata.processor.model.CoroutineFunction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Parameterizable;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.ElementFilter;

/** What a face takes from its type: does every name in it resolve yet? */
public final class Headers {
  private final Set<String> known;
  private final List<String> unresolved = new ArrayList<>();

  private Headers(Set<String> known) {
    this.known = known;
  }

  /**
   * The names that another processor may still generate, in source order.
   *
   * @param known simple names that are about to be generated: no reason to wait, but for
   *     supertypes, whose members count
   */
  public static List<String> unresolved(AsyncType type, Set<String> known) {
    TypeElement element = type.element();
    Headers supertypes = new Headers(Set.of());
    supertypes.type(element.getSuperclass());
    element.getInterfaces().forEach(supertypes::type);
    Headers rest = new Headers(known);
    rest.parameters(element);
    ElementFilter.constructorsIn(element.getEnclosedElements()).forEach(rest::executable);
    for (CoroutineFunction function : type.declared()) {
      rest.executable(function.method());
    }
    for (CoroutineFunction function : type.inherited()) {
      rest.executable(function.method());
    }
    List<String> result = new ArrayList<>(supertypes.unresolved);
    result.addAll(rest.unresolved);
    return result;
  }

  /**
   * The type without the coroutine functions that mention what does not resolve; empty if the type
   * itself does so, where its face must repeat it.
   */
  public static Optional<AsyncType> resolvedPart(AsyncType type, Set<String> known) {
    Headers rest = new Headers(known);
    rest.parameters(type.element());
    ElementFilter.constructorsIn(type.element().getEnclosedElements()).forEach(rest::executable);
    return rest.unresolved.isEmpty()
        ? Optional.of(type.withFunctions(function -> isResolved(function.method(), known)))
        : Optional.empty();
  }

  private static boolean isResolved(ExecutableElement method, Set<String> known) {
    Headers header = new Headers(known);
    header.executable(method);
    return header.unresolved.isEmpty();
  }

  private void executable(ExecutableElement method) {
    parameters(method);
    type(method.getReturnType());
    method.getParameters().forEach(each -> type(each.asType()));
  }

  private void parameters(Parameterizable element) {
    element.getTypeParameters().forEach(each -> each.getBounds().forEach(this::type));
  }

  private void type(TypeMirror type) {
    if (type.getKind() == TypeKind.ERROR) {
      String name = ((DeclaredType) type).asElement().getSimpleName().toString();
      if (!known.contains(name)) {
        unresolved.add(name);
      }
    }
    if (type instanceof DeclaredType declared) {
      declared.getTypeArguments().forEach(this::type);
    } else if (type instanceof ArrayType array) {
      type(array.getComponentType());
    } else if (type instanceof WildcardType wildcard) {
      TypeMirror upper = wildcard.getExtendsBound();
      TypeMirror lower = wildcard.getSuperBound();
      if (upper != null) {
        type(upper);
      }
      if (lower != null) {
        type(lower);
      }
    }
  }
}
