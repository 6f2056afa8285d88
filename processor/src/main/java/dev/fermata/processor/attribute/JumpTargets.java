package dev.fermata.processor.attribute;

import com.sun.source.tree.BreakTree;
import com.sun.source.tree.ContinueTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.LabeledStatementTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.tree.YieldTree;
import com.sun.source.util.TreePath;
import dev.fermata.processor.ir.IrLabel;
import dev.fermata.processor.ir.IrVar;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import javax.lang.model.element.Name;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Where breaks, continues and yields go, and the one label of each target. */
final class JumpTargets {

  private final Function<Tree, TreePath> paths;
  private final Function<Tree, TypeMirror> types;
  private final Map<Tree, IrLabel> ends = new IdentityHashMap<>();
  private final Map<Tree, IrLabel> continues = new IdentityHashMap<>();
  private final Map<Tree, IrVar> results = new IdentityHashMap<>();

  JumpTargets(Function<Tree, TreePath> paths, Function<Tree, TypeMirror> types) {
    this.paths = paths;
    this.types = types;
  }

  IrLabel end(Tree target) {
    return ends.computeIfAbsent(
        target,
        tree ->
            new IrLabel(
                tree instanceof LabeledStatementTree labeled
                    ? labeled.getLabel().toString()
                    : "end"));
  }

  IrLabel next(Tree loop) {
    return continues.computeIfAbsent(loop, tree -> new IrLabel("continue"));
  }

  IrVar result(SwitchExpressionTree tree) {
    return results.computeIfAbsent(
        tree, t -> new IrVar("result", types.apply(t), IrVar.Kind.TEMPORARY));
  }

  IrLabel of(StatementTree jump) {
    Tree target = target(jump);
    if (jump instanceof BreakTree) {
      return end(target);
    }
    Tree loop = target;
    while (loop instanceof LabeledStatementTree labeled) {
      loop = labeled.getStatement();
    }
    return next(loop);
  }

  /** The statement that the jump names: for one with a label the labelled statement. */
  Tree target(StatementTree jump) {
    if (jump instanceof BreakTree tree) {
      return target(jump, tree.getLabel(), t -> isLoop(t) || t instanceof SwitchTree);
    } else if (jump instanceof ContinueTree tree) {
      return target(jump, tree.getLabel(), JumpTargets::isLoop);
    }
    throw new IllegalArgumentException("no jump: " + jump);
  }

  SwitchExpressionTree target(YieldTree yield) {
    return (SwitchExpressionTree) enclosing(yield, tree -> tree instanceof SwitchExpressionTree);
  }

  private Tree target(StatementTree jump, @Nullable Name label, Predicate<Tree> unlabeled) {
    return label == null
        ? enclosing(jump, unlabeled)
        : enclosing(
            jump, t -> t instanceof LabeledStatementTree l && l.getLabel().contentEquals(label));
  }

  private Tree enclosing(Tree tree, Predicate<Tree> wanted) {
    TreePath path = paths.apply(tree);
    while (!wanted.test(path.getLeaf())) {
      path = path.getParentPath();
    }
    return path.getLeaf();
  }

  private static boolean isLoop(Tree tree) {
    return tree instanceof ForLoopTree
        || tree instanceof EnhancedForLoopTree
        || tree instanceof WhileLoopTree
        || tree instanceof DoWhileLoopTree;
  }
}
