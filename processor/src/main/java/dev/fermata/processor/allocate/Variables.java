package dev.fermata.processor.allocate;

import dev.fermata.processor.ir.IrVar;
import dev.fermata.processor.lower.Block;
import dev.fermata.processor.lower.FlowGraph;
import dev.fermata.processor.lower.FlowStmt;
import dev.fermata.processor.lower.HandlerRegion;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All variables of a graph, numbered in order of appearance: the receiver and parameters first. */
final class Variables {

  private final Map<IrVar, Integer> numbers = new HashMap<>();
  private final List<IrVar> all = new ArrayList<>();

  static Variables of(FlowGraph graph) {
    Variables variables = new Variables();
    graph.body().parameters().forEach(variables::add);
    for (Block block : graph.blocks()) {
      for (FlowStmt statement : block.statements()) {
        Uses.of(statement).all().forEach(variables::add);
      }
      Uses.of(block.terminator()).all().forEach(variables::add);
      for (@Nullable HandlerRegion r = block.region(); r != null; r = r.parent()) {
        r.handlers().forEach(handler -> variables.add(handler.parameter()));
      }
    }
    return variables;
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
