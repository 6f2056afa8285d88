package dev.fermata.processor.fuzz;

import dev.fermata.processor.fuzz.Scope.Use;
import dev.fermata.processor.fuzz.Scope.Variable;
import java.util.Random;

/** Makes expressions: effects, failures and suspensions in any operand. */
final class Expressions {
  private static final Type[] PRINTABLE = {
    Type.INT,
    Type.LONG,
    Type.SHORT,
    Type.CHAR,
    Type.FLOAT,
    Type.BOOLEAN,
    Type.STRING,
    Type.INTEGER,
    Type.DOUBLE,
    Type.BOX,
    Type.LIST,
    Type.COLOR,
    Type.SHAPE
  };

  private final Grammar grammar;
  private final Random random;
  private final Scope scope;
  private int budget;

  Expressions(Grammar grammar) {
    this.grammar = grammar;
    this.random = grammar.random;
    this.scope = grammar.scope;
  }

  /** How many expressions the next member may have; a few more will be made. */
  void allow(int budget) {
    this.budget = budget;
  }

  boolean exhausted() {
    return budget < 0;
  }

  Piece any(int depth) {
    return make(PRINTABLE[random.nextInt(PRINTABLE.length)], depth);
  }

  /** True and false by chance, never constant. */
  Piece condition(int depth) {
    return make(Type.BOOLEAN, depth);
  }

  Piece make(Type type, int depth) {
    budget--;
    if (depth <= 0 || exhausted()) {
      return leaf(type);
    }
    Place place = scope.place();
    Variable assigned = scope.assignable(type);
    Use use = scope.use(type);
    int deeper = depth - 1;
    return new Menu<Piece>(random)
        .add(16, place.awaits(), () -> grammar.awaits.make(type, deeper))
        .add(type == Type.OBJECT ? 30 : 8, place.gives() != null, () -> yielded(type, deeper))
        .add(6, () -> logged(type, deeper))
        .add(5, () -> conditional(type, deeper))
        .add(6, assigned, variable -> assignment(variable, type, deeper))
        .add(3, grammar.switches.takes(type), () -> grammar.switches.expression(type, deeper))
        .add(4, () -> grammar.patterns.conditional(type, deeper))
        .add(8, () -> grammar.calls.make(type, deeper))
        .add(10, use, local -> local.make().apply(deeper))
        .add(6, () -> leaf(type))
        .add(44, () -> special(type, deeper))
        .choose();
  }

  /** With a cast to its very type, also where an await or a generic call returns another. */
  Piece exactly(Type type, int depth) {
    return Piece.text("(" + type.text() + ") ", make(type, depth));
  }

  /**
   * An argument, mostly cast: javac's time for generic calls as arguments of generic, overloaded
   * calls grows with a power of their depth.
   */
  Piece argument(Type type, int depth) {
    return random.nextInt(8) == 0 ? make(type, depth) : exactly(type, depth);
  }

  private Piece yielded(Type type, int depth) {
    Piece yield = grammar.consumers.yielding(depth);
    return type == Type.OBJECT
        ? Piece.expression(type, "((Object) ", yield, ")")
        : Piece.expression(type, "after(", yield, ", ", exactly(type, depth), ")");
  }

  private Piece conditional(Type type, int depth) {
    return Piece.expression(
        type, "(", condition(depth), " ? ", make(type, depth), " : ", make(type, depth), ")");
  }

  private Piece assignment(Variable variable, Type type, int depth) {
    return Piece.expression(type, "(" + variable.name() + " = ", make(type, depth), ")");
  }

  private Piece logged(Type type, int depth) {
    return switch (type) {
      case BYTE, SHORT ->
          Piece.expression(type, "((" + type.text() + ") t.v((int) ", make(type, depth), "))");
      case FLOAT -> Piece.expression(type, "((float) t.v(", exactly(type, depth), "))");
      // Which of the overloads is meant must be said for what an await returns.
      case INT, LONG, CHAR, DOUBLE, BOOLEAN ->
          Piece.expression(type, "t.v(", exactly(type, depth), ")");
      default -> Piece.expression(type, "t.v(", argument(type, depth), ")");
    };
  }

  private Piece leaf(Type type) {
    Variable variable = scope.any(type);
    if (variable != null && random.nextInt(10) < 7) {
      return Piece.expression(type, variable.name());
    }
    boolean missing = random.nextInt(12) == 0;
    return switch (type) {
      case INT -> Piece.leaf(type, String.valueOf(random.nextInt(6)));
      case LONG -> Piece.leaf(type, random.nextInt(100) + "L");
      case BYTE -> Piece.leaf(type, "((byte) " + (100 + random.nextInt(60)) + ")");
      case SHORT -> Piece.leaf(type, "((short) " + (32_700 + random.nextInt(120)) + ")");
      case FLOAT -> Piece.leaf(type, random.nextInt(5) + ".25f");
      case CHAR -> Piece.leaf(type, "'" + (char) ('a' + random.nextInt(26)) + "'");
      case DOUBLE -> Piece.leaf(type, random.nextInt(5) + ".5");
      case BOOLEAN -> Piece.leaf(type, "t.v(" + random.nextBoolean() + ")");
      case STRING -> Piece.leaf(type, "\"" + (char) ('A' + random.nextInt(26)) + "\"");
      case INTEGER ->
          missing
              ? Piece.expression(type, "((Integer) null)")
              : Piece.leaf(type, "Integer.valueOf(" + random.nextInt(9) + ")");
      case OBJECT -> object();
      case BOX -> Piece.leaf(type, "new Box(" + random.nextInt(9) + ")");
      case INTS ->
          Piece.leaf(
              type, "new int[] {" + random.nextInt(9) + ", 1, 2, " + random.nextInt(9) + "}");
      case LIST -> Piece.leaf(type, "List.of(" + random.nextInt(9) + ", 4)");
      case COLOR ->
          missing
              ? Piece.expression(type, "((Color) null)")
              : Piece.leaf(type, new String[] {"Color.RED", "Color.GREEN"}[random.nextInt(2)]);
      case SHAPE ->
          missing
              ? Piece.expression(type, "((Shape) null)")
              : Piece.leaf(type, "((Shape) new Dot(" + random.nextInt(9) + "))");
    };
  }

  private Piece object() {
    int n = random.nextInt(9);
    return Piece.leaf(
        Type.OBJECT,
        new String[] {"((Object) \"o" + n + "\")", "((Object) " + n + ")"}[random.nextInt(2)]);
  }

  private Piece special(Type type, int depth) {
    return switch (type) {
      case INT, LONG, BYTE, SHORT, CHAR, FLOAT, DOUBLE, INTEGER ->
          grammar.numbers.make(type, depth);
      case BOOLEAN -> grammar.numbers.truth(depth);
      case STRING -> grammar.calls.text(depth);
      case OBJECT ->
          random.nextInt(4) == 0
              ? grammar.numbers.boxed(depth)
              : Piece.expression(type, "((Object) ", any(depth), ")");
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
      case LIST -> grammar.calls.list(depth);
      case COLOR -> Piece.expression(type, "Color.values()[", make(Type.INT, depth), " & 1]");
      case SHAPE ->
          random.nextBoolean()
              ? Piece.expression(type, "((Shape) new Dot(", make(Type.INT, depth), "))")
              : Piece.expression(
                  type,
                  "((Shape) new Pair(",
                  make(Type.OBJECT, depth),
                  ", ",
                  make(Type.SHAPE, depth),
                  "))");
    };
  }
}
