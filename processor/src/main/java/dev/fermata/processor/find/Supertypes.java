package dev.fermata.processor.find;

import dev.fermata.processor.model.Owners;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/** The supertypes of one type and which of their methods are still in force in it. */
final class Supertypes {
  private final Elements elements;
  private final TypeElement type;
  private final List<TypeElement> closure;
  private final List<ExecutableElement> methods = new ArrayList<>();

  Supertypes(Elements elements, TypeElement type) {
    this.elements = elements;
    this.type = type;
    Set<TypeElement> seen = new LinkedHashSet<>();
    visit(type, seen);
    if (type.getKind().isInterface()) {
      // The face is a class, and so has the methods of Object, which implement an interface's.
      seen.add(elements.getTypeElement("java.lang.Object"));
    }
    closure = List.copyOf(seen);
    for (TypeElement each : closure) {
      methods.addAll(ElementFilter.methodsIn(each.getEnclosedElements()));
    }
  }

  /**
   * The type itself, then its superclasses, then interfaces: in an order that the source
   * determines.
   */
  List<TypeElement> closure() {
    return closure;
  }

  private static void visit(TypeElement type, Set<TypeElement> seen) {
    if (!seen.add(type)) {
      return;
    }
    visit(type.getSuperclass(), seen);
    for (TypeMirror each : type.getInterfaces()) {
      visit(each, seen);
    }
  }

  private static void visit(TypeMirror type, Set<TypeElement> seen) {
    if (type.getKind() == TypeKind.DECLARED) {
      visit((TypeElement) ((DeclaredType) type).asElement(), seen);
    }
  }

  /** Whether a call on an object of the type, or of its face, reaches this very method. */
  boolean isInForce(ExecutableElement method) {
    return isVisible(method) && methods.stream().noneMatch(each -> replaces(each, method));
  }

  /** The abstract methods that no other implements. */
  List<ExecutableElement> abstractMethods() {
    List<ExecutableElement> result = new ArrayList<>();
    for (ExecutableElement method : methods) {
      if (method.getModifiers().contains(Modifier.ABSTRACT)
          && methods.stream().noneMatch(each -> replaces(each, method))
          && result.stream().noneMatch(each -> isSame(each, method))) {
        result.add(method);
      }
    }
    return result;
  }

  private boolean replaces(ExecutableElement other, ExecutableElement method) {
    if (other.equals(method) || other.getModifiers().contains(Modifier.STATIC)) {
      return false;
    }
    if (elements.overrides(other, method, type)) {
      return true;
    }
    // An interface that redeclares a method of Object is implemented by any class.
    return method.getModifiers().contains(Modifier.ABSTRACT)
        && isOfObject(other)
        && other.getModifiers().contains(Modifier.PUBLIC)
        && isSame(other, method);
  }

  private boolean isSame(ExecutableElement one, ExecutableElement other) {
    return one.getSimpleName().equals(other.getSimpleName())
        && one.getParameters().size() == other.getParameters().size()
        && (elements.overrides(one, other, type)
            || elements.overrides(other, one, type)
            || Signatures.sameErasure(one, other));
  }

  private static boolean isOfObject(ExecutableElement method) {
    return Owners.of(method).getQualifiedName().contentEquals("java.lang.Object");
  }

  private boolean isVisible(ExecutableElement method) {
    Set<Modifier> modifiers = method.getModifiers();
    if (modifiers.contains(Modifier.PRIVATE)) {
      return false;
    }
    if (modifiers.contains(Modifier.PUBLIC)
        || modifiers.contains(Modifier.PROTECTED)
        || Owners.of(method).getKind() == ElementKind.INTERFACE) {
      return true;
    }
    PackageElement home = elements.getPackageOf(method);
    return home.equals(elements.getPackageOf(type));
  }
}
