package dev.fermata.processor.detached;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import dev.fermata.processor.diag.Diagnostic;
import dev.fermata.processor.diag.Report;
import org.jspecify.annotations.Nullable;

/** Moves findings from the trees of one parse of a file to those of another. */
final class Counterparts {

  private final Trees trees;
  private final CompilationUnitTree unit;
  private final Report.Builder report;

  /** To the trees of this unit, into this report. */
  Counterparts(Trees trees, CompilationUnitTree unit, Report.Builder report) {
    this.trees = trees;
    this.unit = unit;
    this.report = report;
  }

  void add(Report findings, Trees otherTrees) {
    for (Diagnostic finding : findings.diagnostics()) {
      TreePath path =
          finding.path() != null ? finding.path() : otherTrees.getPath(finding.element());
      TreePath counterpart = new Search(path, otherTrees.getSourcePositions()).path();
      report.add(new Diagnostic(finding.key(), finding.message(), null, counterpart));
    }
  }

  /** Two parses of one text differ in no position. */
  private final class Search extends TreePathScanner<@Nullable Void, @Nullable Void> {
    private final Tree.Kind kind;
    private final long start;
    private final long end;
    private @Nullable TreePath found;

    Search(TreePath path, SourcePositions positions) {
      kind = path.getLeaf().getKind();
      start = positions.getStartPosition(path.getCompilationUnit(), path.getLeaf());
      end = positions.getEndPosition(path.getCompilationUnit(), path.getLeaf());
    }

    TreePath path() {
      scan(new TreePath(unit), null);
      return found == null ? new TreePath(unit) : found;
    }

    @Override
    public @Nullable Void scan(@Nullable Tree tree, @Nullable Void unused) {
      if (tree == null || found != null) {
        return null;
      }
      long from = trees.getSourcePositions().getStartPosition(unit, tree);
      long to = trees.getSourcePositions().getEndPosition(unit, tree);
      if (tree.getKind() == kind && from == start && to == end) {
        found = tree == unit ? new TreePath(unit) : new TreePath(getCurrentPath(), tree);
        return null;
      }
      return super.scan(tree, null);
    }
  }
}
