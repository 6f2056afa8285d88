package dev.fermata.processor.allocate;

import dev.fermata.processor.ir.IrVar;
import dev.fermata.processor.lower.Block;
import dev.fermata.processor.lower.FlowGraph;
import dev.fermata.processor.lower.FlowStmt;
import dev.fermata.processor.lower.HandlerRegion;
import dev.fermata.processor.lower.Terminator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All variables of a graph, numbered in order of appearance: the receiver and parameters first; and
 * what each statement does to them.
 */
final class Variables {

  private final Map<IrVar, Integer> numbers = new HashMap<>();
  private final List<IrVar> all = new ArrayList<>();
  private final Map<Object, Uses> uses = new IdentityHashMap<>();

  static Variables of(FlowGraph graph) {
    Variables variables = new Variables();
    graph.body().parameters().forEach(variables::add);
    graph.blocks().forEach(block -> variables.in(block).forEach(variables::add));
    return variables;
  }

  /** The variables that the block names or its handlers assign, in order of appearance. */
  Set<IrVar> in(Block block) {
    Set<IrVar> named = new LinkedHashSet<>();
    block.statements().forEach(statement -> named.addAll(uses(statement).all()));
    named.addAll(uses(block.terminator()).all());
    for (@Nullable HandlerRegion r = block.region(); r != null; r = r.parent()) {
      r.handlers().forEach(handler -> named.add(handler.parameter()));
    }
    return named;
  }

  /** What the statement does, computed once. */
  Uses uses(FlowStmt statement) {
    return uses.computeIfAbsent(statement, s -> Uses.of(statement));
  }

  /** What the terminator does, computed once. */
  Uses uses(Terminator terminator) {
    return uses.computeIfAbsent(terminator, t -> Uses.of(terminator));
  }

  List<IrVar> all() {
    return all;
  }

  int index(IrVar variable) {
    Integer number = numbers.get(variable);
    if (number == null) {
      throw new IllegalStateException("an unknown variable: " + variable);
    }
    return number;
  }

  private void add(IrVar variable) {
    if (numbers.putIfAbsent(variable, all.size()) == null) {
      all.add(variable);
    }
  }
}
