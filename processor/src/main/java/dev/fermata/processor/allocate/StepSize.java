package dev.fermata.processor.allocate;

import dev.fermata.processor.ir.Code;
import dev.fermata.processor.ir.IrVar;
import dev.fermata.processor.lower.Block;
import dev.fermata.processor.lower.CodeSize;
import dev.fermata.processor.lower.FlowStmt;
import dev.fermata.processor.lower.HandlerRegion;
import dev.fermata.processor.lower.Terminator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Estimates how many bytes of bytecode the step method of a machine has, piece by piece. */
final class StepSize {

  /** The loop, the outer switch, the handler of all failures. */
  private static final int FRAME = 60;

  /** A state's place in the tables of the switch and of the dispatch of failures. */
  private static final int STATE = 8;

  /** {@code state = n; continue;}. */
  private static final int JUMP = 12;

  private static final int ASSIGNMENT = 7;
  private static final int ZERO = 4;
  private static final int CLEAR = 5;

  /** {@code state = n; sent = await(driver, x); if (sent == SUSPENDED) return SUSPENDED;}. */
  private static final int SUSPENSION = 36;

  private static final int HANDLER = 26;
  private static final int TYPE_TEST = 7;

  private final Machine machine;

  StepSize(Machine machine) {
    this.machine = machine;
  }

  /** Of the whole step method. */
  int total() {
    int bytes = frame();
    Set<HandlerRegion> regions = new HashSet<>();
    for (Block block : machine.graph().blocks()) {
      bytes += head(block) + end(block);
      for (FlowStmt statement : block.statements()) {
        bytes += of(statement);
      }
      HandlerRegion region = block.region();
      bytes += region != null && regions.add(region) ? dispatch(region) : 0;
    }
    return bytes;
  }

  /** What stands around the states. */
  int frame() {
    return FRAME;
  }

  int head(Block block) {
    return machine.states().containsKey(block.label()) ? STATE : 0;
  }

  int of(FlowStmt statement) {
    if (statement instanceof FlowStmt.Exec exec) {
      return CodeSize.of(exec.code());
    } else if (statement instanceof FlowStmt.Declare declare) {
      Code init = declare.init();
      return zero(declare.var()) + (init == null ? 0 : ASSIGNMENT + CodeSize.of(init));
    } else if (statement instanceof FlowStmt.Define define) {
      return zero(define.var()) + ASSIGNMENT + CodeSize.of(define.value());
    }
    return 0;
  }

  /** The value that a local at the head of the method has at first. */
  private int zero(IrVar variable) {
    return machine.storageOf(variable) == Storage.HOISTED ? ZERO : 0;
  }

  /** Of the block's terminator, a jump to what follows included. */
  int end(Block block) {
    Terminator end = block.terminator();
    if (end instanceof Terminator.Branch branch) {
      return CodeSize.of(branch.condition()) + 2 * JUMP;
    } else if (end instanceof Terminator.Select select) {
      int bytes = CodeSize.of(select.selector()) + JUMP;
      for (Terminator.Arm arm : select.arms()) {
        bytes += JUMP;
        for (Code label : arm.labels()) {
          bytes += CodeSize.of(label);
        }
      }
      return bytes;
    } else if (end instanceof Terminator.Suspend suspend) {
      List<String> cleared = machine.clears().getOrDefault(block.label(), List.of());
      return CodeSize.of(suspend.operand()) + SUSPENSION + cleared.size() * CLEAR;
    } else if (end instanceof Terminator.Return returned) {
      return JUMP + (returned.value() == null ? 0 : CodeSize.of(returned.value()));
    } else if (end instanceof Terminator.Throw thrown) {
      return 1 + CodeSize.of(thrown.exception());
    }
    return JUMP;
  }

  /** Of the code that finds the handler of a failure in this region. */
  int dispatch(HandlerRegion innermost) {
    int bytes = STATE;
    for (@Nullable HandlerRegion r = innermost; r != null; r = r.parent()) {
      for (HandlerRegion.Handler handler : r.handlers()) {
        bytes += HANDLER + zero(handler.parameter()) + handler.types().size() * TYPE_TEST;
        if (handler.takesAll()) {
          return bytes;
        }
      }
    }
    return bytes;
  }
}
