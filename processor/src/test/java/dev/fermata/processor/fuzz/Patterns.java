package dev.fermata.processor.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Makes tests against patterns, and statements whose scopes depend on what matched. */
final class Patterns {
  private static final Type[] TYPES = {Type.STRING, Type.INTEGER, Type.BOX, Type.SHAPE, Type.COLOR};

  private final Grammar grammar;
  private final Random random;
  private final Scope scope;

  Patterns(Grammar grammar) {
    this.grammar = grammar;
    this.random = grammar.random;
    this.scope = grammar.scope;
  }

  private record Binding(String name, Type type) {}

  /** A pattern whose variables have names, but are not to be used yet. */
  record Pattern(String text, List<Binding> bindings) {}

  void publish(Pattern pattern, boolean constant) {
    pattern.bindings().forEach(b -> scope.publish(b.name(), b.type(), constant));
  }

  /** One for what is of the type OBJECT or SHAPE. */
  Pattern pattern(Type matched) {
    List<Binding> bindings = new ArrayList<>();
    String text = matched == Type.SHAPE ? shape(bindings) : object(bindings);
    return new Pattern(text, bindings);
  }

  private String bind(Type type, String written, List<Binding> bindings) {
    Binding binding = new Binding(scope.reserve(), type);
    bindings.add(binding);
    return written + " " + binding.name();
  }

  private boolean records() {
    return grammar.java >= 21;
  }

  private String object(List<Binding> bindings) {
    if (records() && random.nextInt(3) == 0) {
      return shape(bindings);
    }
    Type type = TYPES[random.nextInt(TYPES.length)];
    return bind(type, type.text(), bindings);
  }

  private String shape(List<Binding> bindings) {
    if (!records()) {
      return "Dot " + scope.reserve();
    }
    return new Menu<String>(random)
        .add(1, () -> "Pair " + scope.reserve())
        .add(2, () -> "Dot(" + bind(Type.INT, random.nextBoolean() ? "int" : "var", bindings) + ")")
        .add(
            1,
            () -> "Pair(var " + scope.reserve() + ", " + bind(Type.SHAPE, "Shape", bindings) + ")")
        .add(1, () -> "Pair(" + object(bindings) + ", " + shape(bindings) + ")")
        .add(1, grammar.java >= 22, () -> "Pair(_, Dot(" + bind(Type.INT, "int", bindings) + "))")
        .choose();
  }

  private Type matched() {
    return random.nextInt(3) == 0 ? Type.SHAPE : Type.OBJECT;
  }

  private Piece operand(Type type, int depth) {
    return grammar.expressions.make(type, depth);
  }

  /** A conditional whose first branch sees what matched. */
  Piece conditional(Type type, int depth) {
    Piece matched = operand(Type.OBJECT, depth);
    int mark = scope.mark();
    String binding = scope.reserve();
    boolean generic = type == Type.OBJECT || type == Type.LIST;
    Piece otherwise = operand(type, depth);
    if (!generic) {
      scope.publish(binding, type, true);
    }
    Piece used =
        generic || random.nextInt(3) == 0 ? operand(type, depth) : Piece.expression(type, binding);
    scope.release(mark);
    return Piece.expression(
        type,
        "(",
        matched,
        " instanceof " + (generic ? "Integer" : type.boxed()) + " " + binding + " ? ",
        used,
        " : ",
        otherwise,
        ")");
  }

  /** A condition that asks further after a match. */
  Piece test(int depth) {
    int mark = scope.mark();
    Type matched = matched();
    Piece subject = operand(matched, depth);
    Pattern pattern = pattern(matched);
    publish(pattern, true);
    Piece rest = operand(Type.BOOLEAN, depth);
    scope.release(mark);
    boolean negated = random.nextBoolean();
    // As an argument, so that what matched is in scope nowhere else.
    return Piece.expression(
        Type.BOOLEAN,
        negated ? "t.v(!(" : "t.v((",
        subject,
        " instanceof " + pattern.text() + (negated ? ") || " : ") && "),
        rest,
        ")");
  }

  /** An if statement that uses what matched. */
  Made ifMatches(int depth) {
    Type matched = matched();
    Piece subject = operand(matched, 2);
    Pattern pattern = pattern(matched);
    publish(pattern, random.nextBoolean());
    Piece rest =
        random.nextBoolean()
            ? Piece.text("")
            : Piece.text(" && ", grammar.expressions.condition(1));
    Made then = grammar.statements.block(depth);
    return new Made(
        Piece.statement("if (", subject, " instanceof " + pattern.text(), rest, ") ", then.piece()),
        true,
        then.exits());
  }

  /** Leaves unless something matches, so that what did is in scope from there on. */
  Made unlessMatches() {
    Type matched = matched();
    Piece subject = operand(matched, 2);
    Made jump = grammar.jumps.make();
    Pattern pattern = pattern(matched);
    publish(pattern, random.nextBoolean());
    Piece rest =
        random.nextBoolean()
            ? Piece.text("")
            : Piece.text(" || ", grammar.expressions.condition(1));
    return new Made(
        Piece.statement(
            "if (!(",
            subject,
            " instanceof " + pattern.text() + ")",
            rest,
            ") {\n",
            jump.piece(),
            "}\n"),
        true,
        jump.exits());
  }

  /** Loops until something matches, which is in scope after the loop. */
  Made untilMatches() {
    String fuel = scope.reserve();
    Piece subject = operand(Type.OBJECT, 2);
    // No switch in it: javac 17 takes some breaks out of those for breaks out of the loop.
    Scope.Target target = new Scope.Target(null, true, false);
    scope.enter(target);
    Made body = grammar.statements.block(0);
    scope.leave(target);
    List<Binding> bindings = new ArrayList<>();
    String pattern = bind(Type.STRING, "String", bindings);
    publish(new Pattern(pattern, bindings), random.nextBoolean());
    return new Made(
        Piece.statement(
            "int " + fuel + " = 2;\nwhile (!((" + fuel + "-- > 0 ? ",
            subject,
            " : (Object) \"last\") instanceof " + pattern + ")) ",
            body.piece()),
        true,
        body.exits());
  }
}
