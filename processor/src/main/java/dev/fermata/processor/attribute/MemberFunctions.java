package dev.fermata.processor.attribute;

import dev.fermata.processor.ir.IrMember;
import dev.fermata.processor.ir.IrMember.Use;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/**
 * The functions that stand for members out of reach: each is made when it is first asked for, and
 * has one name.
 */
final class MemberFunctions {

  private record Key(Use use, Element element, TypeElement from) {}

  private final TypeElement owner;
  private final Map<Key, IrMember> members = new LinkedHashMap<>();

  /** What bears each name: functions of one name differ by what they take. */
  private final Map<String, List<IrMember>> byName = new HashMap<>();

  MemberFunctions(TypeElement owner) {
    this.owner = owner;
  }

  List<IrMember> all() {
    return List.copyOf(members.values());
  }

  /** The name of the function that does this with a field. */
  String field(Use use, VariableElement field) {
    String name = field.getSimpleName().toString();
    String wish =
        switch (use) {
          case INCREMENT -> name + "Incremented";
          case DECREMENT -> name + "Decremented";
          case THEN_INCREMENT -> name + "ThenIncrement";
          case THEN_DECREMENT -> name + "ThenDecrement";
          default -> hasMethod(name) ? name + "Field" : name;
        };
    TypeElement declaring = (TypeElement) field.getEnclosingElement();
    return function(use, field, wish, declaring, declaring, field.asType(), List.of());
  }

  /** The name of the function that calls a method. */
  String call(ExecutableElement method) {
    TypeElement declaring = (TypeElement) method.getEnclosingElement();
    boolean isPrivate = method.getModifiers().contains(Modifier.PRIVATE);
    // What is protected elsewhere is in reach of the subclass alone, on objects of its own.
    return function(
        Use.CALL,
        method,
        method.getSimpleName().toString(),
        isPrivate ? declaring : owner,
        isPrivate || method.getModifiers().contains(Modifier.STATIC) ? declaring : owner,
        method.getReturnType(),
        parameters(method));
  }

  /** The name of the function that calls a method as a supertype of the owner has it. */
  String callSuper(ExecutableElement method, TypeElement supertype) {
    String name = method.getSimpleName().toString();
    String wish = "super" + Character.toUpperCase(name.charAt(0)) + name.substring(1);
    return function(
        Use.SUPER, method, wish, owner, supertype, method.getReturnType(), parameters(method));
  }

  /** The name of the function that creates an object. */
  String create(ExecutableElement constructor) {
    TypeElement created = (TypeElement) constructor.getEnclosingElement();
    return function(
        Use.CREATE,
        constructor,
        "new" + created.getSimpleName(),
        constructor.getModifiers().contains(Modifier.PRIVATE) ? created : owner,
        created,
        created.asType(),
        parameters(constructor));
  }

  private static List<TypeMirror> parameters(ExecutableElement method) {
    List<TypeMirror> types = new ArrayList<>();
    method.getParameters().forEach(parameter -> types.add(parameter.asType()));
    return types;
  }

  private String function(
      Use use,
      Element element,
      String wish,
      TypeElement in,
      TypeElement receiver,
      TypeMirror type,
      List<TypeMirror> parameters) {
    Key key = new Key(use, element, receiver);
    IrMember known = members.get(key);
    if (known == null) {
      String name = wish;
      for (int n = 2; isTaken(name, element, use); n++) {
        name = wish + n;
      }
      known = new IrMember(use, element, name, in, receiver, type, parameters);
      members.put(key, known);
      byName.computeIfAbsent(name, each -> new ArrayList<>()).add(known);
    }
    return known.name();
  }

  /** Overloads of one method may share a name, as may reading and writing one field. */
  private boolean isTaken(String name, Element element, Use use) {
    if (PrivateFunctions.isHidden(name)) {
      return true;
    }
    for (IrMember other : byName.getOrDefault(name, List.of())) {
      boolean sameField = element.getKind().isField() && other.element().equals(element);
      boolean overload =
          other.use() == use
              && other.element() instanceof ExecutableElement method
              && element instanceof ExecutableElement wanted
              && method.getEnclosingElement().equals(wanted.getEnclosingElement())
              && method.getModifiers().contains(Modifier.STATIC)
                  == wanted.getModifiers().contains(Modifier.STATIC);
      if (!sameField && !overload) {
        return true;
      }
    }
    return false;
  }

  private boolean hasMethod(String name) {
    for (Element e = owner; e instanceof TypeElement type; e = e.getEnclosingElement()) {
      if (ElementFilter.methodsIn(type.getEnclosedElements()).stream()
          .anyMatch(method -> method.getSimpleName().contentEquals(name))) {
        return true;
      }
    }
    return false;
  }
}
