package dev.fermata.processor.ir;

import java.util.List;
import javax.lang.model.type.TypeMirror;

/**
 * An expression. Only {@link Leaf} holds none that suspends; the other kinds exist to give the
 * order of evaluation where a suspension lies inside them.
 */
public sealed interface IrExpr {

  /** The attributed type; {@code void} for a call of a void method. */
  TypeMirror type();

  /**
   * An expression without suspension.
   *
   * @param stable whether evaluating it later gives the same value and has no effect: a literal, an
   *     effectively final local, a lambda. Such an operand need not be saved.
   */
  record Leaf(Code code, TypeMirror type, boolean stable) implements IrExpr {}

  /**
   * {@code await(operand)}, {@code yield(operand)} and their like: evaluates the operand, leaves
   * the body with it, and has the value with which the body is entered again.
   */
  record Suspend(Suspension kind, IrExpr operand, TypeMirror type, int line) implements IrExpr {}

  /**
   * A strict operation: evaluates the operands from left to right, then applies itself. Method
   * calls, operators, array accesses, object creations, assignments to fields and elements are all
   * of this kind; they differ only in their text.
   *
   * <pre>{@code
   * glue[0] operand[0] glue[1] operand[1] ... operand[n-1] glue[n]
   * }</pre>
   *
   * <p>An operand with {@link Save#EFFECT} stands nowhere in the text: no glue is consumed for it.
   */
  record Apply(List<Code> glue, List<Operand> operands, TypeMirror type) implements IrExpr {
    public Apply {
      glue = List.copyOf(glue);
      operands = List.copyOf(operands);
      long placed = operands.stream().filter(o -> o.save() != Save.EFFECT).count();
      if (glue.size() != placed + 1) {
        throw new IllegalArgumentException(
            glue.size() + " pieces of text for " + placed + " operands");
      }
    }
  }

  /**
   * An operand, and what is saved of it when a later operand suspends.
   *
   * @param savedType the type of the variable that holds it: unboxed where Java would unbox it
   *     before the next operand is evaluated
   * @param name a wish for that variable's name, such as the parameter's
   */
  record Operand(IrExpr expr, TypeMirror savedType, Save save, String name) {}

  /** What saving an operand means. */
  enum Save {
    /** Its value. */
    VALUE,
    /**
     * Its text: an operand of a string concatenation, converted before the next one is evaluated.
     */
    TEXT,
    /** Its value, after a null check: the outer instance of {@code outer.new Inner(..)}. */
    NON_NULL,
    /**
     * Nothing: the operand is a statement's effect that Java performs at this place and that the
     * operation performs anyway, such as initialising the class of {@code new A(..)}. Dropped
     * unless a later operand suspends.
     */
    EFFECT
  }

  /** {@code condition ? then : otherwise}; the branches convert to {@code type} as Java says. */
  record Conditional(IrExpr condition, IrExpr then, IrExpr otherwise, TypeMirror type)
      implements IrExpr {}

  /** {@code left && right}, or {@code left || right} when {@code or}. */
  record ShortCircuit(boolean or, IrExpr left, IrExpr right, TypeMirror type) implements IrExpr {}

  /** {@code var = value}, with the variable's value as the result. */
  record Assign(IrVar var, IrExpr value, TypeMirror type) implements IrExpr {}

  /** Evaluates {@code value} into the fresh variable {@code var}, then {@code body}. */
  record Let(IrVar var, IrExpr value, IrExpr body) implements IrExpr {
    @Override
    public TypeMirror type() {
      return body.type();
    }
  }

  /**
   * Runs {@code body}, which assigns {@code result} wherever it ends normally: a switch expression.
   */
  record Sequence(List<IrStmt> body, IrVar result, TypeMirror type) implements IrExpr {
    public Sequence {
      body = List.copyOf(body);
    }
  }
}
