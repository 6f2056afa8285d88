package dev.fermata.processor.fuzz;

import dev.fermata.processor.fuzz.Scope.Variable;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Makes expressions: effects, failures and awaits in any operand. */
final class Expressions {
  private static final String[] ARITHMETIC = {"+", "-", "*", "/", "%", "&", "|", "^"};
  private static final String[] SHIFTS = {"<<", ">>", ">>>"};
  private static final String[] COMPARISONS = {"<", ">", "<=", ">=", "==", "!="};
  private static final Type[] PRINTABLE = {
    Type.INT, Type.LONG, Type.CHAR, Type.BOOLEAN, Type.STRING, Type.INTEGER, Type.DOUBLE, Type.BOX
  };

  private final Random random;
  private final Scope scope;
  private final Helpers helpers;
  private @Nullable Statements statements;
  private int budget = 250;

  Expressions(Random random, Scope scope, Helpers helpers) {
    this.random = random;
    this.scope = scope;
    this.helpers = helpers;
  }

  /** Switch expressions have blocks. */
  void use(Statements statements) {
    this.statements = statements;
  }

  Piece any(int depth) {
    return make(PRINTABLE[random.nextInt(PRINTABLE.length)], depth);
  }

  /** True and false by chance, never constant. */
  Piece condition(int depth) {
    return make(Type.BOOLEAN, depth);
  }

  /** Whether the program is long enough. */
  boolean exhausted() {
    return budget < 0;
  }

  Piece make(Type type, int depth) {
    budget--;
    if (depth <= 0 || exhausted()) {
      return leaf(type);
    }
    int choice = random.nextInt(100);
    if (choice < 16 && scope.awaits()) {
      return await(type, depth - 1);
    }
    if (choice < 22) {
      return logged(type, depth - 1);
    }
    if (choice < 28) {
      return Piece.expression(
          type,
          "(",
          condition(depth - 1),
          " ? ",
          make(type, depth - 1),
          " : ",
          make(type, depth - 1),
          ")");
    }
    if (choice < 34) {
      Variable variable = scope.assignable(type);
      if (variable != null) {
        return Piece.expression(type, "(" + variable.name() + " = ", make(type, depth - 1), ")");
      }
    }
    if (choice < 37 && statements != null && statements.takesSwitch(type)) {
      return statements.switchExpression(type, depth - 1);
    }
    if (choice < 41) {
      Piece matched = make(Type.OBJECT, depth - 1);
      String binding = scope.reserve();
      return Piece.expression(
          type,
          "(",
          matched,
          " instanceof " + (type == Type.OBJECT ? "Integer" : boxed(type)) + " " + binding + " ? ",
          random.nextInt(3) == 0 ? make(type, depth - 1) : Piece.expression(type, binding),
          " : ",
          make(type, depth - 1),
          ")");
    }
    if (choice < 50) {
      return leaf(type);
    }
    return special(type, depth - 1);
  }

  private Piece await(Type type, int depth) {
    switch (random.nextInt(8)) {
      case 0:
        return Piece.expression(type, "await(t.coro(", argument(type, depth), "))");
      case 1:
        return Piece.expression(type, "await(t.stage(", argument(type, depth), "))");
      case 2:
        if (random.nextInt(3) == 0) {
          return Piece.expression(
              type, "await(t.<" + boxed(type) + ">fail(\"f" + random.nextInt(100) + "\"))");
        }
        return Piece.expression(type, "await(t.later(", argument(type, depth), "))");
      case 3:
        Piece call =
            helpers.call(type, () -> make(Type.INT, depth), () -> make(Type.STRING, depth));
        if (call != null) {
          return Piece.expression(type, "await(", call, ")");
        }
        return Piece.expression(type, "await(t.later(", argument(type, depth), "))");
      default:
        return Piece.expression(type, "await(t.later(", argument(type, depth), "))");
    }
  }

  /**
   * An argument, mostly cast: javac's time for generic calls as arguments of generic, overloaded
   * calls grows with a power of their depth.
   */
  private Piece argument(Type type, int depth) {
    return random.nextInt(8) == 0
        ? make(type, depth)
        : Piece.expression(type, "(" + type.text() + ") ", make(type, depth));
  }

  private Piece logged(Type type, int depth) {
    return switch (type) {
      case BYTE -> Piece.expression(type, "((byte) t.v((int) ", make(type, depth), "))");
      // Which of the overloads is meant must be said for what an await returns.
      case INT, LONG, CHAR, DOUBLE, BOOLEAN ->
          Piece.expression(type, "t.v((" + type.text() + ") ", make(type, depth), ")");
      default -> Piece.expression(type, "t.v(", argument(type, depth), ")");
    };
  }

  private Piece leaf(Type type) {
    Variable variable = scope.any(type);
    if (variable != null && random.nextInt(10) < 7) {
      return Piece.expression(type, variable.name());
    }
    return switch (type) {
      case INT -> Piece.leaf(type, String.valueOf(random.nextInt(6)));
      case LONG -> Piece.leaf(type, random.nextInt(100) + "L");
      case BYTE -> Piece.leaf(type, "((byte) " + (100 + random.nextInt(60)) + ")");
      case CHAR -> Piece.leaf(type, "'" + (char) ('a' + random.nextInt(26)) + "'");
      case DOUBLE -> Piece.leaf(type, random.nextInt(5) + ".5");
      case BOOLEAN -> Piece.leaf(type, "t.v(" + random.nextBoolean() + ")");
      case STRING -> Piece.leaf(type, "\"" + (char) ('A' + random.nextInt(26)) + "\"");
      case INTEGER ->
          random.nextInt(12) == 0
              ? Piece.expression(type, "((Integer) null)")
              : Piece.leaf(type, "Integer.valueOf(" + random.nextInt(9) + ")");
      case OBJECT -> Piece.leaf(type, "((Object) \"o" + random.nextInt(9) + "\")");
      case BOX -> Piece.leaf(type, "new Box(" + random.nextInt(9) + ")");
      case INTS ->
          Piece.leaf(
              type, "new int[] {" + random.nextInt(9) + ", 1, 2, " + random.nextInt(9) + "}");
    };
  }

  private Piece special(Type type, int depth) {
    return switch (type) {
      case INT -> integer(depth);
      case LONG ->
          random.nextBoolean()
              ? binary(type, Type.LONG, random.nextBoolean() ? Type.INT : Type.LONG, depth)
              : Piece.expression(type, "((long) ", make(Type.INT, depth), ")");
      case BYTE -> Piece.expression(type, "((byte) (int) ", make(Type.INT, depth), ")");
      case CHAR -> Piece.expression(type, "((char) ('a' + (", make(Type.INT, depth), " & 15)))");
      case DOUBLE ->
          Piece.expression(type, "(", make(Type.DOUBLE, depth), " + ", make(number(), depth), ")");
      case BOOLEAN -> truth(depth);
      case STRING -> string(depth);
      case INTEGER -> Piece.expression(type, "((Integer) (", make(Type.INT, depth), "))");
      case OBJECT -> Piece.expression(type, "((Object) ", any(depth), ")");
      case BOX ->
          random.nextBoolean()
              ? Piece.expression(type, "new Box(", make(Type.INT, depth), ")")
              : Piece.expression(type, make(Type.BOX, depth), ".set(", make(Type.INT, depth), ")");
      case INTS ->
          Piece.expression(
              type,
              "new int[] {",
              make(Type.INT, depth),
              ", ",
              make(Type.INT, depth),
              ", ",
              make(Type.INT, depth),
              ", 4}");
    };
  }

  private Type number() {
    Type[] numbers = {Type.INT, Type.LONG, Type.CHAR, Type.BYTE, Type.DOUBLE, Type.INTEGER};
    return numbers[random.nextInt(numbers.length)];
  }

  private Piece integer(int depth) {
    Type type = Type.INT;
    switch (random.nextInt(18)) {
      case 0, 1, 2:
        return binary(type, Type.INT, random.nextInt(3) == 0 ? Type.INTEGER : Type.INT, depth);
      case 3:
        return Piece.expression(
            type,
            "(",
            make(Type.INT, depth),
            " " + SHIFTS[random.nextInt(SHIFTS.length)] + " ",
            make(Type.INT, depth),
            ")");
      case 4:
        return Piece.expression(
            type, random.nextBoolean() ? "(-(" : "(~(", make(Type.INT, depth), "))");
      case 5:
        return step(depth);
      case 6:
        return Piece.expression(type, "(", target(depth), compound(), make(Type.INT, depth), ")");
      case 7:
        return Piece.expression(type, "(", target(depth), " = ", make(Type.INT, depth), ")");
      case 8:
        return element(depth);
      case 9:
        return Piece.expression(
            type, make(Type.BOX, depth), random.nextBoolean() ? ".f" : ".get()");
      case 10:
        return Piece.expression(type, make(Type.BOX, depth), ".plus(", make(Type.INT, depth), ")");
      case 11:
        return Piece.expression(
            type,
            "three(",
            make(Type.INT, depth),
            ", ",
            make(Type.INT, depth),
            ", ",
            make(Type.INT, depth),
            ")");
      case 12:
        return Piece.expression(type, make(Type.STRING, depth), ".length()");
      case 13:
        return narrowing(depth);
      case 14:
        return sizes(depth);
      case 15:
        // Evaluated, and checked for null, where it stands.
        return Piece.expression(
            type,
            "((java.util.function.IntUnaryOperator) ",
            make(Type.BOX, depth),
            "::plus).applyAsInt(",
            make(Type.INT, depth),
            ")");
      case 16:
        return Piece.expression(
            type, "(", make(Type.INTEGER, depth), " + ", make(Type.INTEGER, depth), ")");
      default:
        return lambda(depth);
    }
  }

  /** A compound assignment to a field that is narrower than the sum. */
  private Piece narrowing(int depth) {
    String field = new String[] {"b", "s", "c", "l", "g", "d"}[random.nextInt(6)];
    String operator = new String[] {"+", "-", "*"}[random.nextInt(3)];
    return Piece.expression(
        Type.INT,
        "((int) (",
        make(Type.BOX, depth),
        "." + field + " " + operator + "= ",
        make(number(), depth),
        "))");
  }

  /** Sizes of new arrays, of one or two dimensions; the first may be negative. */
  private Piece sizes(int depth) {
    return random.nextBoolean()
        ? Piece.expression(
            Type.INT,
            "new long[(",
            make(Type.INT, depth),
            " & 7) - 1][",
            make(Type.INT, depth),
            " & 3].length")
        : Piece.expression(Type.INT, "new byte[(", make(Type.INT, depth), " & 7) - 1].length");
  }

  /** A call at once of a lambda that captures what it can. */
  private Piece lambda(int depth) {
    Piece body = scope.within(false, false, null, true, () -> make(Type.INT, depth));
    return Piece.expression(
        Type.INT, "((java.util.function.IntSupplier) () -> ", body, ").getAsInt()");
  }

  private Piece binary(Type type, Type left, Type right, int depth) {
    return Piece.expression(
        type,
        "(",
        make(left, depth),
        " " + ARITHMETIC[random.nextInt(ARITHMETIC.length)] + " ",
        make(right, depth),
        ")");
  }

  private String compound() {
    return " " + ARITHMETIC[random.nextInt(ARITHMETIC.length)] + "= ";
  }

  private Piece step(int depth) {
    String operator = random.nextBoolean() ? "++" : "--";
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
    return random.nextBoolean() ? element(depth) : Piece.text(make(Type.BOX, depth), ".f");
  }

  private Piece element(int depth) {
    // Mostly in bounds; the arrays have four elements.
    return random.nextInt(8) == 0
        ? Piece.text(make(Type.INTS, depth), "[", make(Type.INT, depth), "]")
        : Piece.text(make(Type.INTS, depth), "[", make(Type.INT, depth), " & 3]");
  }

  private Piece truth(int depth) {
    Type type = Type.BOOLEAN;
    switch (random.nextInt(8)) {
      case 0, 1:
        return Piece.expression(
            type,
            "(",
            make(number(), depth),
            " " + COMPARISONS[random.nextInt(4)] + " ",
            make(number(), depth),
            ")");
      case 2:
        return Piece.expression(
            type,
            "(",
            make(Type.INT, depth),
            " " + COMPARISONS[4 + random.nextInt(2)] + " ",
            make(Type.INT, depth),
            ")");
      case 3:
        return Piece.expression(type, "(!", make(type, depth), ")");
      case 4:
        return Piece.expression(
            type,
            "(",
            make(type, depth),
            new String[] {" & ", " | ", " ^ "}[random.nextInt(3)],
            make(type, depth),
            ")");
      default:
        return Piece.expression(
            type,
            "(",
            make(type, depth),
            random.nextBoolean() ? " && " : " || ",
            make(type, depth),
            ")");
    }
  }

  private Piece string(int depth) {
    Type type = Type.STRING;
    switch (random.nextInt(6)) {
      case 0:
        return Piece.expression(type, make(type, depth), ".concat(", make(type, depth), ")");
      case 1:
        return Piece.expression(type, "String.valueOf((Object) ", any(depth), ")");
      case 2:
        Variable variable = scope.assignable(type);
        if (variable != null) {
          return Piece.expression(type, "(" + variable.name() + " += ", any(depth), ")");
        }
        return Piece.expression(type, "(", any(depth), " + \"-\" + ", any(depth), ")");
      case 3:
        return Piece.expression(
            type,
            "java.util.Arrays.asList(",
            any(depth),
            ", ",
            any(depth),
            ", ",
            any(depth),
            ").toString()");
      default:
        return Piece.expression(
            type, "(", make(type, depth), " + ", any(depth), " + ", any(depth), ")");
    }
  }

  private static String boxed(Type type) {
    return switch (type) {
      case INT -> "Integer";
      case LONG -> "Long";
      case BYTE -> "Byte";
      case CHAR -> "Character";
      case DOUBLE -> "Double";
      case BOOLEAN -> "Boolean";
      default -> type.text();
    };
  }
}
