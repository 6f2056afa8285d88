package dev.fermata.processor.allocate;

import dev.fermata.processor.ir.IrLabel;
import dev.fermata.processor.ir.IrVar;
import dev.fermata.processor.lower.Block;
import dev.fermata.processor.lower.FlowGraph;
import dev.fermata.processor.lower.FlowStmt;
import dev.fermata.processor.lower.HandlerRegion;
import dev.fermata.processor.lower.Terminator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Finds the fields that hold garbage while a coroutine is suspended: those that may have been
 * assigned before a suspension and are dead across it. Forward data flow over field names, since
 * variables may share a field.
 */
final class ClearPoints {

  private final Map<IrVar, String> fieldOf;
  private final Map<IrLabel, Set<String>> entry = new HashMap<>();
  private final Map<IrLabel, Set<String>> liveAcross = new HashMap<>();

  private ClearPoints(Map<IrVar, String> fieldOf) {
    this.fieldOf = fieldOf;
  }

  /**
   * The fields to clear at each suspension, by the suspending block's label.
   *
   * @param fieldOf the variables that are fields of a reference type, and the fields' names
   */
  static Map<IrLabel, List<String>> find(
      FlowGraph graph, Map<IrVar, String> fieldOf, Variables variables, Liveness liveness) {
    ClearPoints points = new ClearPoints(fieldOf);
    graph.blocks().forEach(block -> points.entry.put(block.label(), new LinkedHashSet<>()));
    for (Block block : graph.blocks()) {
      if (block.terminator() instanceof Terminator.Suspend) {
        Set<String> live = new LinkedHashSet<>();
        liveness.across(block).stream().forEach(i -> points.addField(variables.all().get(i), live));
        points.liveAcross.put(block.label(), live);
      }
    }
    graph.body().parameters().forEach(p -> points.addField(p, points.at(graph.entry().label())));
    boolean changed = true;
    while (changed) {
      changed = false;
      for (Block block : graph.blocks()) {
        changed |= points.flow(block);
      }
    }
    Map<IrLabel, List<String>> clears = new HashMap<>();
    for (Block block : graph.blocks()) {
      Set<String> live = points.liveAcross.get(block.label());
      if (live != null) {
        Set<String> dead = new TreeSet<>(points.assigned(block));
        dead.removeAll(live);
        clears.put(block.label(), List.copyOf(dead));
      }
    }
    return clears;
  }

  private boolean flow(Block block) {
    Set<String> assigned = assigned(block);
    boolean changed = false;
    for (FlowStmt statement : block.statements()) {
      for (IrLabel target : Block.jumps(statement)) {
        changed |= at(target).addAll(assigned);
      }
    }
    for (@Nullable HandlerRegion r = block.region(); r != null; r = r.parent()) {
      for (HandlerRegion.Handler handler : r.handlers()) {
        changed |= at(handler.target()).addAll(assigned);
        Set<String> parameter = new LinkedHashSet<>();
        addField(handler.parameter(), parameter);
        changed |= at(handler.target()).addAll(parameter);
      }
    }
    Set<String> out = new LinkedHashSet<>(assigned);
    Set<String> live = liveAcross.get(block.label());
    if (live != null) {
      out.retainAll(live);
    }
    for (IrLabel target : block.terminator().successors()) {
      changed |= at(target).addAll(out);
    }
    return changed;
  }

  /** What may hold a value somewhere in the block. */
  private Set<String> assigned(Block block) {
    Set<String> assigned = new LinkedHashSet<>(at(block.label()));
    for (FlowStmt statement : block.statements()) {
      Uses.of(statement).writes().forEach(variable -> addField(variable, assigned));
    }
    Uses.of(block.terminator()).writes().forEach(variable -> addField(variable, assigned));
    return assigned;
  }

  private void addField(IrVar variable, Set<String> fields) {
    String field = fieldOf.get(variable);
    if (field != null) {
      fields.add(field);
    }
  }

  private Set<String> at(IrLabel label) {
    Set<String> fields = entry.get(label);
    if (fields == null) {
      throw new IllegalStateException("no block bears " + label);
    }
    return fields;
  }
}
