package dev.fermata.processor.attribute;

import dev.fermata.processor.model.FunctionKind;
import dev.fermata.processor.model.FunctionType;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** Which functional interfaces make a lambda a coroutine function, and of which kind. */
final class Coroutines {

  private final Types types;
  private final Elements elements;
  private final TypeMirror object;
  private final TypeMirror nothing;

  Coroutines(Types types, Elements elements) {
    this.types = types;
    this.elements = elements;
    this.object = elements.getTypeElement("java.lang.Object").asType();
    this.nothing = elements.getTypeElement("java.lang.Void").asType();
  }

  /** The function that a lambda of this type implements, as a member of it. */
  @Nullable ExecutableType functionOf(TypeMirror type) {
    if (type instanceof IntersectionType intersection) {
      return intersection.getBounds().stream()
          .map(this::functionOf)
          .filter(function -> function != null)
          .findFirst()
          .orElse(null);
    }
    if (!(type instanceof DeclaredType declared)
        || declared.asElement().getKind() != ElementKind.INTERFACE) {
      return null;
    }
    List<ExecutableElement> methods =
        ElementFilter.methodsIn(elements.getAllMembers((TypeElement) declared.asElement()));
    for (ExecutableElement method : methods) {
      if (method.getModifiers().contains(Modifier.ABSTRACT) && !isOfObject(method)) {
        return (ExecutableType) types.asMemberOf(declared, method);
      }
    }
    return null;
  }

  /** What kind of coroutine function this is; null for any other function. */
  @Nullable FunctionType typeOf(@Nullable ExecutableType function) {
    return function == null ? null : typeOf(function.getReturnType());
  }

  /** What kind of coroutine function this method is; null for any other. */
  @Nullable FunctionType typeOf(ExecutableElement method) {
    return method.getReturnType().getKind() == TypeKind.VOID && FunctionKind.of(method).isPresent()
        ? new FunctionType(FunctionKind.COROUTINE, List.of(nothing), nothing)
        : typeOf(method.getReturnType());
  }

  @Nullable FunctionType typeOf(TypeMirror returned) {
    TypeMirror type =
        returned instanceof TypeVariable variable && TreeQuirks.isCapture(variable)
            ? variable.getUpperBound()
            : returned;
    FunctionKind kind = FunctionKind.of(type).orElse(null);
    if (kind == null) {
      return null;
    }
    List<? extends TypeMirror> arguments = ((DeclaredType) type).getTypeArguments();
    List<TypeMirror> all = new ArrayList<>();
    for (int i = 0; i < kind.arity(); i++) {
      if (kind == FunctionKind.GENERATOR && i > 0) {
        all.add(nothing);
      } else {
        all.add(i < arguments.size() ? argument(arguments.get(i)) : object);
      }
    }
    boolean none = kind == FunctionKind.ASYNC_GENERATOR;
    return new FunctionType(kind, all, none ? nothing : all.get(all.size() - 1));
  }

  private TypeMirror argument(TypeMirror argument) {
    return argument instanceof WildcardType wildcard ? bound(wildcard) : argument;
  }

  private TypeMirror bound(WildcardType wildcard) {
    TypeMirror upper = wildcard.getExtendsBound();
    return upper == null ? object : upper;
  }

  private boolean isOfObject(ExecutableElement method) {
    Element root = types.asElement(object);
    return ElementFilter.methodsIn(root.getEnclosedElements()).stream()
        .anyMatch(
            m ->
                m.getSimpleName().contentEquals(method.getSimpleName())
                    && m.getParameters().size() == method.getParameters().size()
                    && m.getModifiers().contains(Modifier.PUBLIC));
  }
}
