package dev.fermata.processor.validate;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CatchTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.StatementTree;
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

/**
 * Warns of a catch around an await that swallows the cancellation of the task: of {@code Throwable}
 * or {@code Error}, if not every way through it throws. Not where {@code CancelledError} is named
 * in a clause before it, or asked for in the clause itself: then the user has thought of it.
 */
final class CatchRule {
  private static final Set<String> BROAD = Set.of("java.lang.Throwable", "java.lang.Error");

  /** Who asks for one of these in the clause lets a cancellation through. */
  private static final Set<String> NARROW = Set.of(RuntimeNames.CANCELLED_ERROR, "java.lang.Error");

  private final Attribution attribution;
  private final Report.Builder report;

  CatchRule(Attribution attribution, Report.Builder report) {
    this.attribution = attribution;
    this.report = report;
  }

  void check(TreePath path) {
    TryTree tree = (TryTree) path.getLeaf();
    if (!awaits(new TreePath(path, tree.getBlock()))
        && tree.getResources().stream().noneMatch(each -> awaits(new TreePath(path, each)))) {
      return;
    }
    for (CatchTree clause : tree.getCatches()) {
      TreePath place = new TreePath(path, clause);
      TreePath parameter = new TreePath(place, clause.getParameter());
      for (Tree each : alternatives(clause)) {
        TreePath type = new TreePath(parameter, each);
        String name = qualifiedName(attribution.element(type));
        if (name.equals(RuntimeNames.CANCELLED_ERROR)) {
          return;
        }
        if (BROAD.contains(name)
            && !alwaysThrows(clause.getBlock())
            && !asksForError(new TreePath(place, clause.getBlock()))) {
          Suppressions.warn(attribution, report, DiagnosticKey.CATCH_THROWABLE, type, each);
        }
      }
    }
  }

  private static List<? extends Tree> alternatives(CatchTree clause) {
    Tree type = clause.getParameter().getType();
    return type instanceof UnionTypeTree union ? union.getTypeAlternatives() : List.of(type);
  }

  private static String qualifiedName(@Nullable Element element) {
    return element instanceof TypeElement type ? type.getQualifiedName().toString() : "";
  }

  /** Whether the block ends with a throw, and nothing in it jumps past that. */
  private static boolean alwaysThrows(BlockTree block) {
    return endsWithThrow(block) && !Jumps.leave(block);
  }

  private static boolean endsWithThrow(@Nullable StatementTree statement) {
    if (statement instanceof BlockTree block) {
      List<? extends StatementTree> statements = block.getStatements();
      return !statements.isEmpty() && endsWithThrow(statements.get(statements.size() - 1));
    }
    if (statement instanceof IfTree choice) {
      return endsWithThrow(choice.getThenStatement()) && endsWithThrow(choice.getElseStatement());
    }
    if (statement instanceof TryTree attempt) {
      return endsWithThrow(attempt.getFinallyBlock())
          || (endsWithThrow(attempt.getBlock())
              && attempt.getCatches().stream().allMatch(each -> endsWithThrow(each.getBlock())));
    }
    return statement instanceof ThrowTree;
  }

  private boolean awaits(TreePath path) {
    boolean[] found = {false};
    new OwnCode() {
      @Override
      public @Nullable Void visitMethodInvocation(
          MethodInvocationTree call, @Nullable Void unused) {
        found[0] |= Awaits.isAwait(getCurrentPath(), attribution);
        return super.visitMethodInvocation(call, null);
      }
    }.scan(path, null);
    return found[0];
  }

  private boolean asksForError(TreePath path) {
    boolean[] found = {false};
    new OwnCode() {
      @Override
      public @Nullable Void visitIdentifier(IdentifierTree name, @Nullable Void unused) {
        found[0] |= NARROW.contains(qualifiedName(attribution.element(getCurrentPath())));
        return null;
      }
    }.scan(path, null);
    return found[0];
  }

  /** What runs when the statement runs: not the inside of lambdas and classes. */
  private abstract static class OwnCode extends TreePathScanner<@Nullable Void, @Nullable Void> {
    @Override
    public @Nullable Void visitLambdaExpression(
        LambdaExpressionTree lambda, @Nullable Void unused) {
      return null;
    }

    @Override
    public @Nullable Void visitClass(ClassTree type, @Nullable Void unused) {
      return null;
    }
  }
}
