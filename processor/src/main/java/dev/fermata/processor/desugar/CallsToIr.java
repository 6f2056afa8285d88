package dev.fermata.processor.desugar;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import dev.fermata.processor.desugar.ExpressionsToIr.Child;
import dev.fermata.processor.diag.DiagnosticKey;
import dev.fermata.processor.ir.Code;
import dev.fermata.processor.ir.IrExpr;
import dev.fermata.processor.ir.IrExpr.Operand;
import dev.fermata.processor.ir.IrExpr.Save;
import dev.fermata.processor.ir.Suspension;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Translates method calls, awaits among them, and the creation of objects and arrays. */
final class CallsToIr {

  private final Desugaring context;
  private final ClassInitialization initialization;

  CallsToIr(Desugaring context) {
    this.context = context;
    this.initialization = new ClassInitialization(context.body);
  }

  IrExpr call(MethodInvocationTree tree) {
    Suspension kind = context.body.suspensionOf(tree);
    if (kind != null) {
      return suspend(kind, tree);
    }
    List<Child> children = new ArrayList<>();
    if (tree.getMethodSelect() instanceof MemberSelectTree select
        && context.expressions.isValue(select.getExpression())) {
      // Checked for null only by the call itself, after its arguments.
      children.add(context.expressions.child(select.getExpression(), "receiver"));
    }
    children.addAll(arguments(tree.getArguments(), context.body.elementOf(tree.getMethodSelect())));
    return context.expressions.apply(tree, children);
  }

  /**
   * {@code await(x)}, {@code yield(x)}; the exception classes of {@code await(x, E.class)} have no
   * effect.
   */
  private IrExpr suspend(Suspension kind, MethodInvocationTree tree) {
    ExpressionTree operand = tree.getArguments().get(0);
    if (context.asyncLoops.isAsyncSource(tree)) {
      throw new Refused(
          DiagnosticKey.AWAIT_ITERABLE,
          context.body.path(tree.getMethodSelect()),
          context.body.typeOf(operand));
    }
    return new IrExpr.Suspend(
        kind,
        kind == Suspension.YIELD ? handedOut(operand) : context.expressions.translate(operand),
        context.body.typeOf(tree),
        context.body.line(tree));
  }

  /** {@code v} of {@code Coroutine.of(v)}; null for {@code Coroutine.completed()}. */
  @Nullable IrExpr readyResult(ExpressionTree call) {
    List<? extends ExpressionTree> arguments = ((MethodInvocationTree) call).getArguments();
    if (arguments.isEmpty()) {
      return null;
    }
    return handedOut(arguments.get(0));
  }

  /** A value that leaves the body, as an Object. */
  private IrExpr handedOut(ExpressionTree tree) {
    IrExpr value = context.expressions.translate(tree);
    return switch (Stability.skipParentheses(tree).getKind()) {
      // Only the parameter's type told what these are.
      case LAMBDA_EXPRESSION, MEMBER_REFERENCE -> cast(value);
      default -> value;
    };
  }

  private static IrExpr cast(IrExpr value) {
    Code before = Code.builder().add("(").add(new Code.TypeOf(value.type())).add(") ").build();
    return new IrExpr.Apply(
        List.of(before, Code.empty()),
        List.of(new Operand(value, value.type(), Save.VALUE, "value")),
        value.type());
  }

  private List<Child> arguments(
      List<? extends ExpressionTree> arguments, @Nullable Element called) {
    List<Child> children = new ArrayList<>();
    for (int i = 0; i < arguments.size(); i++) {
      ExpressionTree argument = arguments.get(i);
      TypeMirror type = context.body.typeOf(argument);
      if (called instanceof ExecutableElement method && !method.getParameters().isEmpty()) {
        VariableElement parameter =
            method.getParameters().get(Math.min(i, method.getParameters().size() - 1));
        TypeMirror formal = formal(method, parameter, arguments);
        children.add(
            new Child(
                argument,
                context.conversions.passedTo(formal, type),
                Save.VALUE,
                nameOf(parameter)));
      } else {
        children.add(new Child(argument, type, Save.VALUE, "argument"));
      }
    }
    return children;
  }

  /** The parameter's type; the element's where the call has a variable number of arguments. */
  private TypeMirror formal(
      ExecutableElement method,
      VariableElement parameter,
      List<? extends ExpressionTree> arguments) {
    List<? extends VariableElement> parameters = method.getParameters();
    boolean last = parameter == parameters.get(parameters.size() - 1);
    if (method.isVarArgs()
        && last
        && parameter.asType() instanceof ArrayType array
        && !(arguments.size() == parameters.size()
            && isArray(arguments.get(arguments.size() - 1), array))) {
      return array.getComponentType();
    }
    return parameter.asType();
  }

  private boolean isArray(ExpressionTree argument, ArrayType parameter) {
    TypeMirror type = context.body.typeOf(argument);
    return type.getKind() == TypeKind.NULL
        || (type instanceof ArrayType array
            && Conversions.isPrimitive(array.getComponentType())
                == Conversions.isPrimitive(parameter.getComponentType()));
  }

  /** The parameter's name where class files and sources still tell it. */
  private static String nameOf(VariableElement parameter) {
    String name = parameter.getSimpleName().toString();
    return name.matches("arg\\d+") ? "argument" : name;
  }

  /**
   *
   *
   * <pre>{@code
   * outer.new A(await(x))    =>    initialize A; check outer; then the arguments, then the creation
   * }</pre>
   */
  IrExpr creation(NewClassTree tree) {
    List<Child> children = new ArrayList<>();
    if (tree.getEnclosingExpression() != null) {
      ExpressionTree outer = tree.getEnclosingExpression();
      children.add(new Child(outer, context.body.typeOf(outer), Save.NON_NULL, "outer"));
    }
    if (tree.getClassBody() != null
        && tree.getArguments().stream().anyMatch(a -> a.getKind() == Tree.Kind.OTHER)) {
      // Attribution moves the outer instance among the arguments, as a tree that has no source.
      throw context.unsupported(tree, "an argument of an anonymous class with an outer instance");
    }
    children.addAll(arguments(tree.getArguments(), context.body.elementOf(tree)));
    List<Operand> effects = new ArrayList<>();
    Code effect = initialization.effectOf(tree);
    if (effect != null) {
      TypeMirror none = context.body.types().getNoType(TypeKind.VOID);
      IrExpr initialize = new IrExpr.Leaf(effect, none, false);
      effects.add(new Operand(initialize, none, Save.EFFECT, "initialize"));
    }
    return context.expressions.apply(tree, effects, children);
  }

  /** Sizes are unboxed one by one and checked together; so are elements of a primitive array. */
  IrExpr array(NewArrayTree tree) {
    if (tree.getInitializers() == null) {
      return context.expressions.apply(
          tree,
          tree.getDimensions().stream().map(d -> context.expressions.unboxed(d, "size")).toList());
    }
    TypeMirror component = ((ArrayType) context.body.typeOf(tree)).getComponentType();
    List<Child> children = new ArrayList<>();
    for (ExpressionTree element : tree.getInitializers()) {
      TypeMirror type = context.conversions.passedTo(component, context.body.typeOf(element));
      children.add(new Child(element, type, Save.VALUE, "element"));
    }
    IrExpr.Apply apply = context.expressions.apply(tree, children);
    return tree.getType() == null ? spelledOut(apply) : apply;
  }

  /** {@code {a, b}} as an expression of its own: {@code new T[] {a, b}}. */
  static IrExpr spelledOut(IrExpr initializer) {
    Code prefix =
        Code.builder().add("new ").add(new Code.TypeOf(initializer.type())).add(" ").build();
    if (initializer instanceof IrExpr.Apply apply) {
      List<Code> glue = new ArrayList<>(apply.glue());
      glue.set(0, Code.builder().add(prefix).add(glue.get(0)).build());
      return new IrExpr.Apply(glue, apply.operands(), apply.type());
    }
    IrExpr.Leaf leaf = (IrExpr.Leaf) initializer;
    return new IrExpr.Leaf(Code.builder().add(prefix).add(leaf.code()).build(), leaf.type(), false);
  }
}
