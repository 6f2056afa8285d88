package dev.fermata.processor.fuzz;

import dev.fermata.processor.fuzz.Scope.Target;
import java.util.Random;

/** Makes loops, each of which ends after a few rounds whatever happens in it. */
final class Loops {
  private final Random random;
  private final Scope scope;
  private final Expressions expressions;
  private final Statements statements;

  Loops(Random random, Scope scope, Expressions expressions, Statements statements) {
    this.random = random;
    this.scope = scope;
    this.expressions = expressions;
    this.statements = statements;
  }

  Made statement(int depth) {
    int mark = scope.mark();
    Made made =
        switch (random.nextInt(7)) {
          case 0 -> whileLoop(depth);
          case 1 -> doLoop(depth);
          case 2 -> endlessLoop(depth);
          case 3 -> arrayLoop(depth);
          case 4 -> listLoop(depth);
          case 5 -> unboxingLoop(depth);
          default -> forLoop(depth);
        };
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
    Made body = statements.block(depth);
    scope.leave(target);
    return body;
  }

  private Made whileLoop(int depth) {
    String fuel = scope.reserve();
    Piece condition = expressions.condition(2);
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
    Piece condition = expressions.condition(2);
    return new Made(
        Piece.statement(
            "{\nint " + fuel + " = " + rounds() + ";\n" + label(target) + "do ",
            body.piece(),
            "while (" + fuel + "-- > 0 && ",
            condition,
            ");\n}\n"),
        body.completes() || body.continuesTo(target) || body.breaksTo(target),
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
    Piece condition = expressions.condition(2);
    Piece update = expressions.make(Type.INT, 2);
    Target target = target();
    Made body = body(target, depth);
    return new Made(
        Piece.statement(
            label(target) + "for (int " + counter + " = 0; " + counter + " < " + rounds(),
            random.nextBoolean() ? Piece.text("") : Piece.text(" && ", condition),
            "; " + counter + "++",
            random.nextBoolean() ? Piece.text("") : Piece.text(", t.log(", update, ")"),
            ") ",
            body.piece()),
        true,
        body.exits());
  }

  private Made arrayLoop(int depth) {
    Piece source = expressions.make(Type.INTS, 2);
    String variable = scope.declare(Type.INT, true).name();
    Target target = target();
    Made body = body(target, depth);
    return new Made(
        Piece.statement(label(target) + "for (int " + variable + " : ", source, ") ", body.piece()),
        true,
        body.exits());
  }

  private Made listLoop(int depth) {
    Piece one = expressions.make(Type.STRING, 2);
    Piece two = expressions.make(Type.STRING, 2);
    boolean constant = random.nextBoolean();
    String variable = scope.declare(Type.STRING, constant).name();
    Target target = target();
    Made body = body(target, depth);
    return new Made(
        Piece.statement(
            label(target) + "for (String " + variable + " : java.util.Arrays.asList(",
            one,
            ", ",
            two,
            ")) ",
            body.piece()),
        true,
        body.exits());
  }

  private Made unboxingLoop(int depth) {
    Piece one = expressions.make(Type.INT, 2);
    Piece two = expressions.make(Type.INTEGER, 2);
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
