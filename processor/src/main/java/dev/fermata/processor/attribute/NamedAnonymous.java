package dev.fermata.processor.attribute;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.NewClassTree;
import dev.fermata.processor.attribute.SourceText.Range;
import dev.fermata.processor.attribute.SourceTokens.Token;
import dev.fermata.processor.ir.Code;
import dev.fermata.processor.ir.IrVar;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of an anonymous class that gets a name.
 *
 * <pre>{@code
 * new Base(a) {        =>    new Counter(a)
 *   int n;
 * }                          class Counter extends Base {
 *                              Counter(int a) {
 *                                super(a);
 *                              }
 *
 *                              int n;
 *                            }
 * }</pre>
 */
final class NamedAnonymous {

  private final NewClassTree tree;
  private final TypeElement type;
  private final String name;
  private final Range body;

  /**
   * A class that may get a name.
   *
   * @param tree its creation
   */
  NamedAnonymous(SourceText source, NewClassTree tree, TypeElement type, String name) {
    this.tree = tree;
    this.type = type;
    this.name = name;
    List<? extends ExpressionTree> arguments = tree.getArguments();
    int from = source.range(tree.getIdentifier()).end();
    for (ExpressionTree argument : arguments) {
      from = Math.max(from, source.range(argument).end());
    }
    Token brace = source.tokens().codeFrom(from);
    while (brace != null && !brace.is("{")) {
      brace = source.tokens().codeFrom(brace.end());
    }
    if (brace == null) {
      throw new IllegalArgumentException("no class body in " + tree);
    }
    this.body = new Range(brace.start(), source.range(tree).end());
  }

  String name() {
    return name;
  }

  /** The braces and what is between them. */
  Range body() {
    return body;
  }

  /** The types that its header mentions. */
  List<TypeMirror> mentioned() {
    List<TypeMirror> types = new ArrayList<>();
    types.add(AnonymousClasses.supertype(type));
    constructor().getParameters().forEach(parameter -> types.add(parameter.asType()));
    return types;
  }

  /** The class that its superclass is an inner class of; null if that has no outer object. */
  @Nullable TypeElement outerOfSuperclass() {
    Element superclass =
        type.getSuperclass() instanceof DeclaredType declared ? declared.asElement() : null;
    return tree.getEnclosingExpression() == null
            && superclass instanceof TypeElement element
            && element.getNestingKind() == NestingKind.MEMBER
            && !element.getModifiers().contains(Modifier.STATIC)
        ? (TypeElement) element.getEnclosingElement()
        : null;
  }

  /**
   * The class.
   *
   * @param braces its body as it is written
   * @param outer the outer object of its superclass, if that has one
   */
  Code declaration(Code braces, @Nullable IrVar outer) {
    Code.Builder out = Code.builder().add("class " + name);
    TypeMirror supertype = AnonymousClasses.supertype(type);
    if (!type.getInterfaces().isEmpty()) {
      out.add(" implements ").add(new Code.TypeOf(supertype));
    } else if (!supertype.toString().equals("java.lang.Object")) {
      out.add(" extends ").add(new Code.TypeOf(supertype));
    }
    out.add(" ");
    if (outer == null && constructor().getParameters().isEmpty()) {
      return out.add(braces).build();
    }
    Code.Text first = (Code.Text) braces.parts().get(0);
    out.add("{\n").add(constructor(outer)).add(first.text().substring(1));
    braces.parts().subList(1, braces.parts().size()).forEach(out::add);
    return out.build();
  }

  private Code constructor(@Nullable IrVar outer) {
    ExecutableElement constructor = constructor();
    List<String> names = names();
    Code.Builder out = Code.builder().add("  " + name + "(");
    for (int i = 0; i < names.size(); i++) {
      TypeMirror parameter = constructor.getParameters().get(i).asType();
      boolean varargs = constructor.isVarArgs() && i == names.size() - 1;
      TypeMirror component =
          varargs && parameter instanceof ArrayType array ? array.getComponentType() : parameter;
      out.add(i == 0 ? "" : ", ")
          .add(new Code.TypeOf(component))
          .add((varargs ? "... " : " ") + names.get(i));
    }
    out.add(")");
    String separator = " throws ";
    for (TypeMirror thrown : constructor.getThrownTypes()) {
      out.add(separator).add(new Code.TypeOf(thrown));
      separator = ", ";
    }
    out.add(" {\n    ");
    if (outer != null) {
      out.add(new Code.Use(outer, Code.Access.CAPTURE)).add(".");
    } else if (tree.getEnclosingExpression() != null) {
      out.add(names.remove(0) + ".");
    }
    return out.add("super(" + String.join(", ", names) + ");\n  }\n").build();
  }

  private ExecutableElement constructor() {
    return ElementFilter.constructorsIn(type.getEnclosedElements()).get(0);
  }

  /** Those of the superclass's constructor where only one can be meant. */
  private List<String> names() {
    List<? extends VariableElement> parameters = constructor().getParameters();
    boolean outer = tree.getEnclosingExpression() != null;
    int count = parameters.size() - (outer ? 1 : 0);
    List<String> names = new ArrayList<>();
    if (outer) {
      names.add("outer");
    }
    List<ExecutableElement> candidates =
        type.getSuperclass() instanceof DeclaredType superclass
            ? ElementFilter.constructorsIn(superclass.asElement().getEnclosedElements()).stream()
                .filter(each -> each.getParameters().size() == count)
                .toList()
            : List.of();
    for (int i = 0; i < count; i++) {
      names.add(
          candidates.size() == 1
              ? candidates.get(0).getParameters().get(i).getSimpleName().toString()
              : "argument" + (i == 0 ? "" : i + 1));
    }
    return names;
  }
}
