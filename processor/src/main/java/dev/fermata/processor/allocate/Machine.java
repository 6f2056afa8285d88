package dev.fermata.processor.allocate;

import dev.fermata.processor.ir.IrLabel;
import dev.fermata.processor.ir.IrVar;
import dev.fermata.processor.lower.FlowGraph;
import dev.fermata.processor.lower.StateNumbering;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.util.Types;

/**
 * A state machine, ready to be written: the blocks, where each variable lives and what it is
 * called, the number of each state, and which fields each suspension clears.
 *
 * @param variables all of them, in order of appearance
 * @param loopLabel the label of the loop over states
 */
public record Machine(
    FlowGraph graph,
    List<IrVar> variables,
    Map<IrVar, Storage> storage,
    Map<IrVar, String> names,
    Map<IrLabel, Integer> states,
    Map<IrLabel, List<String>> clears,
    NameClaims claims,
    String loopLabel) {

  /**
   * Allocates the variables of {@code graph}.
   *
   * @param keepVariables whether every variable of the user's is a field that is never cleared, so
   *     that a debugger shows it wherever the coroutine stands
   */
  public static Machine allocate(FlowGraph graph, Types types, boolean keepVariables) {
    Variables variables = Variables.of(graph);
    Liveness liveness = Liveness.of(graph, variables);
    Map<IrVar, Storage> storage = Hoisting.decide(graph, variables, liveness);
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
    return new Machine(
        graph,
        List.copyOf(variables.all()),
        storage,
        names.of(),
        StateNumbering.number(graph),
        ClearPoints.find(graph, clearable, variables, liveness),
        names.claims(),
        names.claims().fresh("machine"));
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
