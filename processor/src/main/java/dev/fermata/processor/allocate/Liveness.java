package dev.fermata.processor.allocate;

import dev.fermata.processor.ir.IrLabel;
import dev.fermata.processor.ir.IrVar;
import dev.fermata.processor.lower.Block;
import dev.fermata.processor.lower.FlowGraph;
import dev.fermata.processor.lower.FlowStmt;
import dev.fermata.processor.lower.HandlerRegion;
import dev.fermata.processor.lower.Terminator;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Backward data flow: a variable is live at a point if its value there may still be read. A failure
 * may leave a block anywhere, so what its handlers read is live throughout the block.
 */
final class Liveness {

  private final FlowGraph graph;
  private final Variables variables;
  private final Map<IrLabel, BitSet> entry = new HashMap<>();

  private Liveness(FlowGraph graph, Variables variables) {
    this.graph = graph;
    this.variables = variables;
  }

  static Liveness of(FlowGraph graph, Variables variables) {
    Liveness liveness = new Liveness(graph, variables);
    graph.blocks().forEach(block -> liveness.entry.put(block.label(), new BitSet()));
    List<Block> blocks = graph.blocks();
    boolean changed = true;
    while (changed) {
      changed = false;
      for (int i = blocks.size() - 1; i >= 0; i--) {
        Block block = blocks.get(i);
        BitSet now = liveness.scan(block, (point, live) -> {});
        changed |= !now.equals(liveness.entry.put(block.label(), now));
      }
    }
    return liveness;
  }

  /** What a suspension at the end of {@code block} has to keep. */
  BitSet across(Block block) {
    Terminator.Suspend suspend = (Terminator.Suspend) block.terminator();
    BitSet live = (BitSet) at(suspend.resume()).clone();
    live.or(handlers(block));
    return live;
  }

  /** What is live where {@code label} begins. */
  BitSet into(IrLabel label) {
    return at(label);
  }

  /** At which points of the graph, numbered in order, each of these variables is live. */
  Map<IrVar, BitSet> pointsOf(Set<IrVar> wanted) {
    BitSet mask = new BitSet();
    wanted.forEach(variable -> mask.set(variables.index(variable)));
    Map<IrVar, BitSet> points = new HashMap<>();
    int number = 0;
    for (Block block : mask.isEmpty() ? List.<Block>of() : graph.blocks()) {
      int first = number;
      scan(
          block,
          (point, live) -> {
            BitSet here = (BitSet) live.clone();
            here.and(mask);
            here.stream()
                .mapToObj(variables.all()::get)
                .forEach(v -> points.computeIfAbsent(v, n -> new BitSet()).set(first + point + 1));
          });
      number += block.statements().size() + 2;
    }
    return points;
  }

  private BitSet scan(Block block, BiConsumer<Integer, BitSet> visitor) {
    BitSet handlers = handlers(block);
    BitSet live = new BitSet();
    block.terminator().successors().forEach(label -> live.or(at(label)));
    live.or(handlers);
    visitor.accept(block.statements().size(), live);
    apply(variables.uses(block.terminator()), live);
    for (int i = block.statements().size() - 1; i >= 0; i--) {
      FlowStmt statement = block.statements().get(i);
      visitor.accept(i, live);
      apply(variables.uses(statement), live);
      Block.jumps(statement).forEach(label -> live.or(at(label)));
      live.or(handlers);
    }
    visitor.accept(-1, live);
    return live;
  }

  private void apply(Uses uses, BitSet live) {
    uses.kills().forEach(variable -> live.clear(variables.index(variable)));
    uses.reads().forEach(variable -> live.set(variables.index(variable)));
  }

  private BitSet handlers(Block block) {
    BitSet live = new BitSet();
    for (@Nullable HandlerRegion r = block.region(); r != null; r = r.parent()) {
      boolean all = false;
      for (HandlerRegion.Handler handler : r.handlers()) {
        BitSet there = (BitSet) at(handler.target()).clone();
        there.clear(variables.index(handler.parameter()));
        live.or(there);
        all |= handler.takesAll();
      }
      if (all) {
        break;
      }
    }
    return live;
  }

  private BitSet at(IrLabel label) {
    BitSet live = entry.get(label);
    if (live == null) {
      throw new IllegalStateException("no block bears " + label);
    }
    return live;
  }
}
