package dev.fermata.processor.allocate;

import dev.fermata.processor.ir.IrLabel;
import dev.fermata.processor.lower.Block;
import dev.fermata.processor.lower.FlowGraph;
import dev.fermata.processor.lower.FlowStmt;
import dev.fermata.processor.lower.HandlerRegion;
import dev.fermata.processor.lower.Terminator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Splits a machine whose step method would be too large: HotSpot never compiles a method of more
 * than 8,000 bytes of bytecode, and the class file holds none of more than 64 KB.
 *
 * <p>Each part is a stretch of blocks in their order. Where a block alone is too large, it is cut
 * between two statements. A single statement is never cut; one that is too large gets a part of its
 * own, so that it does not keep what stands around it from being compiled.
 *
 * <p>Of the places that would do, the one is taken that fewest jumps pass, so that a loop stays in
 * one method if it fits in.
 */
public final class StepSplitter {

  /** HotSpot's {@code HugeMethodLimit}. */
  public static final int HUGE_METHOD = 8_000;

  /** A place to cut: before a statement of a block, or before its terminator. */
  private record Cut(int block, int statement) {}

  /** What stands between two cuts that follow each other. */
  private record Unit(Cut start, int size, int crossing, boolean mayStart) {}

  /**
   * The outcome.
   *
   * @param graph the same graph, where some blocks may have been cut
   * @param starts the blocks that begin a part; one if the machine stays whole
   */
  record Split(FlowGraph graph, List<IrLabel> starts) {}

  private final int limit;

  /** Splits what would have more than {@code limit} bytes. */
  public StepSplitter(int limit) {
    this.limit = limit;
  }

  Split split(Machine whole) {
    FlowGraph graph = whole.graph();
    StepSize size = new StepSize(whole);
    if (size.total() <= limit) {
      return new Split(graph, List.of(graph.entry().label()));
    }
    return cut(graph, choose(units(graph, size), graph, size));
  }

  private static List<Unit> units(FlowGraph graph, StepSize size) {
    int[] passing = passing(graph);
    List<Unit> units = new ArrayList<>();
    for (int b = 0; b < graph.blocks().size(); b++) {
      Block block = graph.blocks().get(b);
      List<FlowStmt> statements = block.statements();
      boolean afterComment = false;
      for (int s = 0; s <= statements.size(); s++) {
        int bytes = s == statements.size() ? size.end(block) : size.of(statements.get(s));
        bytes += s == 0 ? size.head(block) : 0;
        int crossing = s == 0 ? passing[2 * b] : passing[2 * b + 1] + 1;
        boolean unreachable =
            s == statements.size() && block.terminator() instanceof Terminator.Unreachable;
        units.add(new Unit(new Cut(b, s), bytes, crossing, !afterComment && !unreachable));
        afterComment = s < statements.size() && statements.get(s) instanceof FlowStmt.Comment;
      }
    }
    return units;
  }

  /** How many jumps pass each place: before block b at 2b, within it at 2b + 1. */
  private static int[] passing(FlowGraph graph) {
    Map<IrLabel, Integer> numbers = new HashMap<>();
    graph.blocks().forEach(block -> numbers.put(block.label(), numbers.size()));
    int[] changes = new int[2 * graph.blocks().size() + 2];
    for (int b = 0; b < graph.blocks().size(); b++) {
      for (IrLabel target : graph.blocks().get(b).successors()) {
        int from = 2 * b + 1;
        int to = 2 * numbers.getOrDefault(target, 0);
        changes[Math.min(from, to) + 1]++;
        changes[Math.max(from, to) + 1]--;
      }
    }
    for (int i = 1; i < changes.length; i++) {
      changes[i] += changes[i - 1];
    }
    return changes;
  }

  /** The cuts that begin the parts behind the first. */
  private List<Cut> choose(List<Unit> units, FlowGraph graph, StepSize size) {
    List<Cut> cuts = new ArrayList<>();
    int first = 0;
    while (first < units.size()) {
      int end = endOfPart(units, first, graph, size);
      if (end < units.size()) {
        cuts.add(units.get(end).start());
      }
      first = end;
    }
    return cuts;
  }

  private int endOfPart(List<Unit> units, int first, FlowGraph graph, StepSize size) {
    Set<HandlerRegion> regions = new HashSet<>();
    int best = -1;
    int bytes = size.frame();
    for (int i = first; i < units.size(); i++) {
      Unit unit = units.get(i);
      if (i > first && unit.mayStart() && isBetter(units, i, best, bytes)) {
        best = i;
      }
      HandlerRegion region = graph.blocks().get(unit.start().block()).region();
      bytes += unit.size() + (region != null && regions.add(region) ? size.dispatch(region) : 0);
      if (bytes > limit && best >= 0) {
        return best;
      }
    }
    return units.size();
  }

  /** Whether to cut there rather than at the best place so far, which is before it. */
  private boolean isBetter(List<Unit> units, int place, int best, int bytes) {
    return best < 0
        || bytes <= limit / 2
        || units.get(place).crossing() <= units.get(best).crossing();
  }

  private static Split cut(FlowGraph graph, List<Cut> cuts) {
    Map<Integer, List<Integer>> cutsOf = new TreeMap<>();
    for (Cut cut : cuts) {
      cutsOf.computeIfAbsent(cut.block(), b -> new ArrayList<>()).add(cut.statement());
    }
    List<Block> blocks = new ArrayList<>();
    List<IrLabel> starts = new ArrayList<>();
    starts.add(graph.entry().label());
    for (int b = 0; b < graph.blocks().size(); b++) {
      Block block = graph.blocks().get(b);
      IrLabel label = block.label();
      int from = 0;
      for (int at : cutsOf.getOrDefault(b, List.of())) {
        if (at > 0) {
          IrLabel next = new IrLabel("part");
          blocks.add(piece(block, label, from, at, new Terminator.Goto(next)));
          label = next;
        }
        starts.add(label);
        from = at;
      }
      blocks.add(piece(block, label, from, block.statements().size(), block.terminator()));
    }
    return new Split(graph.with(blocks), starts);
  }

  private static Block piece(Block block, IrLabel label, int from, int to, Terminator end) {
    List<Integer> lines = block.lines().subList(from, to);
    int line =
        from == 0 ? block.line() : block.lines().get(Math.min(from, block.lines().size() - 1));
    return new Block(
        label,
        block.region(),
        block.statements().subList(from, to),
        end,
        line,
        lines,
        block.endLine());
  }
}
