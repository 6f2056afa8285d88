package dev.fermata.processor.validate;

import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import dev.fermata.processor.diag.DiagnosticKey;
import dev.fermata.processor.diag.Report;
import dev.fermata.processor.model.RuntimeNames;
import java.util.Set;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** Warns of a statement that makes a coroutine and drops it: it will never run. */
final class UnawaitedRule {
  /** Futures and tasks run by themselves and may be dropped. */
  private static final Set<String> LAZY = Set.of(RuntimeNames.COROUTINE, RuntimeNames.AWAITABLE);

  private final Attribution attribution;
  private final Report.Builder report;

  UnawaitedRule(Attribution attribution, Report.Builder report) {
    this.attribution = attribution;
    this.report = report;
  }

  void check(TreePath statement) {
    Tree tree = ((ExpressionStatementTree) statement.getLeaf()).getExpression();
    TreePath expression = new TreePath(statement, tree);
    TypeMirror type = attribution.type(expression);
    boolean isLazy =
        type instanceof DeclaredType declared
            && declared.asElement() instanceof TypeElement element
            && LAZY.contains(element.getQualifiedName().toString());
    if (!isLazy || Awaits.isAwait(expression, attribution)) {
      return;
    }
    if (tree instanceof MethodInvocationTree) {
      TreePath name = Awaits.name(expression);
      BodyRules.warn(DiagnosticKey.NOT_AWAITED, name, report, name.getLeaf() + "(..)");
    } else if (tree instanceof NewClassTree created) {
      BodyRules.warn(
          DiagnosticKey.NOT_AWAITED, expression, report, "new " + created.getIdentifier());
    }
  }
}
