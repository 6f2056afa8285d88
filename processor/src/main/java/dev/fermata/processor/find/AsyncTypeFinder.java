package dev.fermata.processor.find;

import dev.fermata.processor.model.AsyncType;
import dev.fermata.processor.model.CoroutineFunction;
import dev.fermata.processor.model.RuntimeNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/** Finds the {@code @Async} types of a round and describes them. */
public final class AsyncTypeFinder {
  private final Elements elements;
  private final TypeNaming naming;
  private final CoroutineFunctions functions;

  public AsyncTypeFinder(Elements elements) {
    this.elements = elements;
    this.naming = new TypeNaming(elements);
    this.functions = new CoroutineFunctions(elements, naming);
  }

  /** The annotated types of this round's sources in source order, nested ones too. */
  public List<TypeElement> find(RoundEnvironment round) {
    TypeElement annotation = elements.getTypeElement(RuntimeNames.ASYNC);
    if (annotation == null) {
      return List.of();
    }
    return List.copyOf(ElementFilter.typesIn(round.getElementsAnnotatedWith(annotation)));
  }

  /** Whether the type itself is annotated. */
  public static boolean isAsync(Elements elements, TypeElement type) {
    return elements.getAllAnnotationMirrors(type).stream()
        .map(mirror -> (TypeElement) mirror.getAnnotationType().asElement())
        .anyMatch(annotation -> annotation.getQualifiedName().contentEquals(RuntimeNames.ASYNC));
  }

  /** Describes a type, an invalid one as well as possible. */
  public AsyncType describe(TypeElement type) {
    Supertypes supertypes = new Supertypes(elements, type);
    List<CoroutineFunction> declared = functions.declaredIn(type);
    return new AsyncType(
        type,
        elements.getPackageOf(type).getQualifiedName().toString(),
        naming.faceName(type),
        naming.machinesName(type),
        isPublic(type),
        kind(type),
        declared,
        functions.inheritedBy(type, supertypes),
        type.getKind() == ElementKind.INTERFACE ? helpers(type) : List.of(),
        supertypes.abstractMethods());
  }

  private static AsyncType.Kind kind(TypeElement type) {
    Set<Modifier> modifiers = type.getModifiers();
    if (modifiers.contains(Modifier.FINAL)
        || modifiers.contains(Modifier.SEALED)
        || isHiddenFromPackage(type)) {
      return AsyncType.Kind.UNRELATED;
    }
    return switch (type.getKind()) {
      case INTERFACE -> AsyncType.Kind.INTERFACE;
      case CLASS ->
          isInner(type) || !hasUsableConstructor(type)
              ? AsyncType.Kind.UNRELATED
              : AsyncType.Kind.CLASS;
      default -> AsyncType.Kind.UNRELATED;
    };
  }

  private static boolean isHiddenFromPackage(TypeElement type) {
    for (Element e = type; e instanceof TypeElement; e = e.getEnclosingElement()) {
      if (e.getModifiers().contains(Modifier.PRIVATE)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isInner(TypeElement type) {
    return type.getNestingKind().isNested() && !type.getModifiers().contains(Modifier.STATIC);
  }

  private static boolean hasUsableConstructor(TypeElement type) {
    return ElementFilter.constructorsIn(type.getEnclosedElements()).stream()
        .anyMatch(constructor -> !constructor.getModifiers().contains(Modifier.PRIVATE));
  }

  private static boolean isPublic(TypeElement type) {
    for (Element e = type; e instanceof TypeElement; e = e.getEnclosingElement()) {
      if (!e.getModifiers().contains(Modifier.PUBLIC)) {
        return false;
      }
    }
    return true;
  }

  private static List<ExecutableElement> helpers(TypeElement type) {
    List<ExecutableElement> result = new ArrayList<>();
    for (ExecutableElement method : ElementFilter.methodsIn(type.getEnclosedElements())) {
      if (method.getModifiers().contains(Modifier.PRIVATE)
          && !CoroutineFunctions.isCoroutineFunction(method)) {
        result.add(method);
      }
    }
    return result;
  }
}
