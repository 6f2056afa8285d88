package dev.fermata.processor.desugar;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import dev.fermata.processor.attribute.AttributedBody.FieldAccess;
import dev.fermata.processor.desugar.ExpressionsToIr.Child;
import dev.fermata.processor.ir.Code;
import dev.fermata.processor.ir.IrExpr;
import dev.fermata.processor.ir.IrExpr.Operand;
import dev.fermata.processor.ir.IrExpr.Save;
import dev.fermata.processor.ir.IrVar;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.lang.model.element.Element;
import javax.lang.model.type.TypeMirror;

/**
 * Translates assignments.
 *
 * <p>A plain one to a field or an element is like a call: target, index and value are evaluated in
 * this order, and only then is the target checked for null, the index for its bounds and the value
 * for its type. A compound one checks and reads its target before it evaluates the right side.
 */
final class AssignmentsToIr {

  private final Desugaring context;

  AssignmentsToIr(Desugaring context) {
    this.context = context;
  }

  IrExpr assignment(AssignmentTree tree) {
    ExpressionTree target = Stability.skipParentheses(tree.getVariable());
    if (isLocal(target)) {
      return new IrExpr.Assign(
          context.body.variable(target),
          context.expressions.translate(tree.getExpression()),
          context.body.typeOf(tree));
    }
    TypeMirror value =
        context.conversions.passedTo(
            context.body.typeOf(target), context.body.typeOf(tree.getExpression()));
    List<Child> children = new ArrayList<>(partsOf(target));
    children.add(new Child(tree.getExpression(), value, Save.VALUE, "value"));
    return context.expressions.apply(tree, children);
  }

  /** {@code await(x).n++}: nothing follows the suspension that Java does not do by itself. */
  IrExpr increment(UnaryTree tree) {
    // Where the field is out of reach, all of it is one call with its object.
    return context.expressions.apply(
        tree, partsOf(Stability.skipParentheses(tree.getExpression())));
  }

  /**
   * What is evaluated before a target is assigned: {@code o} of {@code o.f}, {@code a, i} of {@code
   * a[i]}.
   */
  private List<Child> partsOf(ExpressionTree target) {
    if (target instanceof ArrayAccessTree access) {
      return context.expressions.element(access);
    } else if (target instanceof MemberSelectTree select
        && context.expressions.isValue(select.getExpression())) {
      return List.of(context.expressions.child(select.getExpression(), "target"));
    }
    return List.of();
  }

  /**
   *
   *
   * <pre>{@code
   * a[i] += await(x)    =>    array = a; index = i; array[index] = (T) (array[index] + await(x))
   * }</pre>
   */
  IrExpr compound(CompoundAssignmentTree tree) {
    ExpressionTree target = Stability.skipParentheses(tree.getVariable());
    FieldAccess field = context.body.fieldAccess(target);
    if (field != null) {
      return ofField(tree, field);
    }
    if (!context.body.suspends(tree.getExpression())) {
      return context.expressions.apply(tree, partsOf(target));
    }
    if (isLocal(target)) {
      IrVar variable = context.body.variable(target);
      return new IrExpr.Assign(
          variable,
          updated(tree, Code.read(variable), Code.empty(), ""),
          context.body.typeOf(tree));
    }
    if (target instanceof ArrayAccessTree access) {
      return ofElement(tree, access);
    }
    if (target instanceof MemberSelectTree select
        && context.expressions.isValue(select.getExpression())) {
      ExpressionTree object = select.getExpression();
      if (context.stability.isStable(object)) {
        return stored(tree, context.body.code(select));
      }
      List<Code> glue = context.body.around(select, List.of(object));
      IrVar variable = context.body.temporary("target", context.body.typeOf(object));
      Code place = Code.builder().add(glue.get(0)).read(variable).add(glue.get(1)).build();
      return new IrExpr.Let(variable, context.expressions.translate(object), stored(tree, place));
    }
    return stored(tree, context.body.code(target));
  }

  /**
   *
   *
   * <pre>{@code
   * o.count += await(x)    =>    target = o; count(target, (T) (count(target) + await(x)))
   * }</pre>
   */
  private IrExpr ofField(CompoundAssignmentTree tree, FieldAccess access) {
    ExpressionTree object = access.object();
    if (object == null) {
      return stored(tree, access.function(), access.receiver());
    }
    if (context.stability.isStable(object)) {
      return stored(tree, access.function(), context.body.code(object));
    }
    IrVar variable = context.body.temporary("target", context.body.typeOf(object));
    return new IrExpr.Let(
        variable,
        context.expressions.translate(object),
        stored(tree, access.function(), Code.read(variable)));
  }

  private IrExpr stored(CompoundAssignmentTree tree, String function, Code object) {
    Code place = Code.builder().add(function).add(object).add(")").build();
    Code prefix =
        Code.builder().add(function).add(object).add(object.isEmpty() ? "" : ", ").build();
    return updated(tree, place, prefix, ")");
  }

  private IrExpr ofElement(CompoundAssignmentTree tree, ArrayAccessTree access) {
    TypeMirror indexType = context.conversions.unboxed(context.body.typeOf(access.getIndex()));
    if (context.stability.isStable(access.getExpression())
        && context.stability.isStable(access.getIndex())
        && Conversions.isPrimitive(context.body.typeOf(access.getIndex()))) {
      return stored(tree, context.body.code(access));
    }
    IrVar array = context.body.temporary("array", context.body.typeOf(access.getExpression()));
    IrVar index = context.body.temporary("index", indexType);
    Code place = Code.builder().read(array).add("[").read(index).add("]").build();
    return new IrExpr.Let(
        array,
        context.expressions.translate(access.getExpression()),
        new IrExpr.Let(
            index, context.expressions.translate(access.getIndex()), stored(tree, place)));
  }

  /** {@code place = (T) (place op right)}. */
  private IrExpr stored(CompoundAssignmentTree tree, Code place) {
    return updated(tree, place, Code.builder().add(place).add(" = ").build(), "");
  }

  /** {@code prefix (T) (place op right) suffix}, with the cast that the operator implies. */
  private IrExpr.Apply updated(
      CompoundAssignmentTree tree, Code place, Code prefix, String suffix) {
    TypeMirror type = context.body.typeOf(tree);
    ExpressionTree right = tree.getExpression();
    TypeMirror value = context.conversions.unboxed(type);
    boolean text = !Conversions.isPrimitive(value);
    TypeMirror promoted =
        context.conversions.promoted(tree.getKind(), type, context.body.typeOf(right));
    boolean narrows = !text && promoted.getKind() != value.getKind();
    boolean simple = isPrimary(right);

    Operand old = old(place, type, text);
    Operand added = context.expressions.operand(context.expressions.unboxed(right, "value"));
    Code before =
        Code.builder().add(prefix).add(narrows ? "(" + nameOf(value) + ") (" : "").build();
    Code between = Code.text(" " + operator(tree.getKind()) + (simple ? " " : " ("));
    Code after = Code.text((simple ? "" : ")") + (narrows ? ")" : "") + suffix);
    return new IrExpr.Apply(List.of(before, between, after), List.of(old, added), type);
  }

  /** The old value: unboxed, or, where the operator is string concatenation, its text. */
  private Operand old(Code place, TypeMirror type, boolean text) {
    IrExpr read = new IrExpr.Leaf(place, type, false);
    if (!text) {
      return ExpressionsToIr.operand(read, context.conversions.unboxed(type), Save.VALUE, "old");
    }
    return Conversions.isString(type)
        ? ExpressionsToIr.operand(read, type, Save.VALUE, "old")
        : ExpressionsToIr.operand(read, context.expressions.stringType(), Save.TEXT, "old");
  }

  /** Whether {@code tree} binds tighter than any operator. */
  static boolean isPrimary(ExpressionTree tree) {
    return switch (tree.getKind()) {
      case IDENTIFIER,
          METHOD_INVOCATION,
          MEMBER_SELECT,
          ARRAY_ACCESS,
          PARENTHESIZED,
          NEW_CLASS,
          INT_LITERAL,
          STRING_LITERAL ->
          true;
      default -> false;
    };
  }

  private boolean isLocal(ExpressionTree target) {
    Element element = context.body.elementOf(target);
    return target instanceof IdentifierTree && element != null && Stability.isLocal(element);
  }

  private static String nameOf(TypeMirror primitive) {
    return primitive.getKind().name().toLowerCase(Locale.ROOT);
  }

  private static String operator(Tree.Kind kind) {
    return switch (kind) {
      case PLUS_ASSIGNMENT -> "+";
      case MINUS_ASSIGNMENT -> "-";
      case MULTIPLY_ASSIGNMENT -> "*";
      case DIVIDE_ASSIGNMENT -> "/";
      case REMAINDER_ASSIGNMENT -> "%";
      case AND_ASSIGNMENT -> "&";
      case OR_ASSIGNMENT -> "|";
      case XOR_ASSIGNMENT -> "^";
      case LEFT_SHIFT_ASSIGNMENT -> "<<";
      case RIGHT_SHIFT_ASSIGNMENT -> ">>";
      case UNSIGNED_RIGHT_SHIFT_ASSIGNMENT -> ">>>";
      default -> throw new IllegalArgumentException(kind.toString());
    };
  }
}
