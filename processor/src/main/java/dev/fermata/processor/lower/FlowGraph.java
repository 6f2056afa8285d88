package dev.fermata.processor.lower;

import dev.fermata.processor.ir.IrBody;
import dev.fermata.processor.ir.IrLabel;
import dev.fermata.processor.ir.IrStmt;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The basic blocks of a body in the order of its source; the first is the entry.
 *
 * @param localTypes the types that the body declares for more than one of its statements
 */
public record FlowGraph(IrBody body, List<Block> blocks, List<IrStmt.LocalType> localTypes) {

  public FlowGraph {
    blocks = List.copyOf(blocks);
    localTypes = List.copyOf(localTypes);
  }

  public Block entry() {
    return blocks.get(0);
  }

  /** The same body with other blocks. */
  public FlowGraph with(List<Block> others) {
    return new FlowGraph(body, others, localTypes);
  }

  /** Every block by its label, in order. */
  public Map<IrLabel, Block> byLabel() {
    Map<IrLabel, Block> map = new LinkedHashMap<>();
    blocks.forEach(block -> map.put(block.label(), block));
    return map;
  }

  /** Whether some block stands under a handler. */
  public boolean hasHandlers() {
    return blocks.stream().map(Block::region).anyMatch(Objects::nonNull);
  }
}
