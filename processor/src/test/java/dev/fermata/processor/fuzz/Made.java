package dev.fermata.processor.fuzz;

import dev.fermata.processor.fuzz.Scope.Target;
import java.util.HashSet;
import java.util.Set;

/**
 * A statement, and where javac thinks that control can go from it.
 *
 * @param completes whether it can complete normally, by the rules for unreachable statements
 * @param exits the reachable breaks and continues in it
 */
record Made(Piece piece, boolean completes, Set<Exit> exits) {

  /** A jump to a target. */
  record Exit(Target target, boolean breaks) {}

  static Made simple(Object... parts) {
    return new Made(Piece.statement(parts), true, Set.of());
  }

  boolean breaksTo(Target target) {
    return exits.contains(new Exit(target, true));
  }

  boolean continuesTo(Target target) {
    return exits.contains(new Exit(target, false));
  }

  static Set<Exit> union(Set<Exit> a, Set<Exit> b) {
    Set<Exit> all = new HashSet<>(a);
    all.addAll(b);
    return all;
  }
}
