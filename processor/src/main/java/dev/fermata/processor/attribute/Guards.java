package dev.fermata.processor.attribute;

import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.util.TreePath;
import dev.fermata.processor.attribute.SourceText.Range;

/**
 * Says which jumps may yet be stopped on their way: by a finally, or by the closing of a resource,
 * which may throw or jump elsewhere.
 */
final class Guards {

  private Guards() {}

  /** Whether something within {@code whole} may stop a jump that leaves it. */
  static boolean within(Range whole, TreePath jump, SourceText source) {
    Tree inner = jump.getLeaf();
    for (TreePath path = jump.getParentPath();
        path != null && whole.contains(source.range(path.getLeaf()));
        path = path.getParentPath()) {
      if (path.getLeaf() instanceof TryTree attempt && guards(attempt, inner)) {
        return true;
      }
      inner = path.getLeaf();
    }
    return false;
  }

  private static boolean guards(TryTree attempt, Tree inner) {
    boolean closes = !attempt.getResources().isEmpty() && inner == attempt.getBlock();
    boolean last = attempt.getFinallyBlock() != null && inner != attempt.getFinallyBlock();
    return closes || last;
  }
}
