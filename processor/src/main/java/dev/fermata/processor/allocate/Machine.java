package dev.fermata.processor.allocate;

import static java.util.stream.Collectors.toSet;

import dev.fermata.processor.ir.IrLabel;
import dev.fermata.processor.ir.IrVar;
import dev.fermata.processor.lower.Block;
import dev.fermata.processor.lower.FlowGraph;
import dev.fermata.processor.lower.StateNumbering;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.util.Types;

/**
 * A state machine, ready to be written: the blocks, where each variable lives and what it is
 * called, the number of each state, and which fields each suspension clears.
 *
 * @param parts the stretches of blocks that have a method each; most machines have one
 * @param variables all of them, in order of appearance
 * @param readers the blocks that read what the last suspension delivered
 * @param loopLabel the label of the loop over states
 */
public record Machine(
    FlowGraph graph,
    List<StepPart> parts,
    List<IrVar> variables,
    Map<IrVar, Storage> storage,
    Map<IrVar, String> names,
    Map<IrLabel, Integer> states,
    Map<IrLabel, List<String>> clears,
    Set<IrLabel> readers,
    NameClaims claims,
    String loopLabel) {

  /**
   * Allocates the variables of {@code graph}, and splits the machine if it is too large for one
   * method.
   *
   * @param keepVariables whether every variable of the user's is a field that is never cleared, so
   *     that a debugger shows it wherever the coroutine stands
   * @param splitter says where to split
   */
  public static Machine allocate(
      FlowGraph graph, Types types, boolean keepVariables, StepSplitter splitter) {
    Machine whole = allocate(graph, types, keepVariables, List.of(graph.entry().label()));
    StepSplitter.Split split = splitter.split(whole);
    return split.starts().size() == 1
        ? whole
        : allocate(split.graph(), types, keepVariables, split.starts());
  }

  private static Machine allocate(
      FlowGraph graph, Types types, boolean keepVariables, List<IrLabel> starts) {
    Variables variables = Variables.of(graph);
    Liveness liveness = Liveness.of(graph, variables);
    List<List<Block>> stretches = stretches(graph, starts);
    Map<IrVar, Storage> storage =
        Hoisting.decide(graph, variables, liveness, Crossings.find(stretches, variables, liveness));
    if (keepVariables) {
      storage.replaceAll(
          (variable, where) ->
              variable.kind() == IrVar.Kind.LOCAL && where != Storage.INLINE
                  ? Storage.FIELD
                  : where);
    }
    Naming.Names names = Naming.claim(graph, storage, variables, liveness, types);
    Map<IrVar, String> clearable = new HashMap<>();
    for (IrVar variable : variables.all()) {
      if (!keepVariables
          && storage.get(variable) == Storage.FIELD
          && !variable.type().getKind().isPrimitive()) {
        clearable.put(variable, nameIn(names.of(), variable));
      }
    }
    Map<IrLabel, Integer> states = StateNumbering.number(graph, starts);
    return new Machine(
        graph,
        parts(stretches, variables, storage, states),
        List.copyOf(variables.all()),
        storage,
        names.of(),
        states,
        ClearPoints.find(graph, clearable, variables, liveness),
        graph.blocks().stream().filter(Block::readsSent).map(Block::label).collect(toSet()),
        names.claims(),
        names.claims().fresh("machine"));
  }

  private static List<List<Block>> stretches(FlowGraph graph, List<IrLabel> starts) {
    List<List<Block>> stretches = new ArrayList<>();
    for (Block block : graph.blocks()) {
      if (stretches.size() < starts.size() && block.label() == starts.get(stretches.size())) {
        stretches.add(new ArrayList<>());
      }
      stretches.get(stretches.size() - 1).add(block);
    }
    return stretches;
  }

  private static List<StepPart> parts(
      List<List<Block>> stretches,
      Variables variables,
      Map<IrVar, Storage> storage,
      Map<IrLabel, Integer> states) {
    List<StepPart> parts = new ArrayList<>();
    for (List<Block> blocks : stretches) {
      BitSet hoisted = new BitSet();
      for (Block block : blocks) {
        for (IrVar variable : variables.in(block)) {
          if (storage.get(variable) == Storage.HOISTED) {
            hoisted.set(variables.index(variable));
          }
        }
      }
      List<IrVar> inOrder = hoisted.stream().mapToObj(variables.all()::get).toList();
      int firstState = states.getOrDefault(blocks.get(0).label(), 0);
      parts.add(new StepPart(blocks, firstState, inOrder));
    }
    return parts;
  }

  /** Whether there is more than one step method. */
  public boolean isSplit() {
    return parts.size() > 1;
  }

  /** The number of the state that begins at {@code label}. */
  public int stateOf(IrLabel label) {
    Integer state = states.get(label);
    if (state == null) {
      throw new IllegalStateException("a jump to " + label + ", which is no state");
    }
    return state;
  }

  /** Whether the block at {@code label} reads what the last suspension delivered. */
  public boolean readsSent(IrLabel label) {
    return readers.contains(label);
  }

  /** The variable's name in the generated class. */
  public String nameOf(IrVar variable) {
    return nameIn(names, variable);
  }

  /** Where the variable lives. */
  public Storage storageOf(IrVar variable) {
    Storage where = storage.get(variable);
    if (where == null) {
      throw new IllegalStateException("no place for the variable " + variable);
    }
    return where;
  }

  private static String nameIn(Map<IrVar, String> names, IrVar variable) {
    String name = names.get(variable);
    if (name == null) {
      throw new IllegalStateException("no name for the variable " + variable);
    }
    return name;
  }
}
