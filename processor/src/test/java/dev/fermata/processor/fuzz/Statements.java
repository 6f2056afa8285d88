package dev.fermata.processor.fuzz;

import dev.fermata.processor.fuzz.Made.Exit;
import dev.fermata.processor.fuzz.Scope.Target;
import dev.fermata.processor.fuzz.Scope.Variable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;

/** Makes statements and blocks of them. */
final class Statements {
  private static final Type[] TYPES = Type.values();
  private static final List<Type> INTEGRAL =
      List.of(Type.INT, Type.LONG, Type.BYTE, Type.SHORT, Type.CHAR);
  private static final Set<Type> NAMED_BY_VAR = Set.of(Type.INTS, Type.BOX, Type.STRING);

  private final Grammar grammar;
  private final Random random;
  private final Scope scope;
  private boolean tries = true;

  Statements(Grammar grammar) {
    this.grammar = grammar;
    this.random = grammar.random;
    this.scope = grammar.scope;
  }

  private Piece operand(Type type, int depth) {
    return grammar.expressions.make(type, depth);
  }

  private Piece any(int depth) {
    return grammar.expressions.any(depth);
  }

  <R> R withoutTry(Supplier<R> made) {
    boolean outer = tries;
    tries = false;
    R result = made.get();
    tries = outer;
    return result;
  }

  /** The whole right side of an assignment. */
  private Piece initial(Type type) {
    return !grammar.switches.inExpression() && random.nextInt(8) == 0
        ? grammar.switches.whole(type, 2)
        : operand(type, 3);
  }

  /** Statements in braces, with a scope of their own. */
  Made block(int depth) {
    int mark = scope.mark();
    Made made = sequence(depth, 1 + random.nextInt(3));
    scope.release(mark);
    return new Made(Piece.statement("{\n", made.piece(), "}\n"), made.completes(), made.exits());
  }

  /** Statements up to the first that does not complete. */
  Made sequence(int depth, int size) {
    List<Piece> pieces = new ArrayList<>();
    Set<Exit> exits = new HashSet<>();
    boolean completes = true;
    for (int i = 0; i < size && completes && (i == 0 || !grammar.expressions.exhausted()); i++) {
      Made made = i == size - 1 && random.nextInt(6) == 0 ? grammar.jumps.make() : statement(depth);
      pieces.add(made.piece());
      exits.addAll(made.exits());
      completes = made.completes();
    }
    return new Made(Piece.text(pieces), completes, exits);
  }

  Made statement(int depth) {
    if (scope.place().suspends() && random.nextInt(14) == 0) {
      return scope.at(scope.place().withoutSuspension(), () -> statement(depth));
    }
    boolean deep = depth > 0 && !grammar.expressions.exhausted();
    int deeper = depth - 1;
    return new Menu<Made>(random)
        .add(9, this::local)
        .add(4, () -> Made.simple("t.log(", any(2), ");\n"))
        .add(6, this::assignment)
        .add(5, this::suspension)
        .add(4, () -> grammar.lambdas.statement(1))
        .add(3, this::jump)
        .add(2, grammar.jumps::failing)
        .add(1, this::assertion)
        .add(2, grammar.patterns::unlessMatches)
        .add(12, deep, () -> grammar.choices.statement(deeper))
        .add(10, deep, () -> grammar.loops.statement(deeper))
        .add(3, deep, grammar.patterns::untilMatches)
        .add(12, deep && tries, () -> grammar.handlers.statement(deeper))
        .add(5, deep, grammar.localTypes::declaration)
        .add(6, deep && tries && grammar.consumers.any(), () -> grammar.consumers.statement(deeper))
        .add(3, deep, () -> labelled(deeper))
        .choose();
  }

  private Made suspension() {
    Place place = scope.place();
    return new Menu<Made>(random)
        .add(2, place.awaits(), () -> Made.simple("await(t.later(", any(2), "));\n"))
        .add(1, place.awaits(), () -> Made.simple("await(t.pause());\n"))
        .add(3, place.gives() != null, () -> Made.simple(grammar.consumers.yielding(2), ";\n"))
        .add(
            2,
            place.gives() != null && grammar.consumers.delegates(),
            () -> grammar.consumers.delegation())
        .add(1, !place.suspends(), () -> Made.simple("t.v(", operand(Type.STRING, 2), ");\n"))
        .choose();
  }

  /** A jump under a condition. */
  Made jump() {
    Made jump = grammar.jumps.make();
    return new Made(
        Piece.statement("if (", grammar.expressions.condition(2), ") {\n", jump.piece(), "}\n"),
        true,
        jump.exits());
  }

  private Made assertion() {
    return Made.simple(
        "assert ", grammar.expressions.condition(1), " : ", operand(Type.STRING, 1), ";\n");
  }

  private Made labelled(int depth) {
    Target target = new Target(scope.freeLabel(), false, true);
    scope.enter(target);
    Made body = block(depth);
    scope.leave(target);
    return new Made(
        Piece.statement(target.label() + ":\n", body.piece()),
        body.completes() || body.breaksTo(target),
        body.exits());
  }

  private Made local() {
    Type type = TYPES[random.nextInt(TYPES.length)];
    boolean constant = random.nextBoolean();
    if (random.nextInt(8) == 0) {
      return assignedLater(type);
    }
    String name = scope.reserve();
    Piece initial = initial(type);
    scope.publish(name, type, constant);
    // What an await returns is boxed; and the arms of a switch have types of their own.
    boolean inferred =
        random.nextInt(4) == 0 && NAMED_BY_VAR.contains(type) && !initial.contains("switch");
    return Made.simple(
        (constant && random.nextBoolean() ? "final " : "")
            + (inferred ? "var" : type.text())
            + " "
            + name
            + " = ",
        initial,
        ";\n");
  }

  private Made assignedLater(Type type) {
    String name = scope.reserve();
    Piece condition = grammar.expressions.condition(2);
    Piece first = operand(type, 2);
    Piece second = operand(type, 2);
    scope.publish(name, type, true);
    return Made.simple(
        (random.nextBoolean() ? "final " : "") + type.text() + " " + name + ";\nif (",
        condition,
        ") {\n" + name + " = ",
        first,
        ";\n} else {\n" + name + " = ",
        second,
        ";\n}\n");
  }

  private Made assignment() {
    Variable variable = scope.any(v -> v.type() != null && !v.constant());
    if (variable == null || variable.type() == null) {
      return Made.simple(operand(Type.BOX, 2), ".f += ", operand(Type.INT, 2), ";\n");
    }
    Type type = variable.type();
    String name = variable.name();
    return switch (type) {
      case BYTE, SHORT, CHAR, LONG, FLOAT, DOUBLE, INT -> compound(type, name);
      case BOOLEAN -> Made.simple(name + pick(" ^= ", " |= ", " &= "), operand(type, 3), ";\n");
      case STRING -> Made.simple(name + " += ", any(3), ";\n");
      case INTEGER -> Made.simple(name + pick(" += ", " -= "), operand(Type.INT, 3), ";\n");
      default -> Made.simple(name + " = ", initial(type), ";\n");
    };
  }

  private Made compound(Type type, String name) {
    boolean integral = type != Type.FLOAT && type != Type.DOUBLE;
    return new Menu<Made>(random)
        .add(2, () -> Made.simple(name + pick("++", "--") + ";\n"))
        .add(
            3,
            () ->
                Made.simple(
                    name + pick(" += ", " *= ", " -= ", " /= "),
                    operand(pick(Numbers.ALL), 3),
                    ";\n"))
        .add(
            2,
            integral,
            () ->
                Made.simple(
                    name + pick(" ^= ", " |= ", " <<= ", " >>>= "),
                    operand(INTEGRAL.get(random.nextInt(INTEGRAL.size())), 3),
                    ";\n"))
        .choose();
  }

  @SafeVarargs
  private <X> X pick(X... xs) {
    return xs[random.nextInt(xs.length)];
  }
}
