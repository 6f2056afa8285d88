package dev.fermata.processor.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What can be used where the next statement or expression stands: variables, local types, targets
 * of jumps, and what the place allows.
 *
 * <p>Variables and types come and go with blocks; so names are used again in sibling blocks, with
 * other types.
 */
final class Scope {
  private static final String[] NAMES = {
    "a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l", "m", "n", "o", "p", "q", "r", "s",
    "u", "v", "w", "x", "y", "z", "state", "sent", "driver", "thrown"
  };

  private final Random random;
  private final List<Variable> variables = new ArrayList<>();
  private final List<Target> targets = new ArrayList<>();
  private Place place = Place.PLAIN;
  private int labels;

  /** Variables before this one are those of the enclosing body, seen from a lambda. */
  private int captured;

  Scope(Random random) {
    this.random = random;
  }

  /**
   * A variable, or a local type.
   *
   * @param type of the variable; null if expressions do not use it
   * @param constant never assigned again, so that lambdas may capture it
   * @param field not local, so that lambdas may use it all the same
   * @param uses what a local type is good for
   */
  record Variable(
      String name, @Nullable Type type, boolean constant, boolean field, List<Use> uses) {}

  /**
   * An expression that a local type makes possible.
   *
   * @param awaits whether there is an await in it
   * @param make makes one of a depth
   */
  record Use(Type type, boolean awaits, IntFunction<Piece> make) {}

  /**
   * What a jump can leave.
   *
   * @param label null if only plain jumps lead there
   */
  record Target(@Nullable String label, boolean loop, boolean breakable) {}

  /** What to go back to at the end of a block. */
  int mark() {
    return variables.size();
  }

  void release(int mark) {
    variables.subList(mark, variables.size()).clear();
  }

  Variable declare(Type type, boolean constant) {
    return add(new Variable(freeName(), type, constant, false, List.of()));
  }

  /** A name for something that expressions do not use. */
  String reserve() {
    return add(new Variable(freeName(), null, true, false, List.of())).name();
  }

  /** Lets expressions use what was reserved; a name is taken before the initialiser is made. */
  void publish(String name, Type type, boolean constant) {
    replace(new Variable(name, type, constant, false, List.of()));
  }

  /** As {@link #publish}, of a field. */
  void publishField(String name, Type type) {
    replace(new Variable(name, type, false, true, List.of()));
  }

  /** A name for a local type, which cannot be used yet. */
  String reserveType() {
    int i = 0;
    while (!isFree("Local" + i)) {
      i++;
    }
    return add(new Variable("Local" + i, null, true, false, List.of())).name();
  }

  void publishType(String name, List<Use> uses) {
    replace(new Variable(name, null, true, false, uses));
  }

  private void replace(Variable variable) {
    variables.replaceAll(v -> v.name().equals(variable.name()) ? variable : v);
  }

  private Variable add(Variable variable) {
    variables.add(variable);
    return variable;
  }

  private String freeName() {
    for (int i = 0; i < 8; i++) {
      String name = NAMES[random.nextInt(NAMES.length)];
      if (isFree(name)) {
        return name;
      }
    }
    for (int i = 1; ; i++) {
      String name = "x" + i;
      if (isFree(name)) {
        return name;
      }
    }
  }

  private boolean isFree(String name) {
    return variables.stream().noneMatch(v -> v.name().equals(name));
  }

  @Nullable Variable any(Predicate<Variable> wanted) {
    List<Variable> found = new ArrayList<>();
    for (int i = 0; i < variables.size(); i++) {
      Variable variable = variables.get(i);
      if (wanted.test(variable) && (i >= captured || variable.constant() || variable.field())) {
        found.add(variable);
      }
    }
    return found.isEmpty() ? null : found.get(random.nextInt(found.size()));
  }

  @Nullable Variable any(Type type) {
    return any(v -> v.type() == type);
  }

  @Nullable Variable assignable(Type type) {
    return any(v -> v.type() == type && !v.constant());
  }

  /** What a local type is good for, if there is one that gives expressions of the type. */
  @Nullable Use use(Type type) {
    List<Use> found =
        variables.stream()
            .flatMap(v -> v.uses().stream())
            .filter(use -> use.type() == type && (place.awaits() || !use.awaits()))
            .toList();
    return found.isEmpty() ? null : found.get(random.nextInt(found.size()));
  }

  Place place() {
    return place;
  }

  List<Target> targets() {
    return targets;
  }

  String freeLabel() {
    return "label" + labels++;
  }

  void enter(Target target) {
    targets.add(target);
  }

  void leave(Target target) {
    targets.remove(target);
  }

  /**
   * Makes something that stands in another body or switch expression, which no jump leaves.
   *
   * @param lambda whether local variables around it are captured there
   */
  <R> R within(Place inner, boolean lambda, Supplier<R> made) {
    int outerCaptured = captured;
    List<Target> outerTargets = List.copyOf(targets);
    targets.clear();
    if (lambda) {
      captured = variables.size();
    }
    int mark = mark();
    R result = at(inner, made);
    release(mark);
    targets.clear();
    targets.addAll(outerTargets);
    captured = outerCaptured;
    return result;
  }

  /** Makes something that stands in the same body, where other things are allowed. */
  <R> R at(Place inner, Supplier<R> made) {
    Place outer = place;
    place = inner;
    R result = made.get();
    place = outer;
    return result;
  }
}
