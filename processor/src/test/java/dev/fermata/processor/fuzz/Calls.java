package dev.fermata.processor.fuzz;

import dev.fermata.processor.fuzz.Function.Kind;
import java.util.Random;
import java.util.Set;

/**
 * Makes calls: generic ones, whose types come from their target or their arguments, and varargs.
 */
final class Calls {
  private static final Set<Type> ORDERED =
      Set.of(Type.INT, Type.SHORT, Type.FLOAT, Type.STRING, Type.INTEGER, Type.COLOR);

  private final Grammar grammar;
  private final Random random;

  Calls(Grammar grammar) {
    this.grammar = grammar;
    this.random = grammar.random;
  }

  private Piece operand(Type type, int depth) {
    return grammar.expressions.make(type, depth);
  }

  private Piece exactly(Type type, int depth) {
    return grammar.expressions.exactly(type, depth);
  }

  /** A generic call that returns what it is given, one way or another. */
  Piece make(Type type, int depth) {
    String boxed = type.boxed();
    return new Menu<Piece>(random)
        .add(1, () -> Piece.expression(type, "same(", exactly(type, depth), ")"))
        .add(
            1,
            () ->
                Piece.expression(
                    type, grammar.self() + ".<" + boxed + ">same(", operand(type, depth), ")"))
        .add(
            1,
            () ->
                Piece.expression(
                    type,
                    "either(",
                    operand(Type.BOOLEAN, depth),
                    ", ",
                    exactly(type, depth),
                    ", ",
                    exactly(type, depth),
                    ")"))
        .add(
            1,
            () ->
                Piece.expression(
                    type,
                    "java.util.Arrays.asList(",
                    exactly(type, depth),
                    ", ",
                    exactly(type, depth),
                    ").get(",
                    operand(Type.INT, depth),
                    " & 1)"))
        .add(
            1,
            () ->
                Piece.expression(
                    type, "new java.util.ArrayList<>(List.of(", exactly(type, depth), ")).get(0)"))
        .add(
            1,
            () ->
                Piece.expression(
                    type,
                    "java.util.Optional.of(",
                    exactly(type, depth),
                    ").orElse(",
                    operand(type, depth),
                    ")"))
        .add(
            1,
            type != Type.STRING && type != Type.INTS,
            () ->
                Piece.expression(
                    type,
                    // What is captured here has no name, nor is it a String or an array to javac.
                    "first((List<? extends " + boxed + ">) List.of(",
                    exactly(type, depth),
                    "))"))
        .add(
            1,
            ORDERED.contains(type),
            () ->
                Piece.expression(
                    type, "greater(", exactly(type, depth), ", ", exactly(type, depth), ")"))
        .add(2, () -> grammar.lambdas.make(type, depth))
        .choose();
  }

  Piece number(int depth) {
    Type type = Type.INT;
    return random.nextBoolean()
        ? Piece.expression(
            type,
            "three(",
            operand(type, depth),
            ", ",
            operand(type, depth),
            ", ",
            operand(type, depth),
            ")")
        : Piece.expression(type, "sum(", operand(type, depth), ", ", operand(type, depth), ")");
  }

  Piece text(int depth) {
    Type type = Type.STRING;
    var variable = grammar.scope.assignable(type);
    Function values = grammar.functions.any(Set.of(Kind.GENERATOR, Kind.SENDER));
    return new Menu<Piece>(random)
        .add(
            1,
            () ->
                Piece.expression(type, operand(type, depth), ".concat(", operand(type, depth), ")"))
        .add(1, () -> Piece.expression(type, "String.valueOf((Object) ", any(depth), ")"))
        .add(
            1,
            variable,
            assigned -> Piece.expression(type, "(" + assigned.name() + " += ", any(depth), ")"))
        .add(
            1,
            () ->
                Piece.expression(type, "all(", any(depth), ", ", any(depth), ", ", any(depth), ")"))
        .add(
            1,
            () ->
                Piece.expression(
                    type, "String.format(\"%s%s\", ", any(depth), ", ", any(depth), ")"))
        .add(1, () -> Piece.expression(type, "(\"\" + ", any(depth), ")"))
        .add(
            1,
            () ->
                Piece.expression(
                    type,
                    "((CharSequence & Comparable<String>) ",
                    operand(type, depth),
                    ").toString()"))
        .add(
            1,
            () ->
                Piece.expression(
                    type, "(\"\" + ", grammar.numbers.promoted(Type.DOUBLE, depth), ")"))
        .add(
            2,
            () ->
                Piece.expression(
                    type, "(", operand(type, depth), " + ", any(depth), " + ", any(depth), ")"))
        .add(
            3,
            values,
            source ->
                Piece.expression(
                    type, "drained(", grammar.functions.call(source, depth), ").toString()"))
        .choose();
  }

  private Piece any(int depth) {
    return grammar.expressions.any(depth);
  }

  Piece list(int depth) {
    Type type = Type.LIST;
    return new Menu<Piece>(random)
        .add(
            1,
            () ->
                Piece.expression(
                    type,
                    "List.of(",
                    exactly(Type.INT, depth),
                    ", ",
                    exactly(Type.INTEGER, depth),
                    ")"))
        .add(
            1,
            () -> Piece.expression(type, "new java.util.ArrayList<>(", operand(type, depth), ")"))
        .add(
            1,
            () ->
                Piece.expression(
                    type,
                    "((List<Integer>) (",
                    grammar.expressions.condition(depth),
                    " ? List.of() : java.util.Arrays.asList(",
                    exactly(Type.INTEGER, depth),
                    ")))"))
        .choose();
  }
}
