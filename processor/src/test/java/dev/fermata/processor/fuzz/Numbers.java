package dev.fermata.processor.fuzz;

import dev.fermata.processor.fuzz.Scope.Variable;
import java.util.Random;

/** Makes numbers and truth values: operators, conversions, assignments and elements of arrays. */
final class Numbers {
  static final Type[] ALL = {
    Type.INT, Type.LONG, Type.CHAR, Type.BYTE, Type.SHORT, Type.FLOAT, Type.DOUBLE, Type.INTEGER
  };
  private static final String[] ARITHMETIC = {"+", "-", "*", "/", "%", "&", "|", "^"};
  private static final String[] SHIFTS = {"<<", ">>", ">>>"};
  private static final String[] ORDER = {"<", ">", "<=", ">="};

  private final Grammar grammar;
  private final Random random;
  private final Scope scope;

  Numbers(Grammar grammar) {
    this.grammar = grammar;
    this.random = grammar.random;
    this.scope = grammar.scope;
  }

  private Piece operand(Type type, int depth) {
    return grammar.expressions.make(type, depth);
  }

  private Piece any(int depth) {
    return operand(pick(ALL), depth);
  }

  @SafeVarargs
  private <X> X pick(X... xs) {
    return xs[random.nextInt(xs.length)];
  }

  Piece make(Type type, int depth) {
    return switch (type) {
      case INT -> integer(depth);
      case LONG ->
          new Menu<Piece>(random)
              .add(2, () -> binary(type, Type.LONG, pick(Type.INT, Type.LONG), depth))
              .add(1, () -> Piece.expression(type, "((long) ", operand(Type.INT, depth), ")"))
              .add(1, () -> promoted(type, depth))
              .choose();
      case BYTE, SHORT ->
          new Menu<Piece>(random)
              .add(1, () -> cast(type, "((" + type.text() + ") (int) ", operand(Type.INT, depth)))
              .add(1, () -> cast(type, "((" + type.text() + ") ", sum(type, type, depth)))
              .add(1, () -> cast(type, "((" + type.text() + ") ", sum(Type.FLOAT, type, depth)))
              .choose();
      case FLOAT ->
          random.nextBoolean()
              ? promoted(type, depth)
              : cast(type, "((float) ", sum(type, pick(ALL), depth));
      case CHAR -> Piece.expression(type, "((char) ('a' + (", operand(Type.INT, depth), " & 15)))");
      case DOUBLE ->
          random.nextBoolean()
              ? promoted(type, depth)
              : Piece.expression(type, "(", operand(type, depth), " + ", any(depth), ")");
      default ->
          random.nextInt(4) == 0
              ? Piece.expression(type, "((Integer) ", operand(Type.OBJECT, depth), ")")
              : Piece.expression(type, "((Integer) (int) ", operand(Type.INT, depth), ")");
    };
  }

  private static Piece cast(Type type, String cast, Piece value) {
    return Piece.expression(type, cast, value, ")");
  }

  private Piece sum(Type left, Type right, int depth) {
    return Piece.text(
        "(", operand(left, depth), " " + pick("+", "-", "*") + " ", operand(right, depth), ")");
  }

  private Piece integer(int depth) {
    Type type = Type.INT;
    return new Menu<Piece>(random)
        .add(3, () -> binary(type, type, pick(type, type, Type.INTEGER), depth))
        .add(1, () -> infix(type, " " + pick(SHIFTS) + " ", operand(type, depth), depth))
        .add(1, () -> Piece.expression(type, pick("(-(", "(~("), operand(type, depth), "))"))
        .add(1, () -> step(depth))
        .add(1, () -> compound(depth))
        .add(1, () -> Piece.expression(type, "(", target(depth), " = ", operand(type, depth), ")"))
        .add(1, () -> element(depth))
        .add(1, () -> Piece.expression(type, operand(Type.BOX, depth), pick(".f", ".get()")))
        .add(1, () -> call(Type.BOX, ".plus(", depth))
        .add(1, () -> Piece.expression(type, operand(Type.STRING, depth), ".length()"))
        .add(1, () -> Piece.expression(type, operand(Type.COLOR, depth), ".ordinal()"))
        .add(1, () -> Piece.expression(type, operand(Type.LIST, depth), ".get(0)"))
        .add(1, () -> narrowing(depth))
        .add(1, () -> narrowElement(depth))
        .add(1, () -> sizes(depth))
        .add(1, () -> nested(depth))
        .add(
            1,
            () ->
                Piece.expression(
                    type,
                    "(",
                    operand(Type.INTEGER, depth),
                    " + ",
                    operand(Type.INTEGER, depth),
                    ")"))
        .add(2, () -> grammar.calls.number(depth))
        .add(2, () -> grammar.lambdas.number(depth))
        .choose();
  }

  private Piece call(Type receiver, String method, int depth) {
    return Piece.expression(
        Type.INT, operand(receiver, depth), method, operand(Type.INT, depth), ")");
  }

  private Piece binary(Type type, Type left, Type right, int depth) {
    return Piece.expression(
        type, "(", operand(left, depth), " " + pick(ARITHMETIC) + " ", operand(right, depth), ")");
  }

  private Piece infix(Type type, String operator, Piece right, int depth) {
    return Piece.expression(type, "(", operand(type, depth), operator, right, ")");
  }

  /** A conditional of two numeric types, which is of the wider or the unboxed one. */
  Piece promoted(Type type, int depth) {
    return Piece.expression(
        type,
        "((" + type.text() + ") (",
        grammar.expressions.condition(depth),
        " ? ",
        grammar.expressions.exactly(pick(ALL), depth),
        " : ",
        grammar.expressions.exactly(pick(ALL), depth),
        "))");
  }

  /** A conditional of numbers that becomes an object as what its branches have in common. */
  Piece boxed(int depth) {
    Piece condition = grammar.expressions.condition(depth);
    Piece first = grammar.expressions.exactly(pick(ALL), depth);
    // A constant is of the other branch's type if it fits there.
    Piece second =
        random.nextInt(3) == 0
            ? Piece.text(pick("0", "'0'", "70_000"))
            : grammar.expressions.exactly(pick(ALL), depth);
    return Piece.expression(
        Type.OBJECT, "((Object) (", condition, " ? ", first, " : ", second, "))");
  }

  private Piece compound(int depth) {
    boolean bits = random.nextInt(3) == 0;
    return Piece.expression(
        Type.INT,
        "(",
        target(depth),
        " " + (bits ? pick("&", "|", "^", "<<", ">>") : pick("+", "-", "*", "/", "%")) + "= ",
        bits ? operand(Type.INT, depth) : any(depth),
        ")");
  }

  /** A compound assignment to a field that is narrower than the sum, or boxed. */
  private Piece narrowing(int depth) {
    String field = pick("b", "s", "c", "l", "g", "d");
    return random.nextInt(4) == 0
        ? Piece.expression(
            Type.INT, "((int) ", operand(Type.BOX, depth), "." + field + pick("++)", "--)"))
        : Piece.expression(
            Type.INT,
            "((int) (",
            operand(Type.BOX, depth),
            "." + field + " " + pick("+", "-", "*") + "= ",
            any(depth),
            "))");
  }

  private Piece narrowElement(int depth) {
    Type type =
        pick(Type.BYTE, Type.SHORT, Type.CHAR, Type.LONG, Type.FLOAT, Type.DOUBLE, Type.INTEGER);
    boolean boxed = type == Type.INTEGER;
    boolean divides = boxed || type == Type.FLOAT || type == Type.DOUBLE;
    return Piece.expression(
        Type.INT,
        "((int) (new " + type.text() + "[] {",
        operand(type, depth),
        ", ",
        operand(type, depth),
        "}[",
        operand(Type.INT, depth),
        " & 1] " + pick("+", "-", "*", divides ? "/" : "^") + "= ",
        boxed ? operand(Type.INT, depth) : operand(pick(Type.INT, Type.CHAR, type), depth),
        "))");
  }

  /** Sizes of new arrays, of one or two dimensions; the first may be negative. */
  private Piece sizes(int depth) {
    return random.nextBoolean()
        ? Piece.expression(
            Type.INT,
            "new long[(",
            operand(Type.INT, depth),
            " & 7) - 1][",
            operand(Type.INT, depth),
            " & 3].length")
        : Piece.expression(Type.INT, "new byte[(", operand(Type.INT, depth), " & 7) - 1].length");
  }

  /** An element of an array of arrays. */
  private Piece nested(int depth) {
    return Piece.expression(
        Type.INT,
        "new int[][] {{",
        operand(Type.INT, depth),
        ", 7}, ",
        operand(Type.INTS, depth),
        "}[",
        operand(Type.INT, depth),
        " & 1][",
        operand(Type.INT, depth),
        " & 1]");
  }

  private Piece step(int depth) {
    String operator = pick("++", "--");
    return random.nextBoolean()
        ? Piece.expression(Type.INT, "(" + operator, target(depth), ")")
        : Piece.expression(Type.INT, "(", target(depth), operator + ")");
  }

  /** An int that can be assigned. */
  private Piece target(int depth) {
    Variable variable = scope.assignable(Type.INT);
    if (variable != null && random.nextBoolean()) {
      return Piece.text(variable.name());
    }
    return random.nextBoolean() ? element(depth) : Piece.text(operand(Type.BOX, depth), ".f");
  }

  private Piece element(int depth) {
    // Mostly in bounds; the arrays have four elements.
    return random.nextInt(8) == 0
        ? Piece.text(operand(Type.INTS, depth), "[", operand(Type.INT, depth), "]")
        : Piece.text(operand(Type.INTS, depth), "[", operand(Type.INT, depth), " & 3]");
  }

  Piece truth(int depth) {
    Type type = Type.BOOLEAN;
    return new Menu<Piece>(random)
        .add(
            2,
            () -> Piece.expression(type, "(", any(depth), " " + pick(ORDER) + " ", any(depth), ")"))
        .add(1, () -> equality(Type.INT, depth))
        .add(1, () -> equality(Type.COLOR, depth))
        .add(1, () -> Piece.expression(type, "(!", operand(type, depth), ")"))
        .add(1, () -> infix(type, pick(" & ", " | ", " ^ "), operand(type, depth), depth))
        .add(3, () -> infix(type, pick(" && ", " || "), operand(type, depth), depth))
        .add(2, () -> grammar.patterns.test(depth))
        .choose();
  }

  private Piece equality(Type compared, int depth) {
    return Piece.expression(
        Type.BOOLEAN,
        "(",
        operand(compared, depth),
        pick(" == ", " != "),
        operand(compared, depth),
        ")");
  }
}
