package dev.fermata.processor.desugar;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import dev.fermata.processor.ir.Code;
import dev.fermata.processor.ir.IrExpr;
import dev.fermata.processor.ir.IrStmt;
import dev.fermata.processor.ir.IrVar;
import java.util.List;
import java.util.Objects;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Translates the declarations of local variables and local types. */
final class VariablesToIr {

  private final Desugaring context;

  VariablesToIr(Desugaring context) {
    this.context = context;
  }

  IrStmt.Declare declare(VariableTree tree) {
    return declare(
        tree,
        tree.getInitializer() == null
            ? null
            : context.expressions.translate(tree.getInitializer()));
  }

  /** The declaration with another initial value than the one written, as in an enhanced for. */
  IrStmt.Declare declare(VariableTree tree, @Nullable IrExpr init) {
    Tree first = tree.getInitializer() == null ? tree : tree.getInitializer();
    return new IrStmt.Declare(
        context.body.variable(tree), context.body.header(tree), init, context.body.line(first));
  }

  /** The declaration of a variable that the source does not have. */
  IrStmt.Declare declare(IrVar temporary, @Nullable IrExpr init, int line) {
    return new IrStmt.Declare(temporary, typeOf(temporary.type()), init, line);
  }

  private static Code typeOf(TypeMirror type) {
    return new Code(List.of(new Code.TypeOf(type)));
  }

  /** A local type becomes a member of the machine, in a scope of its own if it needs one. */
  IrStmt localType(ClassTree tree) {
    TypeElement type = (TypeElement) Objects.requireNonNull(context.body.elementOf(tree));
    return context.body.localType(type);
  }
}
