package dev.fermata.processor.attribute;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.util.TreePath;
import dev.fermata.processor.attribute.SourceText.Range;
import dev.fermata.processor.ir.Code.Way;

/**
 * Says which jumps may yet be stopped on their way: by a finally, or by the closing of a resource,
 * which may throw or jump elsewhere.
 */
final class Guards {

  private Guards() {}

  /** What stands within {@code whole} in the way of a jump that leaves it. */
  static Way wayOut(Range whole, TreePath jump, SourceText source, NormalCompletion completion) {
    Way way = Way.OPEN;
    Tree inner = jump.getLeaf();
    for (TreePath path = jump.getParentPath();
        path != null && whole.contains(source.range(path.getLeaf()));
        path = path.getParentPath()) {
      if (path.getLeaf() instanceof TryTree attempt) {
        BlockTree last = attempt.getFinallyBlock();
        if (last != null && inner != last) {
          if (!completion.completes(last)) {
            return Way.BLOCKED;
          }
          way = Way.GUARDED;
        } else if (!attempt.getResources().isEmpty() && inner == attempt.getBlock()) {
          way = Way.GUARDED;
        }
      }
      inner = path.getLeaf();
    }
    return way;
  }
}
