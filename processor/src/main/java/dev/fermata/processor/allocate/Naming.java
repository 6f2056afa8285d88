package dev.fermata.processor.allocate;

import dev.fermata.processor.ir.IrVar;
import dev.fermata.processor.lower.FlowGraph;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

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
      Set.of("driver", "sent", "thrown", "caught", "state", "SUSPENDED", "DONE", "ELSEWHERE");

  /** Who bears a name: fields of one type, locals of a statement's text, or one other local. */
  private static final class Bearers {
    @Nullable IrVar field;
    boolean inline;
    boolean alone;
    boolean mayBeHidden = true;

    /** Where some of the fields are live. */
    final BitSet points = new BitSet();
  }

  private final Map<IrVar, Storage> storage;
  private final Map<IrVar, BitSet> pointsOf;
  private final Types types;
  private final Map<String, Bearers> bearers = new HashMap<>();
  private final Map<IrVar, String> names = new HashMap<>();
  private final NameClaims claims;

  private Naming(
      FlowGraph graph,
      Map<IrVar, Storage> storage,
      Variables variables,
      Map<IrVar, BitSet> pointsOf,
      Types types) {
    this.storage = storage;
    this.pointsOf = pointsOf;
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
    Map<IrVar, BitSet> points = liveness.pointsOf(namesakes(variables, storage));
    Naming naming = new Naming(graph, storage, variables, points, types);
    variables.all().forEach(naming::name);
    return new Names(naming.names, naming.claims);
  }

  /** The fields that wish for a name that another wishes for. */
  private static Set<IrVar> namesakes(Variables variables, Map<IrVar, Storage> storage) {
    Map<String, IrVar> first = new HashMap<>();
    Set<IrVar> namesakes = new HashSet<>();
    for (IrVar variable : variables.all()) {
      IrVar other =
          storage.get(variable) == Storage.FIELD
              ? first.putIfAbsent(variable.name(), variable)
              : null;
      if (other != null) {
        namesakes.add(other);
        namesakes.add(variable);
      }
    }
    return namesakes;
  }

  private void name(IrVar variable) {
    String wish = variable.name();
    Bearers sharing = bearers.computeIfAbsent(wish, n -> new Bearers());
    String name = wish;
    if (RESERVED.contains(wish) || !canShare(variable, sharing)) {
      name = claims.fresh(wish);
      sharing = bearers.computeIfAbsent(name, n -> new Bearers());
    }
    join(variable, sharing);
    names.put(variable, name);
  }

  private boolean canShare(IrVar variable, Bearers others) {
    if (others.alone) {
      return false;
    }
    return switch (storageOf(variable)) {
      // A local of the text may hide a field of the user's: Java lets no local hide another that is
      // in use.
      // The receiver and saved operands are no locals of Java's, and may well be in use beside it.
      case INLINE -> others.mayBeHidden;
      case FIELD -> (!others.inline || mayBeHidden(variable)) && canShareField(variable, others);
      case HOISTED, BLOCK -> others.field == null && !others.inline;
    };
  }

  private boolean canShareField(IrVar variable, Bearers others) {
    IrVar field = others.field;
    return field == null
        || (variable.kind() != IrVar.Kind.PARAMETER
            && field.kind() != IrVar.Kind.PARAMETER
            && types.isSameType(variable.type(), field.type())
            && !others.points.intersects(pointsOf.getOrDefault(variable, new BitSet())));
  }

  private void join(IrVar variable, Bearers others) {
    switch (storageOf(variable)) {
      case INLINE -> others.inline = true;
      case FIELD -> {
        others.field = variable;
        others.mayBeHidden &= mayBeHidden(variable);
        others.points.or(pointsOf.getOrDefault(variable, new BitSet()));
      }
      case HOISTED, BLOCK -> others.alone = true;
    }
  }

  private static boolean mayBeHidden(IrVar field) {
    return field.kind() == IrVar.Kind.LOCAL || field.kind() == IrVar.Kind.PARAMETER;
  }

  private Storage storageOf(IrVar variable) {
    return storage.getOrDefault(variable, Storage.HOISTED);
  }
}
