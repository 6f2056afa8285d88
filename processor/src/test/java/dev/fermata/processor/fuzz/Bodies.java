package dev.fermata.processor.fuzz;

import dev.fermata.processor.fuzz.Function.Form;
import dev.fermata.processor.fuzz.Function.Kind;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;

/** Makes the bodies of coroutines and generators, and what they return. */
final class Bodies {
  private final Grammar grammar;
  private final Random random;

  Bodies(Grammar grammar) {
    this.grammar = grammar;
    this.random = grammar.random;
  }

  /**
   * Of a function.
   *
   * @param last the name of its last parameter
   */
  Piece of(Function function, String last, int depth, int size) {
    Supplier<Piece> returns =
        switch (function.kind()) {
          case COROUTINE ->
              function.form() == Form.ECHO ? () -> echo(last) : () -> coroutine(function.result());
          case GENERATOR -> () -> generator(function);
          case SENDER -> this::sender;
          case ASYNC_GENERATOR ->
              () -> Piece.text(new Piece.Fork("AsyncGenerator.completed()", "Coroutine.of(out)"));
        };
    Function gives = function.isGenerator() ? function : null;
    return grammar.scope.within(
        new Place(function.awaits(), gives, returns, null),
        false,
        () -> statements(returns, depth, size));
  }

  /** Of a coroutine whose result is an Object, as a member or as a lambda that captures. */
  Piece coroutine(boolean lambda, int depth, int size) {
    Supplier<Piece> returns = () -> coroutine(Type.OBJECT);
    return grammar.scope.within(
        Place.coroutine(returns), lambda, () -> statements(returns, depth, size));
  }

  /** Statements, and a return where their end can be reached. */
  private Piece statements(Supplier<Piece> returns, int depth, int size) {
    Made made = grammar.statements.sequence(depth, size);
    return made.completes()
        ? Piece.text(made.piece(), "return ", returns.get(), ";\n")
        : made.piece();
  }

  private Piece coroutine(Type result) {
    Function other = grammar.functions.any(Set.of(Kind.COROUTINE), result);
    Expressions expressions = grammar.expressions;
    return new Menu<Piece>(random)
        .add(4, () -> Piece.text("Coroutine.of(", value(result), ")"))
        .add(1, () -> Piece.text("t.coro(", value(result), ")"))
        .add(
            1,
            () ->
                Piece.text(
                    "(",
                    expressions.condition(1),
                    " ? Coroutine.of(",
                    value(result),
                    ") : t.coro(",
                    value(result),
                    "))"))
        .add(2, other, function -> grammar.functions.call(function, result, 1))
        .choose();
  }

  /** What has the value of a parameter whose type has no name here. */
  private Piece echo(String last) {
    return new Menu<Piece>(random)
        .add(1, () -> Piece.text("Coroutine.of(" + last + ")"))
        .add(1, () -> Piece.text("t.coro(" + last + ")"))
        .add(1, () -> Piece.text("Coroutine.of(await(t.later(" + last + ")))"))
        .add(
            1,
            () ->
                Piece.text(
                    "(",
                    grammar.expressions.condition(1),
                    " ? Coroutine.of(same(" + last + ")) : t.coro(" + last + "))"))
        .choose();
  }

  private Piece value(Type type) {
    return Piece.text(
        "(" + type.boxed() + ") (" + type.text() + ") ", grammar.expressions.make(type, 2));
  }

  private Piece generator(Function function) {
    Function other = grammar.functions.any(Set.of(Kind.GENERATOR), function.result());
    if (other == null || random.nextBoolean()) {
      return Piece.text(new Piece.Fork("Generator.completed()", "out"));
    }
    return Piece.text(
        new Piece.Fork("", "addAll(out, "),
        grammar.functions.call(other, 1),
        new Piece.Fork("", ")"));
  }

  private Piece sender() {
    return Piece.text("SendGenerator.returning(", value(Type.STRING), ")");
  }
}
