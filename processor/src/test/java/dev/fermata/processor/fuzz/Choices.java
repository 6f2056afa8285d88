package dev.fermata.processor.fuzz;

import dev.fermata.processor.fuzz.Made.Exit;
import dev.fermata.processor.fuzz.Scope.Target;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Makes if statements, switches of all forms, and blocks. */
final class Choices {
  /** Whether this JDK has switches over patterns. */
  private static final boolean PATTERNS = Runtime.version().feature() >= 21;

  private final Random random;
  private final Scope scope;
  private final Expressions expressions;
  private final Statements statements;
  private int nesting;

  Choices(Random random, Scope scope, Expressions expressions, Statements statements) {
    this.random = random;
    this.scope = scope;
    this.expressions = expressions;
    this.statements = statements;
  }

  Made statement(int depth) {
    int mark = scope.mark();
    Made made =
        switch (random.nextInt(PATTERNS ? 8 : 7)) {
          case 0 -> statements.block(depth);
          case 1 -> colonSwitch(depth);
          case 2 -> arrowSwitch(depth);
          case 3 -> pattern(depth);
          case 4 -> ifThen(depth);
          case 7 -> patternSwitch(depth);
          default -> ifElse(depth);
        };
    scope.release(mark);
    return made;
  }

  private Made ifThen(int depth) {
    Piece condition = expressions.condition(3);
    Made then = statements.block(depth);
    return new Made(Piece.statement("if (", condition, ") ", then.piece()), true, then.exits());
  }

  private Made ifElse(int depth) {
    Piece condition = expressions.condition(3);
    Made then = statements.block(depth);
    Made otherwise = statements.block(depth);
    return new Made(
        Piece.statement("if (", condition, ") ", then.piece(), "else ", otherwise.piece()),
        then.completes() || otherwise.completes(),
        Made.union(then.exits(), otherwise.exits()));
  }

  private Made pattern(int depth) {
    Piece matched = expressions.make(Type.OBJECT, 2);
    Type type = random.nextBoolean() ? Type.STRING : Type.INTEGER;
    String binding = scope.reserve();
    Piece rest = expressions.condition(1);
    scope.publish(binding, type, true);
    Made then = statements.block(depth);
    return new Made(
        Piece.statement(
            "if (",
            matched,
            " instanceof " + type.text() + " " + binding,
            random.nextBoolean() ? Piece.text("") : Piece.text(" && ", rest),
            ") ",
            then.piece()),
        true,
        then.exits());
  }

  private Piece selector(boolean text) {
    return text
        ? Piece.text("\"k\" + (", expressions.make(Type.INT, 2), " & 3)")
        : Piece.text(expressions.make(Type.INT, 2), " & 3");
  }

  private static String label(boolean text, int value) {
    return "case " + (text ? "\"k" + value + "\"" : String.valueOf(value));
  }

  private Made colonSwitch(int depth) {
    boolean text = random.nextBoolean();
    Piece selector = selector(text);
    Target target = new Target(null, false, true);
    scope.enter(target);
    List<Object> parts = new ArrayList<>(List.of("switch (", selector, ") {\n"));
    Set<Exit> exits = new HashSet<>();
    int groups = 2 + random.nextInt(3);
    int standard = random.nextInt(groups + 1);
    boolean lastCompletes = true;
    for (int i = 0; i < groups; i++) {
      parts.add((i == standard ? "default" : label(text, i)) + ":\n");
      Made group = statements.block(depth);
      parts.add(group.piece());
      exits.addAll(group.exits());
      lastCompletes = group.completes();
      if (lastCompletes && random.nextBoolean()) {
        parts.add("break;\n");
        exits.add(new Exit(target, true));
        lastCompletes = false;
      }
    }
    parts.add("}\n");
    scope.leave(target);
    return new Made(
        Piece.statement(parts.toArray()),
        lastCompletes || standard == groups || exits.contains(new Exit(target, true)),
        exits);
  }

  private Made arrowSwitch(int depth) {
    boolean text = random.nextBoolean();
    Piece selector = selector(text);
    Target target = new Target(null, false, true);
    scope.enter(target);
    List<Object> parts = new ArrayList<>(List.of("switch (", selector, ") {\n"));
    Set<Exit> exits = new HashSet<>();
    int arms = 2 + random.nextInt(3);
    boolean completes = false;
    for (int i = 0; i < arms; i++) {
      parts.add((i == arms - 1 ? "default" : label(text, i)) + " -> ");
      if (random.nextInt(3) == 0) {
        parts.add(Piece.text("t.log(", expressions.any(2), ");\n"));
        completes = true;
      } else {
        Made arm = statements.block(depth);
        // Not a statement that could be left out.
        parts.add(Piece.text("{\n", arm.piece(), "}\n"));
        exits.addAll(arm.exits());
        completes |= arm.completes();
      }
    }
    parts.add("}\n");
    scope.leave(target);
    return new Made(
        Piece.statement(parts.toArray()),
        completes || exits.contains(new Exit(target, true)),
        exits);
  }

  /** Over an object, with guards. */
  private Made patternSwitch(int depth) {
    Piece selector = expressions.make(Type.OBJECT, 2);
    Target target = new Target(null, false, true);
    scope.enter(target);
    List<Object> parts = new ArrayList<>(List.of("switch (", selector, ") {\n"));
    Set<Exit> exits = new HashSet<>();
    boolean completes = false;
    List<Type> types = List.of(Type.STRING, Type.INTEGER, Type.STRING, Type.BOX);
    for (int i = 0; i <= types.size(); i++) {
      int mark = scope.mark();
      if (i == types.size()) {
        parts.add(random.nextBoolean() ? "case null, default -> " : "default -> ");
      } else {
        String binding = scope.reserve();
        scope.publish(binding, types.get(i), true);
        parts.add("case " + types.get(i).text() + " " + binding + " when ");
        parts.add(guard());
        parts.add(" -> ");
      }
      Made arm = statements.block(depth);
      scope.release(mark);
      parts.add(Piece.text("{\n", arm.piece(), "}\n"));
      exits.addAll(arm.exits());
      completes |= arm.completes();
    }
    parts.add("}\n");
    scope.leave(target);
    return new Made(
        Piece.statement(parts.toArray()),
        completes || exits.contains(new Exit(target, true)),
        exits);
  }

  /** Like a lambda, a guard sees only variables that nothing assigns again; nor may it assign. */
  private Piece guard() {
    boolean awaits = scope.awaits();
    return scope.within(
        awaits,
        false,
        null,
        true,
        () ->
            Piece.expression(
                Type.BOOLEAN,
                awaits ? "await(t.later(" : "(t.v(",
                expressions.make(Type.BOOLEAN, 0),
                "))"));
  }

  /** How many switch expressions are being made, one in the other. */
  int nesting() {
    return nesting;
  }

  /** Its blocks can leave it by yield only, and by jumps to targets within. */
  Piece switchExpression(Type type, int depth) {
    boolean text = random.nextBoolean();
    Piece selector = selector(text);
    boolean colons = random.nextInt(3) == 0;
    nesting++;
    List<Object> parts = new ArrayList<>(List.of("switch (", selector, ") {\n"));
    int arms = 2 + random.nextInt(2);
    for (int i = 0; i < arms; i++) {
      boolean last = i == arms - 1;
      String label = last ? "default" : label(text, i);
      if (!colons && random.nextBoolean()) {
        parts.add(Piece.text(label + " -> ", expressions.make(type, depth), ";\n"));
      } else {
        parts.add(label + (colons ? ":\n" : " -> {\n"));
        parts.add(
            scope.within(scope.awaits(), false, type, false, () -> yielding(type, depth, last)));
        parts.add(colons ? "" : "}\n");
      }
    }
    parts.add("}");
    nesting--;
    return Piece.expression(type, "(", Piece.text(parts), ")");
  }

  /** The last arm has a value, for at least one must. */
  private Piece yielding(Type type, int depth, boolean last) {
    Made made = statements.block(Math.min(depth, 1));
    return made.completes()
        ? Piece.text(
            made.piece(),
            "yield same((" + type.text() + ") ",
            expressions.make(type, depth),
            ");\n")
        : last
            ? Piece.text("yield same((" + type.text() + ") ", expressions.make(type, depth), ");\n")
            : made.piece();
  }
}
