package dev.fermata.processor.desugar;

import com.sun.source.tree.AssertTree;
import com.sun.source.tree.ExpressionTree;
import dev.fermata.processor.ir.Code;
import dev.fermata.processor.ir.IrExpr;
import dev.fermata.processor.ir.IrExpr.Operand;
import dev.fermata.processor.ir.IrExpr.Save;
import dev.fermata.processor.ir.IrStmt;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * Translates assertions that await.
 *
 * <pre>{@code
 * assert c : m;
 *
 * if (Sums.class.desiredAssertionStatus() && !(c)) throw new AssertionError(m);
 * }</pre>
 */
final class AssertionsToIr {

  private final Desugaring context;

  AssertionsToIr(Desugaring context) {
    this.context = context;
  }

  IrStmt translate(AssertTree tree) {
    int line = context.body.line(tree);
    TypeMirror truth = context.body.types().getPrimitiveType(TypeKind.BOOLEAN);
    IrExpr enabled =
        new IrExpr.Leaf(
            Code.builder()
                .add(new Code.NameOf(outermost(context.body.owner())))
                .add(".class.desiredAssertionStatus()")
                .build(),
            truth,
            false);
    IrExpr failed = around("!(", context.expressions.translate(tree.getCondition()), ")", truth);
    return new IrStmt.If(
        new IrExpr.ShortCircuit(false, enabled, failed, truth),
        new IrStmt.Throw(error(tree.getDetail()), line),
        null,
        line);
  }

  private IrExpr error(@Nullable ExpressionTree detail) {
    TypeElement type = context.body.elements().getTypeElement("java.lang.AssertionError");
    Code start = Code.builder().add("new ").add(new Code.NameOf(type)).add("(").build();
    if (detail == null) {
      return new IrExpr.Leaf(Code.builder().add(start).add(")").build(), type.asType(), false);
    }
    return new IrExpr.Apply(
        List.of(start, Code.text(")")),
        List.of(operand(context.expressions.translate(detail), "detail")),
        type.asType());
  }

  private static IrExpr around(String before, IrExpr inner, String after, TypeMirror type) {
    return new IrExpr.Apply(
        List.of(Code.text(before), Code.text(after)), List.of(operand(inner, "value")), type);
  }

  private static Operand operand(IrExpr expr, String name) {
    return new Operand(expr, expr.type(), Save.VALUE, name);
  }

  /** Assertions are switched on and off for a top-level class and all within. */
  private static TypeElement outermost(TypeElement type) {
    Element enclosing = type.getEnclosingElement();
    return enclosing instanceof TypeElement outer ? outermost(outer) : type;
  }
}
