package dev.fermata.processor.allocate;

import dev.fermata.processor.ir.IrVar;
import dev.fermata.processor.lower.FlowGraph;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.util.Types;

/**
 * Gives each variable its name in the generated class: the user's, unless another variable that
 * needs its own place bears it already, or the generated code means something else by it.
 *
 * <p>Fields of one name and type that are never live together share a slot, so that sibling loops
 * over {@code i} make one field {@code i}.
 */
final class Naming {

  /** What generated code itself calls its parameters, locals and inherited fields. */
  static final Set<String> RESERVED =
      Set.of("driver", "sent", "thrown", "caught", "state", "SUSPENDED", "DONE");

  private final Map<IrVar, Storage> storage;
  private final Variables variables;
  private final Types types;
  private final List<BitSet> livePoints = new ArrayList<>();
  private final Map<String, List<IrVar>> holders = new HashMap<>();
  private final Map<IrVar, String> names = new HashMap<>();
  private final NameClaims claims;

  private Naming(FlowGraph graph, Map<IrVar, Storage> storage, Variables variables, Types types) {
    this.storage = storage;
    this.variables = variables;
    this.types = types;
    Set<String> taken = new HashSet<>(graph.body().names());
    variables.all().forEach(variable -> taken.add(variable.name()));
    taken.addAll(RESERVED);
    this.claims = new NameClaims(taken);
  }

  /** The outcome: a name for each variable, and the claims for names yet to be made. */
  record Names(Map<IrVar, String> of, NameClaims claims) {}

  static Names claim(
      FlowGraph graph,
      Map<IrVar, Storage> storage,
      Variables variables,
      Liveness liveness,
      Types types) {
    Naming naming = new Naming(graph, storage, variables, types);
    Set<BitSet> points = new HashSet<>();
    liveness.forEachPoint((block, live) -> points.add((BitSet) live.clone()));
    naming.livePoints.addAll(points);
    variables.all().forEach(naming::name);
    return new Names(naming.names, naming.claims);
  }

  private void name(IrVar variable) {
    String wish = variable.name();
    boolean usable = !RESERVED.contains(wish);
    List<IrVar> sharing = holders.computeIfAbsent(wish, n -> new ArrayList<>());
    if (usable && sharing.stream().allMatch(other -> canShare(variable, other))) {
      sharing.add(variable);
      names.put(variable, wish);
      return;
    }
    String fresh = claims.fresh(wish);
    holders.computeIfAbsent(fresh, n -> new ArrayList<>()).add(variable);
    names.put(variable, fresh);
  }

  private boolean canShare(IrVar one, IrVar other) {
    Storage a = storage.get(one);
    Storage b = storage.get(other);
    if (a == Storage.INLINE && b == Storage.INLINE) {
      return true;
    }
    if (a == Storage.INLINE || b == Storage.INLINE) {
      // A local of the text may hide a field of the user's: Java lets no local hide another that is
      // in use.
      // The receiver and saved operands are no locals of Java's, and may well be in use beside it.
      IrVar field = a == Storage.INLINE ? other : one;
      return storage.get(field) == Storage.FIELD
          && (field.kind() == IrVar.Kind.LOCAL || field.kind() == IrVar.Kind.PARAMETER);
    }
    return a == Storage.FIELD
        && b == Storage.FIELD
        && one.kind() != IrVar.Kind.PARAMETER
        && other.kind() != IrVar.Kind.PARAMETER
        && types.isSameType(one.type(), other.type())
        && !interfere(variables.index(one), variables.index(other));
  }

  private boolean interfere(int one, int other) {
    return livePoints.stream().anyMatch(live -> live.get(one) && live.get(other));
  }
}
