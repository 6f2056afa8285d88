package dev.fermata.processor.fuzz;

import java.util.Random;

/** Makes if statements and blocks. */
final class Choices {
  private final Grammar grammar;
  private final Random random;

  Choices(Grammar grammar) {
    this.grammar = grammar;
    this.random = grammar.random;
  }

  Made statement(int depth) {
    int mark = grammar.scope.mark();
    Made made =
        new Menu<Made>(random)
            .add(1, () -> grammar.statements.block(depth))
            .add(1, () -> ifThen(depth))
            .add(2, () -> ifElse(depth))
            .add(2, () -> grammar.patterns.ifMatches(depth))
            .add(4, () -> grammar.switches.statement(depth))
            .choose();
    grammar.scope.release(mark);
    return made;
  }

  private Made ifThen(int depth) {
    Piece condition = grammar.expressions.condition(3);
    Made then = grammar.statements.block(depth);
    return new Made(Piece.statement("if (", condition, ") ", then.piece()), true, then.exits());
  }

  private Made ifElse(int depth) {
    Piece condition = grammar.expressions.condition(3);
    Made then = grammar.statements.block(depth);
    Made otherwise = grammar.statements.block(depth);
    return new Made(
        Piece.statement("if (", condition, ") ", then.piece(), "else ", otherwise.piece()),
        then.completes() || otherwise.completes(),
        Made.union(then.exits(), otherwise.exits()));
  }
}
