package dev.fermata.processor.lower;

import dev.fermata.processor.ir.Code;
import dev.fermata.processor.ir.IrLabel;
import dev.fermata.processor.ir.IrVar;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What encloses the statement being lowered, as far as jumps care: the targets in scope and the
 * finally blocks between them.
 *
 * <p>A jump that passes a finally records in its {@code exit} variable which way it was going, and
 * goes to the finally instead; the finally's end reads the record and resumes the jump, which may
 * pass the next finally in the same way. A jump out of the finally itself never reads the record:
 * it is thereby discarded, as Java says.
 */
final class JumpScopes {

  /** The way out of a body: a jump to a label, or, with {@code target} null, a return. */
  record Exit(@Nullable IrLabel target) {}

  /**
   * A finally and the jumps that pass it.
   *
   * <p>Its end throws {@code failure} on, unless that is null, else leaves by what {@code exit}
   * says: 0 goes on behind the finally.
   */
  static final class FinallyScope {
    final IrLabel entry = new IrLabel("finally");
    final IrVar exit;
    final IrVar failure;
    private final List<Exit> exits = new ArrayList<>();

    FinallyScope(IrVar exit, IrVar failure) {
      this.exit = exit;
      this.failure = failure;
    }

    /** What to assign before the finally is entered to go on behind it. */
    List<Code.Assignment> entering() {
      return entering(0);
    }

    /** What to assign before the finally is entered to leave by {@code way}. */
    List<Code.Assignment> entering(Exit way) {
      if (!exits.contains(way)) {
        exits.add(way);
      }
      return entering(numberOf(way));
    }

    private List<Code.Assignment> entering(int number) {
      return List.of(
          new Code.Assignment(failure, Code.text("null")),
          new Code.Assignment(exit, Code.text(Integer.toString(number))));
    }

    int numberOf(Exit way) {
      return exits.indexOf(way) + 1;
    }

    List<Exit> exits() {
      return List.copyOf(exits);
    }
  }

  private final Deque<FinallyScope> finallies = new ArrayDeque<>();
  private final Map<IrLabel, Integer> depthOf = new HashMap<>();

  /** Declares a target: jumps to it pass the finally blocks entered from now on. */
  void target(IrLabel label) {
    depthOf.put(label, finallies.size());
  }

  void push(FinallyScope scope) {
    finallies.push(scope);
  }

  void pop(FinallyScope scope) {
    if (finallies.pop() != scope) {
      throw new IllegalStateException("finally scopes do not nest");
    }
  }

  /** The innermost finally that this way out passes, if any. */
  @Nullable FinallyScope passed(Exit way) {
    FinallyScope innermost = finallies.peek();
    if (innermost == null || way.target() == null) {
      return innermost;
    }
    Integer depth = depthOf.get(way.target());
    if (depth == null) {
      throw new IllegalStateException("a jump to " + way.target() + ", which is not in scope");
    }
    return depth < finallies.size() ? innermost : null;
  }
}
