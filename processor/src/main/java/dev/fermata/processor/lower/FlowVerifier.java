package dev.fermata.processor.lower;

import dev.fermata.processor.ir.Code;
import dev.fermata.processor.ir.IrLabel;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What holds after lowering, as code: the passes behind rely on it. It runs in every test, and in a
 * user's build under the dump option.
 */
public final class FlowVerifier {

  private FlowVerifier() {}

  /** Throws {@link IllegalStateException} naming the first rule that the graph breaks. */
  public static void verify(FlowGraph graph) {
    Map<IrLabel, Block> byLabel = new HashMap<>();
    for (Block block : graph.blocks()) {
      check(byLabel.put(block.label(), block) == null, block, "bears a label that another bears");
    }
    Set<IrLabel> resumes = new HashSet<>();
    for (Block block : graph.blocks()) {
      for (IrLabel target : block.successors()) {
        check(byLabel.containsKey(target), block, "goes to " + target + ", which does not exist");
      }
      for (IrLabel target : block.handlerTargets()) {
        check(byLabel.containsKey(target), block, "fails to " + target + ", which does not exist");
      }
      if (block.terminator() instanceof Terminator.Suspend suspend) {
        check(resumes.add(suspend.resume()), block, "shares its resume point");
        Block resume = byLabel.get(suspend.resume());
        check(
            resume != null && resume.region() == block.region(),
            block,
            "is resumed under other handlers than it awaits under");
      }
    }
    for (Block block : graph.blocks()) {
      verifySent(block, resumes.contains(block.label()));
    }
  }

  /**
   * The value of a suspension is read in the block it resumes, where nothing else can have come
   * first.
   */
  private static void verifySent(Block block, boolean resumed) {
    boolean[] reads = {false};
    block.statements().forEach(statement -> codeOf(statement).forEach(p -> note(p, reads)));
    check(!reads[0] || resumed, block, "reads what was sent, but no suspension ends before it");
  }

  private static void note(Code.Part part, boolean[] reads) {
    reads[0] |= part instanceof Code.Sent;
  }

  private static Code codeOf(FlowStmt statement) {
    if (statement instanceof FlowStmt.Exec exec) {
      return exec.code();
    } else if (statement instanceof FlowStmt.Define define) {
      return define.value();
    } else if (statement instanceof FlowStmt.Declare declare && declare.init() != null) {
      return declare.init();
    }
    return Code.empty();
  }

  private static void check(boolean holds, Block block, String what) {
    if (!holds) {
      throw new IllegalStateException("block " + block.label() + " " + what);
    }
  }
}
