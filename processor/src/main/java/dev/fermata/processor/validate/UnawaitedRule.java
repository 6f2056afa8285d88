package dev.fermata.processor.validate;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import dev.fermata.processor.diag.DiagnosticKey;
import dev.fermata.processor.diag.Report;
import dev.fermata.processor.model.RuntimeNames;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * Warns where a coroutine or a generator is made and dropped, so that it will never run: as a
 * statement, in a variable that nothing reads, or in a lambda or method reference whose interface
 * returns nothing.
 *
 * <p>Futures and tasks run by themselves and may be dropped. So may a coroutine that was not made
 * for the occasion: what {@code map.put(..)} returns had its own owner, and a method that returns
 * one of those declares a type variable.
 */
final class UnawaitedRule {
  private final Attribution attribution;
  private final Report.Builder report;

  UnawaitedRule(Attribution attribution, Report.Builder report) {
    this.attribution = attribution;
    this.report = report;
  }

  void statement(TreePath statement) {
    ExpressionTree expression = ((ExpressionStatementTree) statement.getLeaf()).getExpression();
    dropped(new TreePath(statement, expression));
  }

  /** A lambda with an expression for a body. */
  void lambda(TreePath lambda, Awaits.@Nullable Descriptor descriptor) {
    Tree body = ((LambdaExpressionTree) lambda.getLeaf()).getBody();
    if (isVoid(descriptor) && body instanceof ExpressionTree) {
      dropped(new TreePath(lambda, body));
    }
  }

  void reference(TreePath reference) {
    if (isVoid(Awaits.descriptor(attribution.type(reference), attribution))
        && attribution.element(reference) instanceof ExecutableElement method
        && isLazy(made(method))) {
      MemberReferenceTree tree = (MemberReferenceTree) reference.getLeaf();
      String name = method.getKind() == ElementKind.CONSTRUCTOR ? "it" : tree.getName() + "(..)";
      warn(reference, name, made(method));
    }
  }

  /** A local variable, which takes part if nothing in the body around it reads it. */
  void variable(TreePath declaration) {
    VariableTree tree = (VariableTree) declaration.getLeaf();
    TreePath body = declaration.getParentPath();
    Element variable = attribution.element(declaration);
    if (variable == null
        || variable.getKind() != ElementKind.LOCAL_VARIABLE
        || tree.getName().isEmpty()
        || !isLazy(variable.asType())) {
      return;
    }
    Uses uses = new Uses(variable);
    uses.scan(body, null);
    if (!uses.read) {
      if (tree.getInitializer() != null) {
        dropped(new TreePath(declaration, tree.getInitializer()));
      }
      uses.assigned.forEach(this::dropped);
    }
  }

  private void dropped(TreePath expression) {
    Tree tree = expression.getLeaf();
    if (tree instanceof ParenthesizedTree parenthesized) {
      dropped(new TreePath(expression, parenthesized.getExpression()));
    } else if (tree instanceof NewClassTree created) {
      dropped(expression, "new " + created.getIdentifier() + "(..)", expression);
    } else if (tree instanceof MethodInvocationTree) {
      TreePath name = Awaits.name(expression);
      if (attribution.element(name) instanceof ExecutableElement method
          && (isLazy(method.getReturnType()) || Awaits.isAwait(expression, attribution))) {
        dropped(expression, method.getSimpleName() + "(..)", name);
      }
    }
  }

  private void dropped(TreePath expression, String call, TreePath place) {
    TypeMirror type = attribution.type(expression);
    if (type != null && isLazy(type)) {
      warn(place, call, type);
    }
  }

  private void warn(TreePath place, String call, TypeMirror type) {
    if (attribution.isSubtype(type, RuntimeNames.GENERATOR)) {
      Suppressions.warn(
          attribution,
          report,
          DiagnosticKey.NOT_ITERATED,
          place,
          call,
          "Write Generator.yieldFrom(..) around it to give its values out here, or go through it in"
              + " a loop");
    } else if (attribution.isSubtype(type, RuntimeNames.ASYNC_GENERATOR)) {
      Suppressions.warn(
          attribution,
          report,
          DiagnosticKey.NOT_ITERATED,
          place,
          call,
          "Go through it with for (var each : await(..)) { .. }");
    } else {
      Suppressions.warn(attribution, report, DiagnosticKey.NOT_AWAITED, place, call);
    }
  }

  private static boolean isVoid(Awaits.@Nullable Descriptor descriptor) {
    return descriptor != null && descriptor.returns().getKind() == TypeKind.VOID;
  }

  private static TypeMirror made(ExecutableElement method) {
    return method.getKind() == ElementKind.CONSTRUCTOR
        ? method.getEnclosingElement().asType()
        : method.getReturnType();
  }

  private boolean isLazy(@Nullable TypeMirror type) {
    return type != null
        && type.getKind() == TypeKind.DECLARED
        && (attribution.isSubtype(type, RuntimeNames.GENERATOR)
            || attribution.isSubtype(type, RuntimeNames.ASYNC_GENERATOR)
            || (attribution.isSubtype(type, RuntimeNames.AWAITABLE)
                && !attribution.isSubtype(type, RuntimeNames.FUTURE)));
  }

  /** What happens to a variable after its declaration. */
  private final class Uses extends TreePathScanner<@Nullable Void, @Nullable Void> {
    private final Element variable;
    private final List<TreePath> assigned = new ArrayList<>();
    private boolean read;

    Uses(Element variable) {
      this.variable = variable;
    }

    @Override
    public @Nullable Void visitAssignment(AssignmentTree tree, @Nullable Void unused) {
      TreePath target = new TreePath(getCurrentPath(), tree.getVariable());
      boolean statement =
          getCurrentPath().getParentPath().getLeaf() instanceof ExpressionStatementTree;
      if (statement && variable.equals(attribution.element(target))) {
        assigned.add(new TreePath(getCurrentPath(), tree.getExpression()));
        return scan(tree.getExpression(), null);
      }
      return super.visitAssignment(tree, null);
    }

    @Override
    public @Nullable Void visitIdentifier(IdentifierTree tree, @Nullable Void unused) {
      read |=
          tree.getName().contentEquals(variable.getSimpleName())
              && variable.equals(attribution.element(getCurrentPath()));
      return null;
    }
  }
}
