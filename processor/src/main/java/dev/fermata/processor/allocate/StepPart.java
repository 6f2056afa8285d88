package dev.fermata.processor.allocate;

import dev.fermata.processor.ir.IrLabel;
import dev.fermata.processor.ir.IrVar;
import dev.fermata.processor.lower.Block;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What one method of a machine steps through: the whole body, or a stretch of its blocks where that
 * would be too much for one method.
 *
 * @param firstState the number of the state that begins it; its states follow each other
 * @param hoisted the locals at the head of the method
 */
public record StepPart(
    List<Block> blocks, int firstState, List<IrVar> hoisted, Set<IrLabel> labels) {

  StepPart(List<Block> blocks, int firstState, List<IrVar> hoisted) {
    this(blocks, firstState, hoisted, labelsOf(blocks));
  }

  public StepPart {
    blocks = List.copyOf(blocks);
    hoisted = List.copyOf(hoisted);
    labels = Set.copyOf(labels);
  }

  /** Whether the block of this label is one of this part. */
  public boolean has(IrLabel label) {
    return labels.contains(label);
  }

  /** Whether some block stands under a handler. */
  public boolean hasHandlers() {
    return blocks.stream().anyMatch(block -> block.region() != null);
  }

  private static Set<IrLabel> labelsOf(List<Block> blocks) {
    Set<IrLabel> labels = new HashSet<>();
    blocks.forEach(block -> labels.add(block.label()));
    return labels;
  }
}
