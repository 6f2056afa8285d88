package dev.fermata.processor.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What can be used where the next statement or expression stands: variables, targets of jumps, and
 * whether it may await, return or yield.
 *
 * <p>Variables come and go with blocks; so names are used again in sibling blocks, with other
 * types.
 */
final class Scope {
  private static final String[] NAMES = {
    "a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l", "m", "n", "o", "p", "q", "r", "s",
    "u", "v", "w", "x", "y", "z", "state", "sent", "driver", "thrown"
  };

  private final Random random;
  private final List<Variable> variables = new ArrayList<>();
  private final List<Target> targets = new ArrayList<>();
  private boolean awaits = true;
  private boolean returns = true;
  private @Nullable Type yields;
  private int labels;

  /** Variables before this one are those of the enclosing body, seen from a lambda. */
  private int captured;

  Scope(Random random) {
    this.random = random;
  }

  /**
   * A variable.
   *
   * @param type null if expressions do not use it
   * @param constant never assigned again, so that lambdas may capture it
   */
  record Variable(String name, @Nullable Type type, boolean constant) {}

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
    Variable variable = new Variable(freeName(), type, constant);
    variables.add(variable);
    return variable;
  }

  /** A name for something that expressions do not use. */
  String reserve() {
    Variable variable = new Variable(freeName(), null, true);
    variables.add(variable);
    return variable.name();
  }

  /** Lets expressions use what was reserved; a name is taken before the initialiser is made. */
  void publish(String name, Type type, boolean constant) {
    variables.replaceAll(v -> v.name().equals(name) ? new Variable(name, type, constant) : v);
  }

  private String freeName() {
    for (int i = 0; i < 8; i++) {
      String name = NAMES[random.nextInt(NAMES.length)];
      if (variables.stream().noneMatch(v -> v.name().equals(name))) {
        return name;
      }
    }
    for (int i = 1; ; i++) {
      String name = "x" + i;
      if (variables.stream().noneMatch(v -> v.name().equals(name))) {
        return name;
      }
    }
  }

  @Nullable Variable any(Predicate<Variable> wanted) {
    List<Variable> found = new ArrayList<>();
    for (int i = 0; i < variables.size(); i++) {
      Variable variable = variables.get(i);
      if (wanted.test(variable) && (i >= captured || variable.constant())) {
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

  boolean awaits() {
    return awaits;
  }

  boolean returns() {
    return returns;
  }

  @Nullable Type yields() {
    return yields;
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

  /** What runs in a place of another kind, with what it had before brought back at the end. */
  <R> R within(
      boolean awaits, boolean returns, @Nullable Type yields, boolean lambda, Body<R> body) {
    boolean outerAwaits = this.awaits;
    boolean outerReturns = this.returns;
    Type outerYields = this.yields;
    int outerCaptured = this.captured;
    List<Target> outerTargets = List.copyOf(targets);
    targets.clear();
    this.awaits = awaits;
    this.returns = returns;
    this.yields = yields;
    if (lambda) {
      captured = variables.size();
    }
    int mark = mark();
    R result = body.generate();
    release(mark);
    targets.clear();
    targets.addAll(outerTargets);
    this.awaits = outerAwaits;
    this.returns = outerReturns;
    this.yields = outerYields;
    this.captured = outerCaptured;
    return result;
  }

  /** As {@link #within}, all else staying as it is. */
  <R> R withoutAwait(Body<R> body) {
    boolean outer = awaits;
    awaits = false;
    R result = body.generate();
    awaits = outer;
    return result;
  }

  /** As {@link #within}, all else staying as it is. */
  <R> R withoutReturn(Body<R> body) {
    boolean outer = returns;
    returns = false;
    R result = body.generate();
    returns = outer;
    return result;
  }

  /** Generates something. */
  interface Body<R> {
    R generate();
  }
}
