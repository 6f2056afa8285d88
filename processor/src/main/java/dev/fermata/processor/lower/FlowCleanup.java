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
      work.addAll(block.handlerTargets());
    }
    List<Block> kept = graph.blocks().stream().filter(b -> seen.contains(b.label())).toList();
    return graph.with(kept);
  }

  private static FlowGraph threaded(FlowGraph graph) {
    Map<IrLabel, IrLabel> ends = ends(graph);
    List<Block> blocks = new ArrayList<>();
    for (Block block : graph.blocks()) {
      List<FlowStmt> statements = new ArrayList<>();
      for (FlowStmt statement : block.statements()) {
        statements.add(
            statement instanceof FlowStmt.Exec exec
                ? new FlowStmt.Exec(retarget(exec.code(), ends))
                : statement);
      }
      blocks.add(
          new Block(
              block.label(),
              block.region(),
              statements,
              retarget(block, ends),
              block.line(),
              block.lines(),
              block.endLine()));
    }
    return graph.with(blocks);
  }

  private static Code retarget(Code code, Map<IrLabel, IrLabel> ends) {
    return code.map(
        part ->
            part instanceof Code.Jump jump
                ? new Code.Jump(end(jump.target(), ends), jump.before(), jump.way())
                : part);
  }

  private static Terminator retarget(Block block, Map<IrLabel, IrLabel> ends) {
    Terminator end = block.terminator();
    if (end instanceof Terminator.Goto jump) {
      return new Terminator.Goto(end(jump.target(), ends));
    } else if (end instanceof Terminator.Branch branch) {
      return new Terminator.Branch(
          branch.condition(), end(branch.then(), ends), end(branch.otherwise(), ends));
    } else if (end instanceof Terminator.Select select) {
      return new Terminator.Select(
          select.selector(),
          select.arms().stream()
              .map(arm -> new Terminator.Arm(arm.labels(), end(arm.target(), ends)))
              .toList(),
          select.otherwise() == null ? null : end(select.otherwise(), ends));
    }
    // A resume point keeps its own block: its state tells the region that the await stands in.
    return end;
  }

  /** Where a jump to each block ends up, past the blocks that do nothing but go on. */
  private static Map<IrLabel, IrLabel> ends(FlowGraph graph) {
    Map<IrLabel, Block> byLabel = graph.byLabel();
    Map<IrLabel, IrLabel> ends = new HashMap<>();
    for (Block block : graph.blocks()) {
      List<IrLabel> passed = new ArrayList<>();
      Set<IrLabel> seen = new HashSet<>();
      IrLabel at = block.label();
      while (!ends.containsKey(at) && seen.add(at)) {
        passed.add(at);
        Block here = byLabel.get(at);
        if (here == null
            || !here.statements().isEmpty()
            || !(here.terminator() instanceof Terminator.Goto next)) {
          break;
        }
        at = next.target();
      }
      IrLabel end = ends.getOrDefault(at, at);
      passed.forEach(label -> ends.put(label, end));
    }
    return ends;
  }

  private static IrLabel end(IrLabel label, Map<IrLabel, IrLabel> ends) {
    return ends.getOrDefault(label, label);
  }

  /** Appends each block to its only predecessor where that one does nothing but go there. */
  private static FlowGraph joined(FlowGraph graph) {
    Map<IrLabel, Integer> entries = new HashMap<>();
    entries.merge(graph.entry().label(), 1, Integer::sum);
    Set<IrLabel> pinned = new HashSet<>();
    for (Block block : graph.blocks()) {
      block.successors().forEach(label -> entries.merge(label, 1, Integer::sum));
      pinned.addAll(block.handlerTargets());
      if (block.terminator() instanceof Terminator.Suspend suspend) {
        pinned.add(suspend.resume());
      }
    }
    Map<IrLabel, Block> left = new LinkedHashMap<>(graph.byLabel());
    for (IrLabel label : List.copyOf(left.keySet())) {
      Block first = left.get(label);
      List<Block> run = new ArrayList<>();
      for (@Nullable Block block = first; block != null; ) {
        run.add(block);
        Block next = block.terminator() instanceof Terminator.Goto g ? left.get(g.target()) : null;
        boolean joins =
            next != null
                && next.label() != label
                && !pinned.contains(next.label())
                && entries.getOrDefault(next.label(), 0) == 1
                && next.region() == block.region();
        block = joins && next != null ? left.remove(next.label()) : null;
      }
      if (run.size() > 1) {
        left.put(label, joined(run));
      }
    }
    return graph.with(List.copyOf(left.values()));
  }

  private static Block joined(List<Block> run) {
    List<FlowStmt> statements = new ArrayList<>();
    List<Integer> lines = new ArrayList<>();
    int line = run.get(run.size() - 1).line();
    for (Block block : run) {
      if (statements.isEmpty() && !block.statements().isEmpty()) {
        line = block.line();
      }
      statements.addAll(block.statements());
      lines.addAll(block.lines());
    }
    Block first = run.get(0);
    Block last = run.get(run.size() - 1);
    return new Block(
        first.label(), first.region(), statements, last.terminator(), line, lines, last.endLine());
  }
}
