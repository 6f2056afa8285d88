package dev.fermata.processor.fuzz;

import dev.fermata.processor.fuzz.Made.Exit;
import dev.fermata.processor.fuzz.Scope.Target;
import dev.fermata.processor.fuzz.Scope.Variable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes statements and blocks of them. */
final class Statements {
  private static final Type[] TYPES = Type.values();
  private static final List<Type> NUMBERS =
      List.of(Type.INT, Type.LONG, Type.BYTE, Type.CHAR, Type.DOUBLE);

  private final Random random;
  private final Scope scope;
  private final Expressions expressions;
  private final Loops loops;
  private final Handlers handlers;
  private final Choices choices;
  private int exceptions;
  private boolean tries = true;

  Statements(Random random, Scope scope, Expressions expressions) {
    this.random = random;
    this.scope = scope;
    this.expressions = expressions;
    this.loops = new Loops(random, scope, expressions, this);
    this.handlers = new Handlers(random, scope, expressions, this);
    this.choices = new Choices(random, scope, expressions, this);
    expressions.use(this);
  }

  /** No deep nesting; and javac 17 fails on some switches of type boolean in others. */
  boolean takesSwitch(Type type) {
    int nesting = choices.nesting();
    return nesting == 0 || (nesting == 1 && type != Type.BOOLEAN);
  }

  /**
   * An operand somewhere. No try in it: javac 17 fails on some of those, where other operands wait
   * on the left.
   */
  Piece switchExpression(Type type, int depth) {
    boolean outer = tries;
    tries = false;
    Piece made = choices.switchExpression(type, depth);
    tries = outer;
    return made;
  }

  /** The whole right side of an assignment. */
  private Piece initial(Type type) {
    return choices.nesting() == 0 && random.nextInt(8) == 0
        ? choices.switchExpression(type, 2)
        : expressions.make(type, 3);
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
    for (int i = 0; i < size && completes && (i == 0 || !expressions.exhausted()); i++) {
      Made made = i == size - 1 && random.nextInt(6) == 0 ? jump() : statement(depth);
      pieces.add(made.piece());
      exits.addAll(made.exits());
      completes = made.completes();
    }
    return new Made(Piece.text(pieces), completes, exits);
  }

  Made statement(int depth) {
    if (scope.awaits() && random.nextInt(12) == 0) {
      return scope.withoutAwait(() -> statement(depth));
    }
    int choice = random.nextInt(depth <= 0 || expressions.exhausted() ? 34 : 100);
    if (choice < 9) {
      return local();
    }
    if (choice < 14) {
      return Made.simple("t.log(", expressions.any(2), ");\n");
    }
    if (choice < 19) {
      return assignment();
    }
    if (choice < 23) {
      return scope.awaits()
          ? Made.simple("await(t.later(", expressions.any(2), "));\n")
          : Made.simple("t.v(", expressions.make(Type.STRING, 2), ");\n");
    }
    if (choice < 27) {
      return lambda();
    }
    if (choice < 31) {
      Made jump = jump();
      return new Made(
          Piece.statement("if (", expressions.condition(2), ") {\n", jump.piece(), "}\n"),
          true,
          jump.exits());
    }
    if (choice < 33) {
      return failure();
    }
    if (choice < 34) {
      return Made.simple(
          "assert ", expressions.condition(1), " : ", expressions.make(Type.STRING, 1), ";\n");
    }
    if (choice < 55) {
      return choices.statement(depth - 1);
    }
    if (choice < 75) {
      return loops.statement(depth - 1);
    }
    if (choice < 95 && tries) {
      return handlers.statement(depth - 1);
    }
    return labelled(depth - 1);
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
    String written = type == Type.INTEGER || random.nextInt(4) > 0 ? type.text() : "var";
    if (written.equals("var")
        && ((type != Type.INTS && type != Type.BOX && type != Type.STRING)
            || initial.contains("switch"))) {
      // What an await returns is boxed; and the arms of a switch have types of their own.
      written = type.text();
    }
    return new Made(
        Piece.statement(
            (constant && random.nextBoolean() ? "final " : "") + written + " " + name + " = ",
            initial,
            ";\n"),
        true,
        Set.of());
  }

  private Made assignedLater(Type type) {
    String name = scope.reserve();
    Piece condition = expressions.condition(2);
    Piece first = expressions.make(type, 2);
    Piece second = expressions.make(type, 2);
    scope.publish(name, type, true);
    return new Made(
        Piece.statement(
            (random.nextBoolean() ? "final " : "") + type.text() + " " + name + ";\nif (",
            condition,
            ") {\n" + name + " = ",
            first,
            ";\n} else {\n" + name + " = ",
            second,
            ";\n}\n"),
        true,
        Set.of());
  }

  private Made assignment() {
    Variable variable =
        scope.any(v -> v.type() != null && v.type() != Type.OBJECT && !v.constant());
    if (variable == null || variable.type() == null) {
      return Made.simple(
          expressions.make(Type.BOX, 2), ".f += ", expressions.make(Type.INT, 2), ";\n");
    }
    Type type = variable.type();
    String name = variable.name();
    return switch (type) {
      case BYTE, CHAR, LONG, DOUBLE, INT ->
          random.nextInt(4) == 0
              ? Made.simple(name + (random.nextBoolean() ? "++" : "--") + ";\n")
              : Made.simple(
                  name + (random.nextBoolean() ? " += " : " *= "),
                  expressions.make(NUMBERS.get(random.nextInt(NUMBERS.size())), 3),
                  ";\n");
      case BOOLEAN -> Made.simple(name + " ^= ", expressions.make(type, 3), ";\n");
      case STRING -> Made.simple(name + " += ", expressions.any(3), ";\n");
      case INTEGER -> Made.simple(name + " += ", expressions.make(Type.INT, 3), ";\n");
      default -> Made.simple(name + " = ", initial(type), ";\n");
    };
  }

  /** A lambda that captures variables and runs at the end, or a coroutine lambda awaited here. */
  private Made lambda() {
    if (scope.awaits() && random.nextInt(3) == 0) {
      String name = scope.reserve();
      Piece body = scope.within(true, true, null, true, this::coroutineBody);
      return new Made(
          Piece.statement(
              "java.util.function.Supplier<Coroutine<Object>> " + name + " = () -> {\n",
              body,
              "};\nt.log(await(" + name + ".get()));\n"),
          true,
          Set.of());
    }
    Piece body =
        scope.within(
            false, false, null, true, () -> Piece.text("t.log(", expressions.any(2), ");\n"));
    return Made.simple("later.add(() -> {\n", body, "});\n");
  }

  /** Statements, and a return where their end can be reached. */
  Piece coroutineBody() {
    return coroutineBody(1, 2);
  }

  Piece coroutineBody(int depth, int size) {
    Made made = sequence(depth, size);
    return made.completes()
        ? Piece.text(made.piece(), "return Coroutine.of(", expressions.any(2), ");\n")
        : made.piece();
  }

  /** Throws sometimes. */
  private Made failure() {
    String exception =
        switch (random.nextInt(3)) {
          case 0 -> "IllegalStateException";
          case 1 -> "IllegalArgumentException";
          default -> "ArithmeticException";
        };
    return Made.simple(
        "if (",
        expressions.condition(2),
        ") {\nthrow new " + exception + "(\"e" + exceptions++ + "\" + ",
        expressions.any(1),
        ");\n}\n");
  }

  /** Leaves for good. */
  Made jump() {
    Type yields = scope.yields();
    List<Target> targets = scope.targets();
    int choice = random.nextInt(10);
    if (choice < 5 && !targets.isEmpty()) {
      Target target = targets.get(random.nextInt(targets.size()));
      return jumpTo(target);
    }
    if (choice < 8 && yields != null) {
      return leaving("yield same((" + yields.text() + ") ", expressions.make(yields, 2), ");\n");
    }
    if (choice < 8 && scope.returns()) {
      return random.nextInt(3) == 0
          ? leaving("return t.coro(", expressions.any(2), ");\n")
          : leaving("return Coroutine.of(", expressions.any(2), ");\n");
    }
    return leaving("throw new IllegalStateException(\"j" + exceptions++ + "\");\n");
  }

  private Made jumpTo(Target target) {
    boolean breaks = target.breakable() && (!target.loop() || random.nextBoolean());
    if (!breaks && !target.loop()) {
      return leaving("throw new IllegalStateException(\"j" + exceptions++ + "\");\n");
    }
    boolean plain = target.label() == null || (isInnermost(target, breaks) && random.nextBoolean());
    if (plain && !isInnermost(target, breaks)) {
      return leaving("throw new IllegalStateException(\"j" + exceptions++ + "\");\n");
    }
    String word = breaks ? "break" : "continue";
    return new Made(
        Piece.statement(word + (plain ? "" : " " + target.label()) + ";\n"),
        false,
        Set.of(new Exit(target, breaks)));
  }

  /** Whether a jump without a label leads there. */
  private boolean isInnermost(Target target, boolean breaks) {
    List<Target> targets = scope.targets();
    for (int i = targets.size() - 1; i >= 0; i--) {
      Target candidate = targets.get(i);
      boolean takes = breaks ? candidate.loop() || isSwitch(candidate) : candidate.loop();
      if (takes) {
        return candidate == target;
      }
    }
    return false;
  }

  private static boolean isSwitch(Target target) {
    return !target.loop() && target.label() == null;
  }

  private static Made leaving(@Nullable Object... parts) {
    Object[] all = new Object[parts.length];
    for (int i = 0; i < parts.length; i++) {
      all[i] = java.util.Objects.requireNonNull(parts[i]);
    }
    return new Made(Piece.statement(all), false, Set.of());
  }
}
