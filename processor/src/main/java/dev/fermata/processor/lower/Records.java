package dev.fermata.processor.lower;

import dev.fermata.processor.ir.Code;
import dev.fermata.processor.ir.IrVar;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Drops assignments to variables that nothing reads. */
final class Records {

  private Records() {}

  /** The blocks without assignments of constants to any of {@code unread}. */
  static List<Block> without(List<Block> blocks, Set<IrVar> unread) {
    return unread.isEmpty() ? blocks : blocks.stream().map(b -> without(b, unread)).toList();
  }

  private static Block without(Block block, Set<IrVar> unread) {
    List<FlowStmt> statements = new ArrayList<>();
    List<Integer> lines = new ArrayList<>();
    for (int i = 0; i < block.statements().size(); i++) {
      FlowStmt statement = block.statements().get(i);
      if (statement instanceof FlowStmt.Define define && unread.contains(define.var())) {
        continue;
      }
      statements.add(
          statement instanceof FlowStmt.Exec exec
              ? new FlowStmt.Exec(without(exec.code(), unread))
              : statement);
      lines.add(block.lines().get(i));
    }
    return new Block(
        block.label(),
        block.region(),
        statements,
        block.terminator(),
        block.line(),
        lines,
        block.endLine());
  }

  private static Code without(Code code, Set<IrVar> unread) {
    return code.map(
        part ->
            part instanceof Code.Jump jump
                ? new Code.Jump(
                    jump.target(),
                    jump.before().stream().filter(a -> !unread.contains(a.variable())).toList(),
                    jump.way())
                : part);
  }
}
