package dev.fermata.processor.validate;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.Tree.Kind;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import dev.fermata.processor.diag.DiagnosticKey;
import dev.fermata.processor.diag.Report;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds canonical constructors of records, written out or compact, where javac would attribute them
 * for us: in the file's top-level class around an {@code @Async} type.
 *
 * <p>Attribution adds a {@code super()} to a constructor without one, and javac does not take it
 * back before it compiles the class, except for enums. In a record's canonical constructor it then
 * takes that call for the user's, and says that there must be none. So this rule comes before
 * attribution.
 */
public final class CanonicalConstructorRule
    extends TreePathScanner<@Nullable Void, @Nullable Void> {

  private final SourcePositions positions;
  private final CompilationUnitTree unit;
  private final Report.Builder report;

  private CanonicalConstructorRule(
      SourcePositions positions, CompilationUnitTree unit, Report.Builder report) {
    this.positions = positions;
    this.unit = unit;
    this.report = report;
  }

  /** Checks the top-level class around the type at the path, unattributed as it is. */
  public static void check(TreePath type, Trees trees, Report.Builder report) {
    TreePath outermost = type;
    while (outermost.getParentPath().getLeaf() instanceof ClassTree) {
      outermost = outermost.getParentPath();
    }
    new CanonicalConstructorRule(trees.getSourcePositions(), type.getCompilationUnit(), report)
        .scan(outermost, null);
  }

  @Override
  public @Nullable Void visitMethod(MethodTree tree, @Nullable Void unused) {
    Tree parent = getCurrentPath().getParentPath().getLeaf();
    boolean constructor = tree.getReturnType() == null && tree.getBody() != null;
    if (parent.getKind() == Kind.RECORD && constructor && isWritten(tree) && !callsAnother(tree)) {
      report.add(
          DiagnosticKey.CANONICAL_CONSTRUCTOR,
          getCurrentPath(),
          ((ClassTree) parent).getSimpleName());
    }
    return super.visitMethod(tree, null);
  }

  /** The canonical constructor that javac makes up stands nowhere. */
  private boolean isWritten(MethodTree tree) {
    return positions.getEndPosition(unit, tree) >= 0;
  }

  /** Every constructor of a record but the canonical one begins with {@code this(..)}. */
  private static boolean callsAnother(MethodTree constructor) {
    List<? extends StatementTree> statements = constructor.getBody().getStatements();
    return !statements.isEmpty()
        && statements.get(0) instanceof ExpressionStatementTree first
        && first.getExpression() instanceof MethodInvocationTree call
        && call.getMethodSelect().toString().equals("this");
  }
}
