package dev.fermata.processor.lower;

import dev.fermata.processor.ir.Code;
import dev.fermata.processor.ir.IrLabel;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Blocks in the making: one is open at a time and takes the statements; a terminator closes it.
 * What is added while none is open cannot be reached and goes to a block that nothing jumps to.
 */
final class BlockSequence {

  private final List<Block> done = new ArrayList<>();
  private final List<FlowStmt> statements = new ArrayList<>();
  private final List<Integer> lines = new ArrayList<>();
  private @Nullable IrLabel open;
  private @Nullable HandlerRegion openRegion;
  private @Nullable HandlerRegion region;

  /** The labels that something reachable leads to, as far as is known when they are begun. */
  private final Set<IrLabel> reachable = new HashSet<>();

  private boolean reached = true;
  private int openLine;
  private int line;

  /** The region that blocks opened from now on belong to. */
  @Nullable HandlerRegion region() {
    return region;
  }

  void enter(@Nullable HandlerRegion inner) {
    region = inner;
    if (inner != null) {
      inner.handlers().forEach(handler -> reachable.add(handler.target()));
    }
  }

  /** Whether control can get to what is added now. */
  boolean reached() {
    return open != null && reached;
  }

  /** The user's line that statements added from now on stem from. */
  void line(int userLine) {
    line = userLine;
  }

  void begin(IrLabel label) {
    if (open != null) {
      close(new Terminator.Goto(label));
    }
    reached = done.isEmpty() || reachable.contains(label);
    open = label;
    openRegion = region;
    openLine = line;
  }

  void add(FlowStmt statement) {
    ensureOpen();
    if (statements.isEmpty()) {
      openLine = line;
    }
    statements.add(statement);
    lines.add(line);
  }

  void exec(Code code) {
    add(new FlowStmt.Exec(code));
  }

  void close(Terminator terminator) {
    ensureOpen();
    IrLabel label = open;
    if (label == null) {
      throw new IllegalStateException("no open block");
    }
    Block block = new Block(label, openRegion, statements, terminator, openLine, lines, line);
    if (reached) {
      reachable.addAll(block.successors());
    }
    done.add(block);
    statements.clear();
    lines.clear();
    open = null;
  }

  List<Block> finish() {
    if (open != null) {
      throw new IllegalStateException("the last block is open: " + open);
    }
    return List.copyOf(done);
  }

  private void ensureOpen() {
    if (open == null) {
      begin(new IrLabel("unreachable"));
    }
  }
}
