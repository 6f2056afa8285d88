package dev.fermata.processor.detached;

import com.sun.source.tree.BindingPatternTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds variables whose type may be, or mention, an anonymous class: those declared with {@code
 * var}, parameters of lambdas that leave their types out, and components of patterns.
 *
 * <p>Nothing is attributed yet, so this goes by what stands in the source: an anonymous class in
 * the expression that the variable gets its type from. It may find too many, never too few.
 *
 * <pre>{@code
 * var counter = new Object() { int n; };
 * Stream.of(1).map(x -> new Object() { int n = x; }).forEach(o -> print(o.n));
 * }</pre>
 */
final class NamelessVariables extends TreePathScanner<@Nullable Void, @Nullable Void> {

  private final SourcePositions positions;
  private @Nullable TreePath found;

  private NamelessVariables(SourcePositions positions) {
    this.positions = positions;
  }

  /** The first in the top-level class at the path. */
  static Optional<TreePath> in(TreePath outermost, Trees trees) {
    NamelessVariables scanner = new NamelessVariables(trees.getSourcePositions());
    scanner.scan(outermost, null);
    return Optional.ofNullable(scanner.found);
  }

  @Override
  public @Nullable Void visitVariable(VariableTree tree, @Nullable Void unused) {
    if (found == null
        && isInferred(tree, getCurrentPath(), positions)
        && createsAnonymous(source())) {
      found = getCurrentPath();
    }
    return super.visitVariable(tree, null);
  }

  /** Whether the source leaves the type to be inferred; javac may have filled it in since. */
  static boolean isInferred(VariableTree tree, TreePath inUnit, SourcePositions positions) {
    Tree type = tree.getType();
    return type == null
        || positions.getEndPosition(inUnit.getCompilationUnit(), type) < 0
        || type.toString().equals("var");
  }

  /** What the variable gets its type from; null if that is no expression of a body. */
  private @Nullable Tree source() {
    VariableTree variable = (VariableTree) getCurrentPath().getLeaf();
    Tree parent = getCurrentPath().getParentPath().getLeaf();
    if (parent instanceof EnhancedForLoopTree loop && loop.getVariable() == variable) {
      return loop.getExpression();
    }
    boolean declared =
        !(parent instanceof LambdaExpressionTree) && !(parent instanceof BindingPatternTree);
    return declared ? variable.getInitializer() : wholeExpression();
  }

  /** The statement, or part of a class, in whose expression the variable stands. */
  private Tree wholeExpression() {
    Tree last = getCurrentPath().getLeaf();
    for (TreePath path = getCurrentPath().getParentPath(); ; path = path.getParentPath()) {
      Tree tree = path.getLeaf();
      if (tree instanceof StatementTree || tree instanceof MethodTree) {
        // The body of a class or of a loop is no part of the expression.
        return tree instanceof ClassTree || tree instanceof BlockTree ? last : tree;
      }
      last = tree;
    }
  }

  private static boolean createsAnonymous(@Nullable Tree expression) {
    boolean[] created = {false};
    new TreeScanner<@Nullable Void, @Nullable Void>() {
      @Override
      public @Nullable Void visitNewClass(NewClassTree tree, @Nullable Void unused) {
        created[0] |= tree.getClassBody() != null;
        return super.visitNewClass(tree, null);
      }

      @Override
      public @Nullable Void visitClass(ClassTree tree, @Nullable Void unused) {
        return null;
      }
    }.scan(expression, null);
    return created[0];
  }
}
