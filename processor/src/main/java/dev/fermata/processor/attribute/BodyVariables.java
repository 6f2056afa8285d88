package dev.fermata.processor.attribute;

import dev.fermata.processor.ir.Code.Access;
import dev.fermata.processor.ir.Code.Use;
import dev.fermata.processor.ir.IrVar;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/**
 * The variables of one body, and how deep in lambdas and classes each is declared: a use further in
 * is a capture.
 */
final class BodyVariables {

  private final TypeElement selfType;
  private final IrVar self;
  private final Function<TypeMirror, TypeMirror> upward;
  private final Elements elements;
  private final boolean captures;
  private final Map<Element, IrVar> variables = new HashMap<>();
  private final Map<Element, Integer> depths = new HashMap<>();
  private final Map<Element, IrVar> captured = new LinkedHashMap<>();
  private final Set<Element> ofNestedClasses = new HashSet<>();
  private final List<IrVar> parameters = new ArrayList<>();

  /**
   * No variables yet.
   *
   * @param selfType the type of the object whose method runs
   * @param upward makes a type one that can be written down
   * @param captures whether what is not declared here is a variable of the body around this one
   */
  BodyVariables(
      TypeElement selfType,
      Function<TypeMirror, TypeMirror> upward,
      Elements elements,
      boolean captures) {
    this.selfType = selfType;
    this.self = new IrVar("self", upward.apply(selfType.asType()), IrVar.Kind.SELF);
    this.upward = upward;
    this.elements = elements;
    this.captures = captures;
  }

  IrVar self() {
    return self;
  }

  IrVar parameter(Element element) {
    IrVar variable = add(element, IrVar.Kind.PARAMETER, 0);
    parameters.add(variable);
    return variable;
  }

  IrVar declare(Element element, int depth) {
    IrVar known = variables.get(element);
    return known != null ? known : add(element, IrVar.Kind.LOCAL, depth);
  }

  /** Notes a variable of a method in a nested class: it stays text. */
  void leave(Element element) {
    ofNestedClasses.add(element);
  }

  /** A use of a variable's name in as many lambdas and classes; null where it stays text. */
  @Nullable Use use(Element element, Access access, int depth) {
    if (ofNestedClasses.contains(element)) {
      return null;
    }
    IrVar variable = variables.get(element);
    if (variable == null && captures) {
      variable = capture(element);
    }
    if (variable == null) {
      return null;
    }
    return new Use(variable, depth > depths.getOrDefault(element, 0) ? Access.CAPTURE : access);
  }

  /**
   * The object of this type whose method, or in whose method a class is, in as many lambdas and
   * classes.
   */
  Use receiver(TypeElement type, int depth) {
    return new Use(receiver(type), depth > 0 ? Access.CAPTURE : Access.READ);
  }

  IrVar receiver(TypeElement type) {
    if (type.equals(selfType)) {
      return self;
    }
    IrVar known = variables.get(type);
    if (known != null) {
      return known;
    }
    if (!captures) {
      throw new IllegalArgumentException("no object of this body: " + type);
    }
    return capture(type);
  }

  IrVar variable(Element element) {
    IrVar variable = variables.get(element);
    if (variable == null && element.getSimpleName().isEmpty()) {
      // Unnamed, as newer JDKs allow: taken apart, it needs a name after all.
      return add(element, IrVar.Kind.LOCAL, 0);
    }
    if (variable == null) {
      throw new IllegalArgumentException("no variable of this body: " + element);
    }
    return variable;
  }

  /** Those of the body around that are used here, in the order of their first use. */
  Set<Element> captured() {
    return captured.keySet();
  }

  /** The receiver, the captured, the declared. */
  List<IrVar> inOrder() {
    List<IrVar> all = new ArrayList<>();
    all.add(self);
    all.addAll(captured.values());
    all.addAll(parameters);
    return all;
  }

  private IrVar capture(Element element) {
    IrVar variable = add(element, IrVar.Kind.PARAMETER, 0);
    captured.put(element, variable);
    return variable;
  }

  private IrVar add(Element element, IrVar.Kind kind, int depth) {
    IrVar variable =
        new IrVar(
            nameOf(element),
            upward.apply(element.asType()),
            kind,
            element instanceof VariableElement local
                ? Constants.text(local.getConstantValue(), local.asType(), elements)
                : null);
    variables.put(element, variable);
    depths.put(element, depth);
    return variable;
  }

  private static String nameOf(Element element) {
    String name = element.getSimpleName().toString();
    if (element instanceof TypeElement) {
      String variable =
          name.isEmpty() ? "" : name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
      return SourceVersion.isName(variable) ? variable : "outer";
    }
    return name.isEmpty() ? "unused" : name;
  }
}
