package dev.fermata.processor.detached;

import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree.Kind;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds canonical constructors of records that are written out, in full or compact. */
final class CanonicalConstructors extends TreePathScanner<@Nullable Void, @Nullable Void> {

  private final SourcePositions positions;
  private @Nullable TreePath found;

  private CanonicalConstructors(SourcePositions positions) {
    this.positions = positions;
  }

  /** The first in the top-level class at the path. */
  static Optional<TreePath> in(TreePath outermost, Trees trees) {
    CanonicalConstructors scanner = new CanonicalConstructors(trees.getSourcePositions());
    scanner.scan(outermost, null);
    return Optional.ofNullable(scanner.found);
  }

  @Override
  public @Nullable Void visitMethod(MethodTree tree, @Nullable Void unused) {
    boolean ofRecord = getCurrentPath().getParentPath().getLeaf().getKind() == Kind.RECORD;
    boolean constructor = tree.getReturnType() == null && tree.getBody() != null;
    if (found == null && ofRecord && constructor && isWritten(tree) && !callsAnother(tree)) {
      found = getCurrentPath();
    }
    return super.visitMethod(tree, null);
  }

  /** The canonical constructor that javac makes up stands nowhere. */
  private boolean isWritten(MethodTree tree) {
    return positions.getEndPosition(getCurrentPath().getCompilationUnit(), tree) >= 0;
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
