package dev.fermata.processor.fuzz;

import dev.fermata.processor.fuzz.Made.Exit;
import dev.fermata.processor.fuzz.Scope.Target;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Makes what leaves for good: break, continue, return, yield, throw. */
final class Jumps {
  private final Grammar grammar;
  private final Random random;
  private final Scope scope;
  private int exceptions;

  Jumps(Grammar grammar) {
    this.grammar = grammar;
    this.random = grammar.random;
    this.scope = grammar.scope;
  }

  Made make() {
    Type yields = scope.place().yields();
    var returns = scope.place().returns();
    List<Target> targets = scope.targets();
    return new Menu<Made>(random)
        .add(5, !targets.isEmpty(), () -> jumpTo(targets.get(random.nextInt(targets.size()))))
        .add(
            3, yields, type -> leaving("yield same(", grammar.expressions.exactly(type, 2), ");\n"))
        .add(3, returns, made -> leaving("return ", made.get(), ";\n"))
        .add(2, this::failure)
        .choose();
  }

  /** Throws sometimes. */
  Made failing() {
    String exception =
        new String[] {"IllegalStateException", "IllegalArgumentException", "ArithmeticException"}
            [random.nextInt(3)];
    return Made.simple(
        "if (",
        grammar.expressions.condition(2),
        ") {\nthrow new " + exception + "(\"e" + exceptions++ + "\" + ",
        grammar.expressions.any(1),
        ");\n}\n");
  }

  private Made failure() {
    return leaving("throw new IllegalStateException(\"j" + exceptions++ + "\");\n");
  }

  private Made jumpTo(Target target) {
    boolean breaks = target.breakable() && (!target.loop() || random.nextBoolean());
    if (!breaks && !target.loop()) {
      return failure();
    }
    boolean plain = target.label() == null || (isInnermost(target, breaks) && random.nextBoolean());
    if (plain && !isInnermost(target, breaks)) {
      return failure();
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

  private static Made leaving(Object... parts) {
    return new Made(Piece.statement(parts), false, Set.of());
  }
}
