package dev.fermata.processor.fuzz;

import dev.fermata.processor.fuzz.Made.Exit;
import dev.fermata.processor.fuzz.Patterns.Pattern;
import dev.fermata.processor.fuzz.Scope.Target;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Makes switches: statements and expressions, old and new, over values and over patterns. */
final class Switches {
  private final Grammar grammar;
  private final Random random;
  private final Scope scope;
  private int nesting;

  Switches(Grammar grammar) {
    this.grammar = grammar;
    this.random = grammar.random;
    this.scope = grammar.scope;
  }

  /** What is switched on, and the labels that it may have. */
  private record Selector(Piece piece, List<String> labels) {
    String label(int i) {
      return "case " + labels.get(i);
    }
  }

  private Selector selector() {
    Piece number = grammar.expressions.make(Type.INT, 2);
    return new Menu<Selector>(random)
        .add(2, () -> new Selector(Piece.text(number, " & 3"), List.of("0", "1", "2, 5", "3")))
        .add(
            2,
            () ->
                new Selector(
                    Piece.text("\"k\" + (", number, " & 3)"),
                    List.of("\"k0\"", "\"k1\", \"k3\"", "\"k2\"", "\"\"")))
        .add(
            2,
            () ->
                new Selector(
                    grammar.expressions.exactly(Type.COLOR, 2), List.of("RED", "GREEN", "BLUE")))
        .add(
            1,
            () ->
                new Selector(
                    grammar.expressions.exactly(Type.CHAR, 2), List.of("'a'", "'b'", "'c'")))
        .choose();
  }

  Made statement(int depth) {
    return new Menu<Made>(random)
        .add(1, () -> colons(depth))
        .add(1, () -> arrows(depth))
        .add(1, patterns(), () -> patterns(depth))
        .choose();
  }

  private Made colons(int depth) {
    Selector selector = selector();
    Target target = new Target(null, false, true);
    scope.enter(target);
    List<Object> parts = new ArrayList<>(List.of("switch (", selector.piece(), ") {\n"));
    Set<Exit> exits = new HashSet<>();
    int groups = 2 + random.nextInt(selector.labels().size() - 1);
    int standard = random.nextInt(groups + 1);
    boolean lastCompletes = true;
    for (int i = 0; i < groups; i++) {
      parts.add((i == standard ? "default" : selector.label(i)) + ":\n");
      Made group = grammar.statements.block(depth);
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

  private Made arrows(int depth) {
    Selector selector = selector();
    List<String> labels = new ArrayList<>();
    int arms = 1 + random.nextInt(selector.labels().size() - 1);
    for (int i = 0; i < arms; i++) {
      labels.add(selector.label(i));
    }
    labels.add("default");
    Target target = new Target(null, false, true);
    scope.enter(target);
    List<Object> parts = new ArrayList<>(List.of("switch (", selector.piece(), ") {\n"));
    Set<Exit> exits = new HashSet<>();
    boolean completes = false;
    for (String label : labels) {
      parts.add(label + " -> ");
      if (random.nextInt(3) == 0) {
        parts.add(Piece.text("t.log(", grammar.expressions.any(2), ");\n"));
        completes = true;
      } else {
        completes |= arm(depth, parts, exits);
      }
    }
    parts.add("}\n");
    scope.leave(target);
    return new Made(
        Piece.statement(parts.toArray()),
        completes || exits.contains(new Exit(target, true)),
        exits);
  }

  private boolean arm(int depth, List<Object> parts, Set<Exit> exits) {
    Made arm = grammar.statements.block(depth);
    // Not a statement that could be left out.
    parts.add(Piece.text("{\n", arm.piece(), "}\n"));
    exits.addAll(arm.exits());
    return arm.completes();
  }

  private boolean patterns() {
    return grammar.java >= 21;
  }

  private Made patterns(int depth) {
    Type type = random.nextBoolean() ? Type.OBJECT : Type.SHAPE;
    Piece selector = grammar.expressions.make(type, 2);
    Target target = new Target(null, false, true);
    scope.enter(target);
    List<Object> parts = new ArrayList<>(List.of("switch (", selector, ") {\n"));
    Set<Exit> exits = new HashSet<>();
    boolean completes = false;
    for (int i = random.nextInt(3); i >= 0; i--) {
      int mark = scope.mark();
      guarded(type, parts);
      completes |= arm(depth, parts, exits);
      scope.release(mark);
    }
    for (String label : rest(type)) {
      parts.add(label);
      completes |= arm(depth, parts, exits);
    }
    parts.add("}\n");
    scope.leave(target);
    return new Made(
        Piece.statement(parts.toArray()),
        completes || exits.contains(new Exit(target, true)),
        exits);
  }

  private void guarded(Type type, List<Object> parts) {
    Pattern pattern = grammar.patterns.pattern(type);
    grammar.patterns.publish(pattern, true);
    parts.add("case " + pattern.text() + " when ");
    parts.add(guard());
    parts.add(" -> ");
  }

  /** The labels that make sure that some case is taken. */
  private List<String> rest(Type type) {
    if (type == Type.OBJECT || random.nextBoolean()) {
      return List.of(random.nextBoolean() ? "case null, default -> " : "default -> ");
    }
    if (random.nextBoolean()) {
      return List.of("case Dot " + unused() + " -> ", "case Pair " + unused() + " -> ");
    }
    // Not of a pair with nothing in it.
    return List.of(
        "case Pair(Object " + unused() + ", Dot(int " + unused() + ")) -> ",
        "case Dot " + unused() + " -> ",
        "case Pair(var " + unused() + ", Pair(var " + unused() + ", var " + unused() + ")) -> ");
  }

  private String unused() {
    return grammar.java >= 22 ? "_" : scope.reserve();
  }

  /** Like a lambda, a guard sees only variables that nothing assigns again; nor may it assign. */
  private Piece guard() {
    boolean awaits = scope.place().awaits();
    return scope.within(
        awaits ? new Place(true, null, null, null) : Place.PLAIN,
        true,
        () ->
            Piece.expression(
                Type.BOOLEAN,
                awaits ? "await(t.later(" : "(t.v(",
                grammar.expressions.make(Type.BOOLEAN, 0),
                "))"));
  }

  /** No deep nesting; and javac 17 fails on some of type boolean in others. */
  boolean takes(Type type) {
    return nesting == 0 || (nesting == 1 && type != Type.BOOLEAN);
  }

  /** Whether what is made stands in a switch expression. */
  boolean inExpression() {
    return nesting > 0;
  }

  /**
   * An operand somewhere. No try in it: javac 17 fails on some of those, where other operands wait
   * on the left.
   */
  Piece expression(Type type, int depth) {
    return grammar.statements.withoutTry(() -> whole(type, depth));
  }

  /** One that no operands wait for. */
  Piece whole(Type type, int depth) {
    nesting++;
    Piece made =
        new Menu<Piece>(random)
            .add(2, () -> colonExpression(type, depth))
            .add(4, () -> arrowExpression(type, depth))
            .add(2, patterns(), () -> patternExpression(type, depth))
            .choose();
    nesting--;
    return made;
  }

  private Piece colonExpression(Type type, int depth) {
    Selector selector = selector();
    List<Object> parts = new ArrayList<>(List.of("switch (", selector.piece(), ") {\n"));
    int arms = 1 + random.nextInt(2);
    for (int i = 0; i <= arms; i++) {
      parts.add((i == arms ? "default" : selector.label(i)) + ":\n");
      parts.add(yielding(type, depth, i == arms));
    }
    return closed(type, parts);
  }

  private Piece arrowExpression(Type type, int depth) {
    Selector selector = selector();
    List<Object> parts = new ArrayList<>(List.of("switch (", selector.piece(), ") {\n"));
    boolean exhaustive = selector.labels().contains("RED") && random.nextBoolean();
    int arms = exhaustive ? 3 : 1 + random.nextInt(2);
    for (int i = 0; i < arms; i++) {
      parts.add(selector.label(i));
      parts.add(result(type, depth, i == 0));
    }
    if (!exhaustive) {
      parts.add("default");
      parts.add(result(type, depth, false));
    }
    return closed(type, parts);
  }

  private Piece patternExpression(Type type, int depth) {
    Type matched = random.nextBoolean() ? Type.OBJECT : Type.SHAPE;
    Piece selector = grammar.expressions.make(matched, depth);
    List<Object> parts = new ArrayList<>(List.of("switch (", selector, ") {\n"));
    int mark = scope.mark();
    guarded(matched, parts);
    parts.add(Piece.text(grammar.expressions.exactly(type, depth), ";\n"));
    scope.release(mark);
    for (String label : rest(matched)) {
      parts.add(label);
      parts.add(Piece.text(grammar.expressions.exactly(type, depth), ";\n"));
    }
    return closed(type, parts);
  }

  private static Piece closed(Type type, List<Object> parts) {
    parts.add("}");
    return Piece.expression(type, "(", Piece.text(parts), ")");
  }

  private Piece result(Type type, int depth, boolean valued) {
    return random.nextBoolean()
        ? Piece.text(" -> ", grammar.expressions.make(type, depth), ";\n")
        : Piece.text(" -> {\n", yielding(type, depth, valued), "}\n");
  }

  /**
   * Statements and a yield.
   *
   * @param valued whether a yield must be there; one arm must have a value
   */
  private Piece yielding(Type type, int depth, boolean valued) {
    return scope.within(
        scope.place().yielding(type),
        false,
        () -> {
          Made made = grammar.statements.block(Math.min(depth, 1));
          if (!made.completes() && !valued) {
            return made.piece();
          }
          Piece yield = Piece.text("yield same(", grammar.expressions.exactly(type, depth), ");\n");
          return made.completes() ? Piece.text(made.piece(), yield) : yield;
        });
  }
}
