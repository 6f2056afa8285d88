package dev.fermata.processor.lower;

import dev.fermata.processor.ir.Code;
import dev.fermata.processor.ir.IrLabel;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A basic block: statements that run one after the other, then a terminator. Exceptions may leave
 * it anywhere, towards the handlers of its region, and so may the jumps that stand in statements'
 * text.
 *
 * @param line the user's line of its first statement
 */
public record Block(
    IrLabel label,
    @Nullable HandlerRegion region,
    List<FlowStmt> statements,
    Terminator terminator,
    int line) {

  public Block {
    statements = List.copyOf(statements);
  }

  /** The labels of the blocks that control may pass to, exceptions apart. */
  public List<IrLabel> successors() {
    List<IrLabel> all = new ArrayList<>(terminator.successors());
    statements.forEach(statement -> all.addAll(jumps(statement)));
    return all;
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
