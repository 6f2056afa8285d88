package dev.fermata.processor.attribute;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.BreakTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.CatchTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ContinueTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.LabeledStatementTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.SynchronizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.Tree.Kind;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.util.TreeScanner;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.lang.model.element.Name;
import org.jspecify.annotations.Nullable;

/**
 * Whether a statement can complete normally, by the rules of JLS 14.22: javac rejects generated
 * code that stands where control cannot get to.
 */
public final class NormalCompletion {

  private final Function<ExpressionTree, @Nullable Object> constantOf;

  /**
   * A judge of statements.
   *
   * @param constantOf gives the value of a constant expression, null of any other
   */
  public NormalCompletion(Function<ExpressionTree, @Nullable Object> constantOf) {
    this.constantOf = constantOf;
  }

  /** Whether it can; what is not there can. */
  public boolean completes(@Nullable Tree statement) {
    if (statement == null) {
      return true;
    }
    return switch (statement.getKind()) {
      case BREAK, CONTINUE, RETURN, THROW, YIELD -> false;
      case BLOCK -> all(((BlockTree) statement).getStatements());
      case SYNCHRONIZED -> completes(((SynchronizedTree) statement).getBlock());
      case LABELED_STATEMENT -> {
        LabeledStatementTree labeled = (LabeledStatementTree) statement;
        yield completes(labeled.getStatement())
            || leaves(labeled.getStatement(), labeled.getLabel(), false);
      }
      case IF -> {
        IfTree choice = (IfTree) statement;
        yield choice.getElseStatement() == null
            || completes(choice.getThenStatement())
            || completes(choice.getElseStatement());
      }
      case WHILE_LOOP -> {
        WhileLoopTree loop = (WhileLoopTree) statement;
        yield !isTrue(loop.getCondition()) || leaves(loop.getStatement(), null, false);
      }
      case DO_WHILE_LOOP -> {
        DoWhileLoopTree loop = (DoWhileLoopTree) statement;
        yield ((completes(loop.getStatement()) || leaves(loop.getStatement(), null, true))
                && !isTrue(loop.getCondition()))
            || leaves(loop.getStatement(), null, false);
      }
      case FOR_LOOP -> {
        ForLoopTree loop = (ForLoopTree) statement;
        yield (loop.getCondition() != null && !isTrue(loop.getCondition()))
            || leaves(loop.getStatement(), null, false);
      }
      case SWITCH -> switchCompletes((SwitchTree) statement);
      case TRY -> tryCompletes((TryTree) statement);
      default -> true;
    };
  }

  private boolean all(List<? extends Tree> statements) {
    return statements.stream().allMatch(this::completes);
  }

  private boolean tryCompletes(TryTree attempt) {
    if (attempt.getFinallyBlock() != null && !completes(attempt.getFinallyBlock())) {
      return false;
    }
    return completes(attempt.getBlock())
        || attempt.getCatches().stream().map(CatchTree::getBlock).anyMatch(this::completes);
  }

  private boolean switchCompletes(SwitchTree choice) {
    List<? extends CaseTree> cases = choice.getCases();
    boolean exhaustive = false;
    boolean arrows = false;
    boolean someRuleCompletes = false;
    for (CaseTree group : cases) {
      exhaustive |= demandsExhaustiveness(group);
      if (group.getCaseKind() == CaseTree.CaseKind.RULE) {
        arrows = true;
        someRuleCompletes |=
            group.getBody() instanceof ExpressionTree || completes(group.getBody());
      }
    }
    if (!exhaustive || leavesAny(choice)) {
      return true;
    }
    if (arrows) {
      return someRuleCompletes;
    }
    List<? extends StatementTree> last = cases.get(cases.size() - 1).getStatements();
    return last == null || all(last);
  }

  private boolean leavesAny(SwitchTree choice) {
    return choice.getCases().stream()
        .flatMap(
            group ->
                group.getStatements() != null
                    ? group.getStatements().stream().map(s -> (Tree) s)
                    : Stream.ofNullable(group.getBody()))
        .anyMatch(tree -> leaves(tree, null, false));
  }

  /**
   * Default, or a pattern, or null: any of them makes Java demand that the switch is exhaustive.
   */
  private static boolean demandsExhaustiveness(CaseTree group) {
    return group.getExpressions().isEmpty()
        || group.getExpressions().stream().anyMatch(e -> e.getKind() == Kind.NULL_LITERAL);
  }

  private boolean isTrue(ExpressionTree condition) {
    return Boolean.TRUE.equals(constantOf.apply(condition));
  }

  /**
   * Whether {@code tree} holds a break, or a continue, of the statement around it: the one with
   * that label, or without a label, the nearest.
   */
  private boolean leaves(@Nullable Tree tree, @Nullable Name label, boolean byContinue) {
    Leaving leaving = new Leaving(label, byContinue);
    leaving.scan(tree, null);
    return leaving.found;
  }

  private final class Leaving extends TreeScanner<@Nullable Void, @Nullable Void> {
    private final @Nullable Name label;
    private final boolean byContinue;
    private int loops;
    private int switches;
    private boolean found;

    Leaving(@Nullable Name label, boolean byContinue) {
      this.label = label;
      this.byContinue = byContinue;
    }

    @Override
    public @Nullable Void visitBreak(BreakTree jump, @Nullable Void unused) {
      if (!byContinue) {
        found |=
            jump.getLabel() == null
                ? label == null && loops + switches == 0
                : named(jump.getLabel());
      }
      return null;
    }

    @Override
    public @Nullable Void visitContinue(ContinueTree jump, @Nullable Void unused) {
      if (byContinue) {
        // A labelled continue may mean the loop in question: taking it so errs on the safe side
        // only, for code that javac has accepted either way.
        found |= jump.getLabel() == null ? loops == 0 : true;
      }
      return null;
    }

    private boolean named(Name name) {
      return label != null && label.contentEquals(name);
    }

    @Override
    public @Nullable Void visitTry(TryTree attempt, @Nullable Void unused) {
      if (attempt.getFinallyBlock() != null && !completes(attempt.getFinallyBlock())) {
        return scan(attempt.getFinallyBlock(), null);
      }
      return super.visitTry(attempt, null);
    }

    @Override
    public @Nullable Void visitSwitch(SwitchTree choice, @Nullable Void unused) {
      switches++;
      super.visitSwitch(choice, null);
      switches--;
      return null;
    }

    private @Nullable Void loop(Tree body) {
      loops++;
      scan(body, null);
      loops--;
      return null;
    }

    @Override
    public @Nullable Void visitWhileLoop(WhileLoopTree tree, @Nullable Void unused) {
      return loop(tree.getStatement());
    }

    @Override
    public @Nullable Void visitDoWhileLoop(DoWhileLoopTree tree, @Nullable Void unused) {
      return loop(tree.getStatement());
    }

    @Override
    public @Nullable Void visitForLoop(ForLoopTree tree, @Nullable Void unused) {
      return loop(tree.getStatement());
    }

    @Override
    public @Nullable Void visitEnhancedForLoop(EnhancedForLoopTree tree, @Nullable Void unused) {
      return loop(tree.getStatement());
    }

    @Override
    public @Nullable Void visitClass(ClassTree tree, @Nullable Void unused) {
      return null;
    }

    @Override
    public @Nullable Void visitLambdaExpression(LambdaExpressionTree tree, @Nullable Void unused) {
      return null;
    }
  }
}
