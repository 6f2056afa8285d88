package dev.fermata.processor.fuzz;

import dev.fermata.processor.fuzz.Function.Kind;
import java.util.Random;
import java.util.Set;

/** Makes awaits of awaitables of all kinds. */
final class Awaits {
  private final Grammar grammar;
  private final Random random;

  Awaits(Grammar grammar) {
    this.grammar = grammar;
    this.random = grammar.random;
  }

  Piece make(Type type, int depth) {
    Function function = grammar.functions.any(Set.of(Kind.COROUTINE), type);
    Function values = grammar.functions.any(Set.of(Kind.ASYNC_GENERATOR));
    return new Menu<Piece>(random)
        .add(10, () -> of("t.later(", type, depth))
        .add(2, () -> of("t.coro(", type, depth))
        .add(2, () -> of("t.stage(", type, depth))
        .add(1, () -> failure(type))
        .add(
            12,
            function,
            other ->
                Piece.expression(type, "await(", grammar.functions.call(other, type, depth), ")"))
        .add(
            4,
            type == Type.OBJECT ? values : null,
            source ->
                Piece.expression(
                    type, "((Object) await(", grammar.functions.call(source, depth), ".toList()))"))
        .choose();
  }

  private Piece of(String call, Type type, int depth) {
    return Piece.expression(type, "await(" + call, grammar.expressions.argument(type, depth), "))");
  }

  private Piece failure(Type type) {
    return Piece.expression(
        type, "await(t.<" + type.boxed() + ">fail(\"f" + random.nextInt(100) + "\"))");
  }
}
