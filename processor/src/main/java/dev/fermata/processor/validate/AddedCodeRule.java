package dev.fermata.processor.validate;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import dev.fermata.processor.diag.DiagnosticKey;
import dev.fermata.processor.diag.Report;
import dev.fermata.processor.model.AsyncType;
import dev.fermata.processor.model.CoroutineFunction;
import java.util.stream.Stream;
import javax.lang.model.element.ExecutableElement;
import org.jspecify.annotations.Nullable;

/**
 * Finds bodies to which a processor has added statements, as Lombok does for {@code @NonNull}: a
 * machine is made from the text of a body, and those stand nowhere in it.
 */
public final class AddedCodeRule extends TreePathScanner<@Nullable Void, @Nullable Void> {

  private final TreePath method;
  private final SourcePositions positions;
  private boolean found;

  private AddedCodeRule(TreePath method, Trees trees) {
    this.method = method;
    this.positions = trees.getSourcePositions();
  }

  /** Checks all bodies that are carried over into machines. */
  public static void check(AsyncType type, Trees trees, Report.Builder report) {
    Stream.concat(type.declared().stream().map(CoroutineFunction::method), type.helpers().stream())
        .forEach(method -> check(method, trees, report));
  }

  private static void check(ExecutableElement method, Trees trees, Report.Builder report) {
    TreePath path = trees.getPath(method);
    if (path != null) {
      AddedCodeRule rule = new AddedCodeRule(path, trees);
      rule.scan(path, null);
      if (rule.found) {
        report.add(DiagnosticKey.ADDED_CODE, path, method.getSimpleName());
      }
    }
  }

  /** javac itself adds a call to each constructor without one. */
  @Override
  public @Nullable Void visitMethod(MethodTree tree, @Nullable Void unused) {
    return tree.getReturnType() == null ? null : super.visitMethod(tree, null);
  }

  @Override
  public @Nullable Void visitBlock(BlockTree tree, @Nullable Void unused) {
    CompilationUnitTree unit = method.getCompilationUnit();
    long start = positions.getStartPosition(unit, tree);
    long end = positions.getEndPosition(unit, tree);
    for (StatementTree statement : tree.getStatements()) {
      found |=
          positions.getStartPosition(unit, statement) < start
              || positions.getEndPosition(unit, statement) < start
              || positions.getEndPosition(unit, statement) > end;
    }
    return super.visitBlock(tree, null);
  }
}
