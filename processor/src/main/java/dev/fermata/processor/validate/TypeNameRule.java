package dev.fermata.processor.validate;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import dev.fermata.processor.diag.DiagnosticKey;
import dev.fermata.processor.diag.Report;
import org.jspecify.annotations.Nullable;

/**
 * Finds types inside the methods of a type that are called like the class that holds its machines:
 * in Java no class can be called like one around it.
 */
public final class TypeNameRule extends TreePathScanner<@Nullable Void, @Nullable Void> {

  private final String holder;
  private final Report.Builder report;

  private TypeNameRule(String holder, Report.Builder report) {
    this.holder = holder;
    this.report = report;
  }

  /**
   * Checks the methods of the type at the path.
   *
   * @param holder the simple name of the class that holds its machines
   */
  public static void check(TreePath type, String holder, Report.Builder report) {
    TypeNameRule rule = new TypeNameRule(holder, report);
    for (Tree member : ((ClassTree) type.getLeaf()).getMembers()) {
      if (member instanceof MethodTree) {
        rule.scan(new TreePath(type, member), null);
      }
    }
  }

  @Override
  public @Nullable Void visitClass(ClassTree tree, @Nullable Void unused) {
    if (tree.getSimpleName().contentEquals(holder)) {
      report.add(DiagnosticKey.TYPE_NAME, getCurrentPath(), holder);
    }
    return super.visitClass(tree, null);
  }
}
