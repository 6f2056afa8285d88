package dev.fermata.processor.desugar;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.InstanceOfTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.UnaryTree;
import dev.fermata.processor.ir.Code;
import dev.fermata.processor.ir.IrExpr;
import dev.fermata.processor.ir.IrExpr.Operand;
import dev.fermata.processor.ir.IrExpr.Save;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.type.TypeMirror;

/**
 * Translates expressions. One without suspension is a leaf; one that evaluates its operands from
 * left to right and then does something is cut around those operands that precede or hold a
 * suspension, its other operands staying in the text.
 *
 * <pre>{@code
 * f(a, await(b), c)    =>    apply "f(" a ", " await(b) ", c)"
 * }</pre>
 */
final class ExpressionsToIr {

  /** A place where an operand stands, before it is known whether it must be cut out. */
  record Child(ExpressionTree tree, TypeMirror savedType, Save save, String name) {}

  private final Desugaring context;

  ExpressionsToIr(Desugaring context) {
    this.context = context;
  }

  IrExpr translate(ExpressionTree tree) {
    if (!context.body.suspends(tree)) {
      return leaf(tree);
    }
    if (tree instanceof ParenthesizedTree parenthesized) {
      return parenthesized(parenthesized);
    } else if (tree instanceof MethodInvocationTree call) {
      return context.calls.call(call);
    } else if (tree instanceof NewClassTree creation) {
      return context.calls.creation(creation);
    } else if (tree instanceof NewArrayTree array) {
      return context.calls.array(array);
    } else if (tree instanceof AssignmentTree assignment) {
      return context.assignments.assignment(assignment);
    } else if (tree instanceof CompoundAssignmentTree assignment) {
      return context.assignments.compound(assignment);
    } else if (tree instanceof UnaryTree unary) {
      return unary(unary);
    } else if (tree instanceof BinaryTree binary) {
      return binary(binary);
    } else if (tree instanceof ConditionalExpressionTree conditional) {
      return conditional(conditional);
    } else if (tree instanceof ArrayAccessTree access) {
      return apply(tree, element(access));
    } else if (tree instanceof MemberSelectTree select) {
      return apply(tree, List.of(child(select.getExpression(), "target")));
    } else if (tree instanceof MemberReferenceTree reference) {
      return apply(tree, List.of(child(reference.getQualifierExpression(), "receiver")));
    } else if (tree instanceof TypeCastTree cast) {
      return apply(tree, List.of(child(cast.getExpression(), "value")));
    } else if (tree instanceof InstanceOfTree test) {
      return context.patterns.test(test);
    } else if (tree instanceof SwitchExpressionTree choice) {
      return context.switches.expression(choice);
    }
    throw context.unsupported(tree, "an expression of kind " + tree.getKind());
  }

  /** An expression as it stands. */
  private IrExpr leaf(ExpressionTree tree) {
    IrExpr.Leaf leaf =
        new IrExpr.Leaf(
            context.body.code(tree), context.body.typeOf(tree), context.stability.isStable(tree));
    boolean bare = tree instanceof NewArrayTree array && array.getType() == null;
    return bare ? CallsToIr.spelledOut(leaf) : leaf;
  }

  /** {@code tree} cut around its operands up to the last one that suspends. */
  IrExpr.Apply apply(ExpressionTree tree, List<Child> children) {
    return apply(tree, List.of(), children);
  }

  /** The same, with effects that Java performs before it evaluates the first operand. */
  IrExpr.Apply apply(ExpressionTree tree, List<Operand> effects, List<Child> children) {
    List<Child> cut = upToLastSuspension(children);
    List<Operand> operands = new ArrayList<>(effects);
    cut.forEach(child -> operands.add(operand(child)));
    List<Code> glue = context.body.around(tree, cut.stream().map(Child::tree).toList());
    return new IrExpr.Apply(glue, operands, context.body.typeOf(tree));
  }

  private List<Child> upToLastSuspension(List<Child> children) {
    int end = children.size();
    while (end > 0 && !context.body.suspends(children.get(end - 1).tree())) {
      end--;
    }
    return children.subList(0, end);
  }

  Child child(ExpressionTree tree, String name) {
    return new Child(tree, context.body.typeOf(tree), Save.VALUE, name);
  }

  /** An operand that Java unboxes before it goes on to the next. */
  Child unboxed(ExpressionTree tree, String name) {
    return new Child(
        tree, context.conversions.unboxed(context.body.typeOf(tree)), Save.VALUE, name);
  }

  Operand operand(Child child) {
    return operand(translate(child.tree()), child.savedType(), child.save(), child.name());
  }

  /** An operand; what seems stable is not when to save it is to unbox it. */
  static Operand operand(IrExpr expr, TypeMirror savedType, Save save, String name) {
    IrExpr saved = expr;
    if (expr instanceof IrExpr.Leaf leaf
        && Conversions.isPrimitive(savedType)
        && !Conversions.isPrimitive(leaf.type())) {
      saved = new IrExpr.Leaf(leaf.code(), leaf.type(), false);
    }
    return new Operand(saved, savedType, save, name);
  }

  /** Array and index, which is unboxed at once. */
  List<Child> element(ArrayAccessTree access) {
    return List.of(child(access.getExpression(), "array"), unboxed(access.getIndex(), "index"));
  }

  /** Whether the part before a dot is evaluated: no type, package or {@code super}. */
  boolean isValue(ExpressionTree qualifier) {
    if (isNamed(qualifier, "super")) {
      return false;
    }
    Element element = context.body.elementOf(qualifier);
    return element == null
        || !(Stability.isType(element) || element.getKind() == ElementKind.PACKAGE);
  }

  private static boolean isNamed(ExpressionTree tree, String name) {
    return (tree instanceof IdentifierTree identifier && identifier.getName().contentEquals(name))
        || (tree instanceof MemberSelectTree select && select.getIdentifier().contentEquals(name));
  }

  /** Parentheses go when what they hold will be a variable or a call, and stay around text. */
  private IrExpr parenthesized(ParenthesizedTree tree) {
    IrExpr inner = translate(tree.getExpression());
    if (!isText(inner)) {
      return inner;
    }
    Operand operand = new Operand(inner, inner.type(), Save.VALUE, "value");
    return new IrExpr.Apply(
        context.body.around(tree, List.of(tree.getExpression())), List.of(operand), inner.type());
  }

  /** Whether the value of {@code expr} is not a name or the like, but needs parentheses. */
  static boolean isText(IrExpr expr) {
    if (expr instanceof IrExpr.Let let) {
      return isText(let.body());
    }
    return expr instanceof IrExpr.Apply || expr instanceof IrExpr.Leaf;
  }

  private IrExpr unary(UnaryTree tree) {
    return switch (tree.getKind()) {
      case PREFIX_INCREMENT, PREFIX_DECREMENT, POSTFIX_INCREMENT, POSTFIX_DECREMENT ->
          context.assignments.increment(tree);
      default -> apply(tree, List.of(unboxed(tree.getExpression(), "value")));
    };
  }

  private IrExpr binary(BinaryTree tree) {
    ExpressionTree left = tree.getLeftOperand();
    ExpressionTree right = tree.getRightOperand();
    if (tree.getKind() == Tree.Kind.CONDITIONAL_AND || tree.getKind() == Tree.Kind.CONDITIONAL_OR) {
      return shortCircuit(tree);
    }
    if (tree.getKind() == Tree.Kind.PLUS && Conversions.isString(context.body.typeOf(tree))) {
      return apply(tree, List.of(text(left, "left"), text(right, "right")));
    }
    boolean unboxes =
        context.conversions.unboxesOperands(
            tree, context.body.typeOf(left), context.body.typeOf(right));
    return apply(
        tree,
        unboxes
            ? List.of(unboxed(left, "left"), unboxed(right, "right"))
            : List.of(child(left, "left"), child(right, "right")));
  }

  /**
   * An operand of a string concatenation: its text counts as it is before the next is evaluated.
   */
  private Child text(ExpressionTree tree, String name) {
    TypeMirror type = context.body.typeOf(tree);
    return context.conversions.hasFixedText(type)
        ? new Child(tree, type, Save.VALUE, name)
        : new Child(tree, stringType(), Save.TEXT, name);
  }

  TypeMirror stringType() {
    return context.body.elements().getTypeElement("java.lang.String").asType();
  }

  private IrExpr shortCircuit(BinaryTree tree) {
    ExpressionTree left = tree.getLeftOperand();
    ExpressionTree right = tree.getRightOperand();
    if (!context.body.suspends(right)) {
      return apply(tree, List.of(child(left, "left")));
    }
    return new IrExpr.ShortCircuit(
        tree.getKind() == Tree.Kind.CONDITIONAL_OR,
        translate(left),
        translate(right),
        context.body.typeOf(tree));
  }

  private IrExpr conditional(ConditionalExpressionTree tree) {
    ExpressionTree then = tree.getTrueExpression();
    ExpressionTree otherwise = tree.getFalseExpression();
    if (!context.body.suspends(then) && !context.body.suspends(otherwise)) {
      return apply(tree, List.of(child(tree.getCondition(), "condition")));
    }
    return new IrExpr.Conditional(
        translate(tree.getCondition()),
        translate(then),
        translate(otherwise),
        context.body.typeOf(tree));
  }
}
