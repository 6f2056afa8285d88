package dev.fermata.processor.desugar;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.VariableTree;
import dev.fermata.processor.ir.Code;
import dev.fermata.processor.ir.IrExpr;
import dev.fermata.processor.ir.IrStmt;
import dev.fermata.processor.ir.IrVar;
import java.util.ArrayList;
import java.util.List;
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
    return new IrStmt.Declare(
        context.body.variable(tree), header(tree), init, context.body.line(tree));
  }

  /** Modifiers and type as written: all that stands before the name. */
  private Code header(VariableTree tree) {
    return context.body.header(tree);
  }

  /** The declaration of a variable that the source does not have. */
  IrStmt.Declare declare(IrVar temporary, @Nullable IrExpr init, int line) {
    return new IrStmt.Declare(temporary, typeOf(temporary.type()), init, line);
  }

  private static Code typeOf(TypeMirror type) {
    return new Code(List.of(new Code.TypeOf(type)));
  }

  /** A local type becomes a member of the machine, so it can use nothing of what surrounds it. */
  IrStmt localType(ClassTree tree) {
    Code declaration = context.body.code(tree);
    List<IrVar> captured = new ArrayList<>();
    declaration.forEach(
        part -> {
          if (part instanceof Code.Use use
              && use.access() != Code.Access.DECLARE
              && !captured.contains(use.var())) {
            captured.add(use.var());
          }
        });
    if (!captured.isEmpty()) {
      String used =
          captured.get(0).kind() == IrVar.Kind.SELF ? "this" : captured.get(0).name();
      throw new Refused(
          tree, "a local class that uses " + used + " and is declared beside an await");
    }
    if (!(context.body.elementOf(tree) instanceof TypeElement type)) {
      throw new Refused(tree, "a local class declared beside an await");
    }
    return new IrStmt.LocalType(type, declaration, captured);
  }
}
