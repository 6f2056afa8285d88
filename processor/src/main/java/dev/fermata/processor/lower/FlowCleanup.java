package dev.fermata.processor.lower;

import dev.fermata.processor.ir.Code;
import dev.fermata.processor.ir.IrLabel;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Drops blocks that cannot be reached, threads jumps through empty ones, joins straight lines. */
final class FlowCleanup {

  private FlowCleanup() {}

  static FlowGraph clean(FlowGraph graph) {
    return reachable(joined(reachable(threaded(reachable(graph)))));
  }

  private static FlowGraph reachable(FlowGraph graph) {
    Map<IrLabel, Block> byLabel = graph.byLabel();
    Set<IrLabel> seen = new HashSet<>();
    Deque<IrLabel> work = new ArrayDeque<>();
    work.add(graph.entry().label());
    while (!work.isEmpty()) {
      IrLabel label = work.remove();
      if (!seen.add(label)) {
        continue;
      }
      Block block = byLabel.get(label);
      if (block == null) {
        throw new IllegalStateException("a jump to " + label + ", which no block bears");
      }
      work.addAll(block.successors());
      work.addAll(handlerTargets(block));
    }
    List<Block> kept = graph.blocks().stream().filter(b -> seen.contains(b.label())).toList();
    return graph.with(kept);
  }

  /** Where exceptions may go from the block. */
  static List<IrLabel> handlerTargets(Block block) {
    List<IrLabel> targets = new ArrayList<>();
    for (@Nullable HandlerRegion r = block.region(); r != null; r = r.parent()) {
      r.handlers().forEach(handler -> targets.add(handler.target()));
      if (r.handlers().stream().anyMatch(HandlerRegion.Handler::takesAll)) {
        break;
      }
    }
    return targets;
  }

  private static FlowGraph threaded(FlowGraph graph) {
    Map<IrLabel, Block> byLabel = graph.byLabel();
    List<Block> blocks = new ArrayList<>();
    for (Block block : graph.blocks()) {
      List<FlowStmt> statements = new ArrayList<>();
      for (FlowStmt statement : block.statements()) {
        statements.add(
            statement instanceof FlowStmt.Exec exec
                ? new FlowStmt.Exec(retarget(exec.code(), byLabel))
                : statement);
      }
      blocks.add(
          new Block(
              block.label(), block.region(), statements, retarget(block, byLabel), block.line()));
    }
    return graph.with(blocks);
  }

  private static Code retarget(Code code, Map<IrLabel, Block> byLabel) {
    return code.map(
        part ->
            part instanceof Code.Jump jump
                ? new Code.Jump(thread(jump.target(), byLabel), jump.before())
                : part);
  }

  private static Terminator retarget(Block block, Map<IrLabel, Block> byLabel) {
    Terminator end = block.terminator();
    if (end instanceof Terminator.Goto jump) {
      return new Terminator.Goto(thread(jump.target(), byLabel));
    } else if (end instanceof Terminator.Branch branch) {
      return new Terminator.Branch(
          branch.condition(), thread(branch.then(), byLabel), thread(branch.otherwise(), byLabel));
    } else if (end instanceof Terminator.Select select) {
      return new Terminator.Select(
          select.selector(),
          select.arms().stream()
              .map(arm -> new Terminator.Arm(arm.labels(), thread(arm.target(), byLabel)))
              .toList(),
          select.otherwise() == null ? null : thread(select.otherwise(), byLabel));
    }
    // A resume point keeps its own block: its state tells the region that the await stands in.
    return end;
  }

  private static IrLabel thread(IrLabel label, Map<IrLabel, Block> byLabel) {
    Set<IrLabel> passed = new HashSet<>();
    IrLabel target = label;
    while (passed.add(target)) {
      Block block = byLabel.get(target);
      if (block == null
          || !block.statements().isEmpty()
          || !(block.terminator() instanceof Terminator.Goto next)) {
        return target;
      }
      target = next.target();
    }
    return label;
  }

  /** Appends each block to its only predecessor where that one does nothing but go there. */
  private static FlowGraph joined(FlowGraph graph) {
    Map<IrLabel, Integer> entries = new HashMap<>();
    entries.merge(graph.entry().label(), 1, Integer::sum);
    Set<IrLabel> pinned = new HashSet<>();
    for (Block block : graph.blocks()) {
      block.successors().forEach(label -> entries.merge(label, 1, Integer::sum));
      pinned.addAll(handlerTargets(block));
      if (block.terminator() instanceof Terminator.Suspend suspend) {
        pinned.add(suspend.resume());
      }
    }
    Map<IrLabel, Block> left = new LinkedHashMap<>(graph.byLabel());
    for (IrLabel label : List.copyOf(left.keySet())) {
      Block block = left.get(label);
      while (block != null && block.terminator() instanceof Terminator.Goto next) {
        Block target = left.get(next.target());
        if (target == null
            || target.label().equals(label)
            || pinned.contains(target.label())
            || entries.getOrDefault(target.label(), 0) != 1
            || !Objects.equals(target.region(), block.region())) {
          break;
        }
        List<FlowStmt> statements = new ArrayList<>(block.statements());
        statements.addAll(target.statements());
        int line = block.statements().isEmpty() ? target.line() : block.line();
        block = new Block(label, block.region(), statements, target.terminator(), line);
        left.put(label, block);
        left.remove(target.label());
      }
    }
    return graph.with(List.copyOf(left.values()));
  }
}
