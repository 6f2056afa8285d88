package dev.fermata.processor.lower;

import dev.fermata.processor.ir.Code;
import dev.fermata.processor.ir.IrLabel;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A basic block: statements that run one after the other, then a terminator. Exceptions may leave
 * it anywhere, towards the handlers of its region, and so may the jumps that stand in statements'
 * text.
 *
 * @param line the user's line of its first statement
 * @param lines the user's line of each statement
 * @param endLine the user's line of its terminator
 */
public record Block(
    IrLabel label,
    @Nullable HandlerRegion region,
    List<FlowStmt> statements,
    Terminator terminator,
    int line,
    List<Integer> lines,
    int endLine) {

  public Block {
    statements = List.copyOf(statements);
    lines = List.copyOf(lines);
  }

  /** The labels of the blocks that control may pass to, exceptions apart. */
  public List<IrLabel> successors() {
    List<IrLabel> all = new ArrayList<>(terminator.successors());
    statements.forEach(statement -> all.addAll(jumps(statement)));
    return all;
  }

  /** The labels of the blocks that exceptions may go to. */
  public List<IrLabel> handlerTargets() {
    List<IrLabel> targets = new ArrayList<>();
    for (@Nullable HandlerRegion r = region; r != null; r = r.parent()) {
      r.handlers().forEach(handler -> targets.add(handler.target()));
      if (r.handlers().stream().anyMatch(HandlerRegion.Handler::takesAll)) {
        break;
      }
    }
    return targets;
  }

  /** Visits the code in the block, the labels of cases apart. */
  public void forEachCode(Consumer<Code> visitor) {
    for (FlowStmt statement : statements) {
      if (statement instanceof FlowStmt.Exec exec) {
        visitor.accept(exec.code());
      } else if (statement instanceof FlowStmt.Declare declare && declare.init() != null) {
        visitor.accept(declare.init());
      } else if (statement instanceof FlowStmt.Define define) {
        visitor.accept(define.value());
      }
    }
    if (terminator instanceof Terminator.Branch branch) {
      visitor.accept(branch.condition());
    } else if (terminator instanceof Terminator.Select select) {
      visitor.accept(select.selector());
    } else if (terminator instanceof Terminator.Suspend suspend) {
      visitor.accept(suspend.operand());
    } else if (terminator instanceof Terminator.Return returned && returned.value() != null) {
      visitor.accept(returned.value());
    } else if (terminator instanceof Terminator.Throw thrown) {
      visitor.accept(thrown.exception());
    }
  }

  /** Whether it reads the value that the last suspension delivered. */
  public boolean readsSent() {
    boolean[] reads = {false};
    forEachCode(code -> code.forEach(part -> reads[0] |= part instanceof Code.Sent));
    return reads[0];
  }

  /** The labels of the blocks that jumps in the statement's text lead to. */
  public static List<IrLabel> jumps(FlowStmt statement) {
    if (!(statement instanceof FlowStmt.Exec exec)) {
      return List.of();
    }
    List<IrLabel> targets = new ArrayList<>();
    exec.code()
        .forEach(
            part -> {
              if (part instanceof Code.Jump jump) {
                targets.add(jump.target());
              }
            });
    return targets;
  }
}
