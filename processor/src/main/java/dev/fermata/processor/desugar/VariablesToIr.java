package dev.fermata.processor.desugar;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.VariableTree;
import dev.fermata.processor.attribute.LocalScope;
import dev.fermata.processor.ir.Code;
import dev.fermata.processor.ir.IrExpr;
import dev.fermata.processor.ir.IrStmt;
import dev.fermata.processor.ir.IrVar;
import java.util.List;
import java.util.Objects;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
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
    if (isAnonymous(Objects.requireNonNull(context.body.elementOf(tree)).asType())) {
      throw context.unsupported(tree, "the scope of a variable whose type is an anonymous class");
    }
    return new IrStmt.Declare(
        context.body.variable(tree), context.body.header(tree), init, context.body.line(tree));
  }

  private boolean isAnonymous(TypeMirror type) {
    // To javac the class of an intersection type is anonymous too.
    return type.getKind() == TypeKind.DECLARED
        && context.body.types().asElement(type) instanceof TypeElement element
        && element.getNestingKind() == NestingKind.ANONYMOUS;
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
    LocalScope scope = context.body.scope(type);
    return new IrStmt.LocalType(
        type, context.body.code(tree), scope.inner(), scope.outer(), scope.captured());
  }
}
