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
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Finds the fields that hold garbage while a coroutine is suspended: those that may have been
 * assigned before a suspension and are dead across it. Forward data flow over fields, since
 * variables may share one.
 */
final class ClearPoints {

  private final Map<IrVar, Integer> numberOf = new HashMap<>();
  private final List<String> fields;
  private final Map<IrLabel, BitSet> entry = new HashMap<>();
  private final Map<IrLabel, BitSet> written = new HashMap<>();
  private final Map<IrLabel, BitSet> liveAcross = new HashMap<>();

  private ClearPoints(Map<IrVar, String> fieldOf) {
    this.fields = List.copyOf(new TreeSet<>(fieldOf.values()));
    Map<String, Integer> numbers = new HashMap<>();
    fields.forEach(field -> numbers.put(field, numbers.size()));
    fieldOf.forEach((variable, field) -> numberOf.put(variable, numbers.getOrDefault(field, 0)));
  }

  /**
   * The fields to clear at each suspension, by the suspending block's label.
   *
   * @param fieldOf the variables that are fields of a reference type, and the fields' names
   */
  static Map<IrLabel, List<String>> find(
      FlowGraph graph, Map<IrVar, String> fieldOf, Variables variables, Liveness liveness) {
    ClearPoints points = new ClearPoints(fieldOf);
    graph.blocks().forEach(block -> points.prepare(block, variables, liveness));
    graph.body().parameters().forEach(p -> points.add(p, points.at(graph.entry().label())));
    boolean changed = true;
    while (changed) {
      changed = false;
      for (Block block : graph.blocks()) {
        changed |= points.flow(block);
      }
    }
    Map<IrLabel, List<String>> clears = new HashMap<>();
    for (Block block : graph.blocks()) {
      BitSet live = points.liveAcross.get(block.label());
      if (live != null) {
        BitSet dead = points.assigned(block);
        dead.andNot(live);
        clears.put(block.label(), dead.stream().mapToObj(points.fields::get).toList());
      }
    }
    return clears;
  }

  private void prepare(Block block, Variables variables, Liveness liveness) {
    entry.put(block.label(), new BitSet());
    BitSet writes = new BitSet();
    for (FlowStmt statement : block.statements()) {
      variables.uses(statement).writes().forEach(variable -> add(variable, writes));
    }
    variables.uses(block.terminator()).writes().forEach(variable -> add(variable, writes));
    written.put(block.label(), writes);
    if (block.terminator() instanceof Terminator.Suspend) {
      BitSet live = new BitSet();
      liveness.across(block).stream().forEach(i -> add(variables.all().get(i), live));
      liveAcross.put(block.label(), live);
    }
  }

  private boolean flow(Block block) {
    BitSet assigned = assigned(block);
    boolean changed = false;
    for (FlowStmt statement : block.statements()) {
      for (IrLabel target : Block.jumps(statement)) {
        changed |= addTo(target, assigned);
      }
    }
    for (@Nullable HandlerRegion r = block.region(); r != null; r = r.parent()) {
      for (HandlerRegion.Handler handler : r.handlers()) {
        BitSet caught = (BitSet) assigned.clone();
        add(handler.parameter(), caught);
        changed |= addTo(handler.target(), caught);
      }
    }
    BitSet live = liveAcross.get(block.label());
    if (live != null) {
      assigned.and(live);
    }
    for (IrLabel target : block.terminator().successors()) {
      changed |= addTo(target, assigned);
    }
    return changed;
  }

  /** What may hold a value somewhere in the block. */
  private BitSet assigned(Block block) {
    BitSet assigned = (BitSet) at(block.label()).clone();
    assigned.or(written.getOrDefault(block.label(), new BitSet()));
    return assigned;
  }

  private boolean addTo(IrLabel target, BitSet more) {
    BitSet known = at(target);
    int before = known.cardinality();
    known.or(more);
    return known.cardinality() != before;
  }

  private void add(IrVar variable, BitSet set) {
    Integer number = numberOf.get(variable);
    if (number != null) {
      set.set(number);
    }
  }

  private BitSet at(IrLabel label) {
    BitSet known = entry.get(label);
    if (known == null) {
      throw new IllegalStateException("no block bears " + label);
    }
    return known;
  }
}
