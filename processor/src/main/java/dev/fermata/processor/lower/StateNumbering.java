package dev.fermata.processor.lower;

import dev.fermata.processor.ir.IrLabel;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Hands out states: one to each block that control enters otherwise than by running on from the
 * block above it. State 0 is the entry. Since the state also tells under which handlers a failure
 * happens, a block gets one too where the region changes.
 */
public final class StateNumbering {

  private StateNumbering() {}

  /**
   * The states of the blocks that have one, in order.
   *
   * @param starts the blocks that begin a step method
   */
  public static Map<IrLabel, Integer> number(FlowGraph graph, List<IrLabel> starts) {
    List<Block> blocks = graph.blocks();
    Set<IrLabel> entered = new HashSet<>();
    entered.addAll(starts);
    for (int i = 0; i < blocks.size(); i++) {
      Block block = blocks.get(i);
      entered.addAll(block.handlerTargets());
      block.statements().forEach(statement -> entered.addAll(Block.jumps(statement)));
      Block next = i + 1 < blocks.size() ? blocks.get(i + 1) : null;
      boolean ranOn = false;
      for (IrLabel target : block.terminator().successors()) {
        boolean runsOn = next != null && target == next.label() && canRunOn(block, target);
        if (!runsOn || ranOn || (next != null && next.region() != block.region())) {
          entered.add(target);
        }
        ranOn |= runsOn;
      }
      if (block.terminator() instanceof Terminator.Suspend suspend) {
        entered.add(suspend.resume());
      }
    }
    Map<IrLabel, Integer> states = new LinkedHashMap<>();
    for (Block block : blocks) {
      if (entered.contains(block.label())) {
        states.put(block.label(), states.size());
      }
    }
    return states;
  }

  /** Whether the block's terminator may end by running on into the block behind it. */
  private static boolean canRunOn(Block block, IrLabel target) {
    if (block.terminator() instanceof Terminator.Select select) {
      return target == select.otherwise()
          && select.arms().stream().noneMatch(arm -> arm.target() == target);
    }
    return true;
  }
}
