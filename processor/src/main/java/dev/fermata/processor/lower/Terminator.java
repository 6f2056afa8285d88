package dev.fermata.processor.lower;

import dev.fermata.processor.ir.Code;
import dev.fermata.processor.ir.IrLabel;
import dev.fermata.processor.ir.Suspension;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a basic block ends. */
public sealed interface Terminator {

  /** The labels of the blocks that control may pass to, exceptions apart. */
  List<IrLabel> successors();

  record Goto(IrLabel target) implements Terminator {
    @Override
    public List<IrLabel> successors() {
      return List.of(target);
    }
  }

  record Branch(Code condition, IrLabel then, IrLabel otherwise) implements Terminator {
    @Override
    public List<IrLabel> successors() {
      return List.of(then, otherwise);
    }
  }

  /**
   * A switch over {@code selector}.
   *
   * @param otherwise where control passes when no arm is taken; {@code null} when Java guarantees
   *     that one is
   */
  record Select(Code selector, List<Arm> arms, @Nullable IrLabel otherwise) implements Terminator {
    public Select {
      arms = List.copyOf(arms);
    }

    @Override
    public List<IrLabel> successors() {
      List<IrLabel> all = new ArrayList<>();
      arms.forEach(arm -> all.add(arm.target()));
      if (otherwise != null) {
        all.add(otherwise);
      }
      return all;
    }
  }

  /** {@code labels} as in the source, without colon: {@code case 1, 2}. */
  record Arm(List<Code> labels, IrLabel target) {
    public Arm {
      labels = List.copyOf(labels);
    }
  }

  /**
   * Leaves the body with {@code operand}, what is awaited or yielded; the value is there ({@link
   * Code.Sent}) when {@code resume} begins.
   */
  record Suspend(Suspension kind, Code operand, IrLabel resume, int line) implements Terminator {
    @Override
    public List<IrLabel> successors() {
      return List.of(resume);
    }
  }

  /** Ends the coroutine with a value; {@code null} for {@code Void}. */
  record Return(@Nullable Code value) implements Terminator {
    @Override
    public List<IrLabel> successors() {
      return List.of();
    }
  }

  record Throw(Code exception) implements Terminator {
    @Override
    public List<IrLabel> successors() {
      return List.of();
    }
  }

  /** Control never gets here: the last statement cannot complete normally. */
  record Unreachable() implements Terminator {
    @Override
    public List<IrLabel> successors() {
      return List.of();
    }
  }
}
