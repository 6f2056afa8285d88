package dev.fermata.processor.fuzz;

import dev.fermata.processor.fuzz.Scope.Target;
import java.util.Random;

/** Makes loops, each of which ends after a few rounds whatever happens in it. */
final class Loops {
  private final Grammar grammar;
  private final Random random;
  private final Scope scope;

  Loops(Grammar grammar) {
    this.grammar = grammar;
    this.random = grammar.random;
    this.scope = grammar.scope;
  }

  Made statement(int depth) {
    int mark = scope.mark();
    Made made =
        new Menu<Made>(random)
            .add(1, () -> whileLoop(depth))
            .add(1, () -> doLoop(depth))
            .add(1, () -> endlessLoop(depth))
            .add(1, () -> arrayLoop(depth))
            .add(1, () -> listLoop(depth, "java.util.Arrays.asList(", ")"))
            .add(
                1,
                scope.place().awaits(),
                () -> listLoop(depth, "await(AsyncIterable.from(java.util.Arrays.asList(", ")))"))
            .add(1, () -> unboxingLoop(depth))
            .add(2, () -> forLoop(depth))
            .choose();
    scope.release(mark);
    return made;
  }

  private Target target() {
    return new Target(random.nextBoolean() ? scope.freeLabel() : null, true, true);
  }

  private static String label(Target target) {
    return target.label() == null ? "" : target.label() + ":\n";
  }

  private Made body(Target target, int depth) {
    scope.enter(target);
    Made body = grammar.statements.block(depth);
    scope.leave(target);
    return body;
  }

  private Made whileLoop(int depth) {
    String fuel = scope.reserve();
    Piece condition = grammar.expressions.condition(2);
    Target target = target();
    Made body = body(target, depth);
    return new Made(
        Piece.statement(
            "{\nint " + fuel + " = " + rounds() + ";\n" + label(target),
            "while (" + fuel + "-- > 0 && ",
            condition,
            ") ",
            body.piece(),
            "}\n"),
        true,
        body.exits());
  }

  private Made doLoop(int depth) {
    String fuel = scope.reserve();
    Target target = target();
    Made body = body(target, depth);
    // Where nothing gets there, javac refuses a class in it.
    boolean reached = body.completes() || body.continuesTo(target);
    Piece condition = grammar.expressions.condition(reached ? 2 : 0);
    return new Made(
        Piece.statement(
            "{\nint " + fuel + " = " + rounds() + ";\n" + label(target) + "do ",
            body.piece(),
            "while (" + fuel + "-- > 0 && ",
            condition,
            ");\n}\n"),
        reached || body.breaksTo(target),
        body.exits());
  }

  private Made endlessLoop(int depth) {
    String fuel = scope.reserve();
    Target target = target();
    Made body = body(target, depth);
    return new Made(
        Piece.statement(
            "{\nint " + fuel + " = " + rounds() + ";\n" + label(target),
            "while (true) {\nif (" + fuel + "-- <= 0) {\nbreak;\n}\n",
            body.piece(),
            "}\n}\n"),
        true,
        body.exits());
  }

  private Made forLoop(int depth) {
    String counter = scope.reserve();
    String other = scope.reserve();
    Piece first = grammar.expressions.make(Type.INT, 2);
    Piece second = grammar.expressions.make(Type.INT, 1);
    scope.publish(other, Type.INT, false);
    Piece condition = grammar.expressions.condition(2);
    Piece update = grammar.expressions.make(Type.INT, 2);
    Target target = target();
    Made body = body(target, depth);
    boolean reached = body.completes() || body.continuesTo(target);
    return new Made(
        Piece.statement(
            label(target) + "for (int " + counter + " = ",
            random.nextBoolean() ? Piece.text("0") : Piece.text("(", first, ") & 1"),
            ", " + other + " = ",
            second,
            "; " + counter + " < " + rounds(),
            random.nextBoolean() ? Piece.text("") : Piece.text(" && ", condition),
            "; " + counter + "++",
            reached && random.nextBoolean() ? Piece.text(", t.log(", update, ")") : Piece.text(""),
            ") ",
            body.piece()),
        true,
        body.exits());
  }

  private Made arrayLoop(int depth) {
    Piece source = grammar.expressions.make(Type.INTS, 2);
    String variable = scope.declare(Type.INT, true).name();
    Target target = target();
    Made body = body(target, depth);
    return new Made(
        Piece.statement(label(target) + "for (int " + variable + " : ", source, ") ", body.piece()),
        true,
        body.exits());
  }

  private Made listLoop(int depth, String before, String after) {
    Piece one = grammar.expressions.make(Type.STRING, 2);
    Piece two = grammar.expressions.make(Type.STRING, 2);
    boolean constant = random.nextBoolean();
    String variable = scope.declare(Type.STRING, constant).name();
    Target target = target();
    Made body = body(target, depth);
    return new Made(
        Piece.statement(
            label(target) + "for (String " + variable + " : " + before,
            one,
            ", ",
            two,
            after + ") ",
            body.piece()),
        true,
        body.exits());
  }

  private Made unboxingLoop(int depth) {
    Piece one = grammar.expressions.make(Type.INT, 2);
    Piece two = grammar.expressions.make(Type.INTEGER, 2);
    boolean constant = random.nextBoolean();
    String variable = scope.declare(Type.INT, constant).name();
    Target target = target();
    Made body = body(target, depth);
    return new Made(
        Piece.statement(
            label(target) + "for (int " + variable + " : new Integer[] {",
            one,
            ", ",
            two,
            "}) ",
            body.piece()),
        true,
        body.exits());
  }

  private int rounds() {
    return 1 + random.nextInt(3);
  }
}
