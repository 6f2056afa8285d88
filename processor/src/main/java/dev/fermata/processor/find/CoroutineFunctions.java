package dev.fermata.processor.find;

import dev.fermata.processor.model.CoroutineFunction;
import dev.fermata.processor.model.FunctionKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/**
 * Which methods are coroutine functions, and what their machines are called.
 *
 * <p>Names are a function of the declaring type alone, in the order of its members, so that the
 * face of a subtype in another compilation arrives at the same ones.
 */
public final class CoroutineFunctions {
  private final Elements elements;
  private final TypeNaming naming;

  CoroutineFunctions(Elements elements, TypeNaming naming) {
    this.elements = elements;
    this.naming = naming;
  }

  /** Whether the method, a member of an {@code @Async} type, is a coroutine function. */
  public static boolean isCoroutineFunction(ExecutableElement method) {
    Set<Modifier> modifiers = method.getModifiers();
    return method.getKind() == ElementKind.METHOD
        && !modifiers.contains(Modifier.ABSTRACT)
        && !modifiers.contains(Modifier.NATIVE)
        && !modifiers.contains(Modifier.STATIC)
        && FunctionKind.of(method).isPresent();
  }

  /**
   * Those whose body stands in the type itself, in source order.
   *
   * <pre>{@code
   * compute(int)       Compute
   * compute(String)    Compute2
   * compute2()         Compute22    // Compute2 is taken
   * sums()             SumsCoroutine, in a type Sums: the type's own name must still mean the type
   * }</pre>
   */
  List<CoroutineFunction> declaredIn(TypeElement type) {
    List<ExecutableElement> methods = new ArrayList<>();
    for (ExecutableElement method : ElementFilter.methodsIn(type.getEnclosedElements())) {
      if (isCoroutineFunction(method)) {
        methods.add(method);
      }
    }
    String holder = naming.machinesQualifiedName(type);
    Set<String> taken = new HashSet<>();
    taken.add(holder.substring(holder.lastIndexOf('.') + 1));
    Set<String> meaningTypes = meaningTypes(type);
    Map<String, Integer> overloads = new LinkedHashMap<>();
    List<CoroutineFunction> result = new ArrayList<>();
    for (ExecutableElement method : methods) {
      String base = capitalized(method.getSimpleName().toString());
      if (meaningTypes.contains(base)) {
        base += "Coroutine";
      }
      int number = overloads.merge(base, 1, Integer::sum);
      String name = number == 1 ? base : base + number;
      while (!taken.add(name)) {
        number = overloads.merge(base, 1, Integer::sum);
        name = base + number;
      }
      result.add(new CoroutineFunction(method, type, name, holder));
    }
    return result;
  }

  /**
   * Those of other {@code @Async} types that are in force in this one, in the order of its
   * supertypes.
   */
  List<CoroutineFunction> inheritedBy(TypeElement type, Supertypes supertypes) {
    List<CoroutineFunction> result = new ArrayList<>();
    for (TypeElement each : supertypes.closure()) {
      if (!each.equals(type) && AsyncTypeFinder.isAsync(elements, each)) {
        for (CoroutineFunction function : declaredIn(each)) {
          if (supertypes.isInForce(function.method())) {
            result.add(function);
          }
        }
      }
    }
    return result;
  }

  /**
   * Simple names that must not be hidden by a machine: the type's own and those around it. In the
   * unnamed package no type can be named in any other way, so there it is all of them.
   */
  private Set<String> meaningTypes(TypeElement type) {
    Set<String> names = new HashSet<>();
    for (Element e = type; e instanceof TypeElement; e = e.getEnclosingElement()) {
      names.add(e.getSimpleName().toString());
    }
    PackageElement in = elements.getPackageOf(type);
    if (in.isUnnamed()) {
      in.getEnclosedElements().forEach(each -> names.add(each.getSimpleName().toString()));
    }
    return names;
  }

  private static String capitalized(String name) {
    int first = name.codePointAt(0);
    return new StringBuilder()
        .appendCodePoint(Character.toUpperCase(first))
        .append(name, Character.charCount(first), name.length())
        .toString();
  }
}
