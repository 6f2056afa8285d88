package dev.fermata.processor.desugar;

import com.sun.source.tree.InstanceOfTree;
import dev.fermata.processor.ir.Code;
import dev.fermata.processor.ir.IrExpr;
import dev.fermata.processor.ir.IrVar;
import java.util.ArrayList;
import java.util.List;

/** Translates {@code instanceof}, with and without bindings, where its subject suspends. */
final class PatternsToIr {

  private final Desugaring context;

  PatternsToIr(Desugaring context) {
    this.context = context;
  }

  /**
   *
   *
   * <pre>{@code
   * await(x) instanceof Point p    =>    subject = await(x); subject instanceof Point p
   * }</pre>
   */
  IrExpr test(InstanceOfTree tree) {
    if (tree.getPattern() == null) {
      return context.expressions.apply(
          tree, List.of(context.expressions.child(tree.getExpression(), "value")));
    }
    List<Code> glue = context.body.around(tree, List.of(tree.getExpression()));
    IrVar subject = context.body.temporary("subject", context.body.typeOf(tree.getExpression()));
    Code test = Code.builder().add(glue.get(0)).read(subject).add(glue.get(1)).build();
    return new IrExpr.Let(
        subject,
        context.expressions.translate(tree.getExpression()),
        new IrExpr.Leaf(pattern(test), context.body.typeOf(tree), false));
  }

  /** A test whose text declares its bindings, as one piece. */
  static Code pattern(Code test) {
    List<IrVar> bindings = new ArrayList<>();
    test.forEach(
        part -> {
          if (part instanceof Code.Use use && use.access() == Code.Access.DECLARE) {
            bindings.add(use.var());
          }
        });
    return new Code(List.of(new Code.Pattern(test, bindings)));
  }
}
