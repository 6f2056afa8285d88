package dev.fermata.processor.allocate;

import dev.fermata.processor.ir.IrVar;
import dev.fermata.processor.lower.Block;
import dev.fermata.processor.lower.FlowGraph;
import dev.fermata.processor.lower.FlowStmt;
import dev.fermata.processor.lower.HandlerRegion;
import dev.fermata.processor.lower.Terminator;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides for each variable whether it is a field or a local, and how wide the local's scope is.
 */
final class Hoisting {

  /** Where a variable appears: in one place, in several of one block, or in several blocks. */
  private static final class Span {
    @Nullable Block block;
    int first;
    int last;
    boolean scattered;
    boolean declaredFirst;
    boolean declaredInText;
  }

  private final Map<IrVar, Span> spans = new HashMap<>();

  private final Variables variables;

  private Hoisting(Variables variables) {
    this.variables = variables;
  }

  /**
   * Decides.
   *
   * @param crossing the variables whose values pass from one step method to another
   */
  static Map<IrVar, Storage> decide(
      FlowGraph graph, Variables variables, Liveness liveness, BitSet crossing) {
    Hoisting hoisting = new Hoisting(variables);
    graph.blocks().forEach(hoisting::scan);
    BitSet kept = (BitSet) crossing.clone();
    for (Block block : graph.blocks()) {
      if (block.terminator() instanceof Terminator.Suspend) {
        kept.or(liveness.across(block));
      }
    }
    graph.body().parameters().forEach(parameter -> kept.set(variables.index(parameter)));
    Map<IrVar, Storage> storage = new HashMap<>();
    for (IrVar variable : variables.all()) {
      storage.put(
          variable, kept.get(variables.index(variable)) ? Storage.FIELD : hoisting.local(variable));
    }
    return storage;
  }

  private Storage local(IrVar variable) {
    Span span = spans.get(variable);
    if (span == null || span.scattered) {
      return Storage.HOISTED;
    }
    if (span.declaredInText) {
      return span.first == span.last ? Storage.INLINE : Storage.HOISTED;
    }
    return span.declaredFirst ? Storage.BLOCK : Storage.HOISTED;
  }

  private void scan(Block block) {
    for (int i = 0; i < block.statements().size(); i++) {
      FlowStmt statement = block.statements().get(i);
      Uses uses = variables.uses(statement);
      note(block, i, uses.all(), uses.declares());
      if (statement instanceof FlowStmt.Define define) {
        noteDeclaration(define.var(), i, uses);
      } else if (statement instanceof FlowStmt.Declare declare) {
        noteDeclaration(declare.var(), i, uses);
      }
    }
    Uses uses = variables.uses(block.terminator());
    note(block, block.statements().size(), uses.all(), uses.declares());
    if (block.terminator() instanceof Terminator.Select select) {
      // A binding of a case label is used by the block behind it.
      select.arms().stream()
          .flatMap(arm -> arm.labels().stream())
          .forEach(label -> Uses.declaredIn(label).forEach(v -> span(v).scattered = true));
    }
    for (@Nullable HandlerRegion r = block.region(); r != null; r = r.parent()) {
      r.handlers().forEach(handler -> span(handler.parameter()).scattered = true);
    }
  }

  private void note(Block block, int place, Set<IrVar> used, Set<IrVar> declared) {
    for (IrVar variable : used) {
      Span span = span(variable);
      if (span.block == null) {
        span.block = block;
        span.first = place;
      } else if (!span.block.label().equals(block.label())) {
        span.scattered = true;
      }
      span.last = place;
    }
    declared.forEach(variable -> span(variable).declaredInText = true);
  }

  private void noteDeclaration(IrVar variable, int place, Uses uses) {
    Span span = span(variable);
    if (span.first == place && !uses.reads().contains(variable)) {
      span.declaredFirst = true;
    }
  }

  private Span span(IrVar variable) {
    return spans.computeIfAbsent(variable, v -> new Span());
  }
}
