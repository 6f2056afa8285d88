package dev.fermata.processor.validate;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import dev.fermata.processor.diag.DiagnosticKey;
import dev.fermata.processor.diag.Report;
import dev.fermata.processor.model.AsyncType;
import java.util.HashSet;
import java.util.Set;
import javax.lang.model.element.Element;
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

  /**
   * Checks all bodies that are carried over into machines.
   *
   * @param declaration the path of the type's own tree. javac finds the path of a method by going
   *     through the file up to it, which for all methods of a type is too much
   */
  public static void check(
      AsyncType type, TreePath declaration, Trees trees, Report.Builder report) {
    Set<Element> carried = new HashSet<>(type.helpers());
    type.declared().forEach(function -> carried.add(function.method()));
    for (Tree member : ((ClassTree) declaration.getLeaf()).getMembers()) {
      TreePath path = new TreePath(declaration, member);
      if (member instanceof MethodTree method && carried.contains(trees.getElement(path))) {
        AddedCodeRule rule = new AddedCodeRule(path, trees);
        rule.scan(path, null);
        if (rule.found) {
          report.add(DiagnosticKey.ADDED_CODE, path, method.getName());
        }
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
