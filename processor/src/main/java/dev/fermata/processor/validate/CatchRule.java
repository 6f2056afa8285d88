package dev.fermata.processor.validate;

import com.sun.source.tree.CatchTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.UnionTypeTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import dev.fermata.processor.diag.DiagnosticKey;
import dev.fermata.processor.diag.Report;
import dev.fermata.processor.model.RuntimeNames;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/** Warns of a catch around an await that swallows the cancellation of the task. */
final class CatchRule {
  private static final Set<String> BROAD = Set.of("java.lang.Throwable", "java.lang.Error");

  private final Attribution attribution;
  private final Report.Builder report;

  CatchRule(Attribution attribution, Report.Builder report) {
    this.attribution = attribution;
    this.report = report;
  }

  void check(TreePath path) {
    TryTree tree = (TryTree) path.getLeaf();
    boolean awaits =
        contains(new TreePath(path, tree.getBlock()), true)
            || tree.getResources().stream().anyMatch(each -> contains(path, each, true));
    if (!awaits) {
      return;
    }
    for (CatchTree clause : tree.getCatches()) {
      TreePath parameter = new TreePath(new TreePath(path, clause), clause.getParameter());
      Tree type = clause.getParameter().getType();
      List<? extends Tree> alternatives =
          type instanceof UnionTypeTree union ? union.getTypeAlternatives() : List.of(type);
      for (Tree each : alternatives) {
        TreePath place = new TreePath(parameter, each);
        String name = qualifiedName(attribution.element(place));
        if (name.equals(RuntimeNames.CANCELLED_ERROR)) {
          return; // Caught by name: the user has thought of it.
        }
        if (BROAD.contains(name)
            && !contains(new TreePath(new TreePath(path, clause), clause.getBlock()), false)) {
          BodyRules.warn(DiagnosticKey.CATCH_THROWABLE, place, report, each);
        }
      }
    }
  }

  private static String qualifiedName(@Nullable Element element) {
    return element instanceof TypeElement type ? type.getQualifiedName().toString() : "";
  }

  private boolean contains(TreePath parent, Tree tree, boolean await) {
    return contains(new TreePath(parent, tree), await);
  }

  /** Whether an await, or else a throw, stands there and not in a lambda or class inside. */
  private boolean contains(TreePath path, boolean await) {
    boolean[] found = {false};
    new TreePathScanner<@Nullable Void, @Nullable Void>() {
      @Override
      public @Nullable Void visitMethodInvocation(
          MethodInvocationTree call, @Nullable Void unused) {
        found[0] |= await && Awaits.isAwait(getCurrentPath(), attribution);
        return super.visitMethodInvocation(call, null);
      }

      @Override
      public @Nullable Void visitThrow(ThrowTree thrown, @Nullable Void unused) {
        found[0] |= !await;
        return super.visitThrow(thrown, null);
      }

      @Override
      public @Nullable Void visitLambdaExpression(
          LambdaExpressionTree lambda, @Nullable Void unused) {
        return null;
      }

      @Override
      public @Nullable Void visitClass(ClassTree type, @Nullable Void unused) {
        return null;
      }
    }.scan(path, null);
    return found[0];
  }
}
