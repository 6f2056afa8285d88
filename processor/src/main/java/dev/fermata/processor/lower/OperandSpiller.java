package dev.fermata.processor.lower;

import dev.fermata.processor.ir.Code;
import dev.fermata.processor.ir.IrExpr;
import dev.fermata.processor.ir.IrExpr.Apply;
import dev.fermata.processor.ir.IrExpr.Operand;
import dev.fermata.processor.ir.IrExpr.Save;
import dev.fermata.processor.ir.IrLabel;
import dev.fermata.processor.ir.IrStmt;
import dev.fermata.processor.ir.IrVar;
import java.util.List;
import java.util.function.Consumer;

/**
 * Takes suspensions out of expressions: what Java would keep on its operand stack while a later
 * operand suspends is saved in a variable first, in source order.
 *
 * <pre>{@code
 * f(a(), b, await(c()), d())     int arg0 = a();
 *                           =>   suspend on c()
 *                                f(arg0, b, sent, d())
 * }</pre>
 *
 * <p>{@link #lower} returns code that is evaluated exactly once, at the place where the caller puts
 * it next; until then the caller must add nothing that suspends or has an effect without saving the
 * code's value.
 */
final class OperandSpiller {

  private final BlockSequence blocks;
  private final Consumer<IrStmt> statements;

  OperandSpiller(BlockSequence blocks, Consumer<IrStmt> statements) {
    this.blocks = blocks;
    this.statements = statements;
  }

  /** Code for the value of {@code expr}, after the statements that had to come before it. */
  Code lower(IrExpr expr) {
    if (expr instanceof IrExpr.Leaf leaf) {
      return leaf.code();
    } else if (expr instanceof IrExpr.Suspend suspend) {
      return valueOf(suspend);
    } else if (expr instanceof Apply apply) {
      return apply(apply);
    } else if (expr instanceof IrExpr.Assign assign) {
      define(assign.var(), lower(assign.value()));
      return Code.read(assign.var());
    } else if (expr instanceof IrExpr.Let let) {
      define(let.var(), lower(let.value()));
      return lower(let.body());
    } else if (expr instanceof IrExpr.Sequence sequence) {
      sequence.body().forEach(statements);
      return Code.read(sequence.result());
    } else if (expr instanceof IrExpr.Conditional conditional) {
      return conditional(conditional);
    }
    return shortCircuit((IrExpr.ShortCircuit) expr);
  }

  /** Evaluates {@code expr} for its effects alone. */
  void lowerStatement(IrExpr expr) {
    if (expr instanceof IrExpr.Suspend suspend) {
      suspend(suspend);
    } else if (expr instanceof IrExpr.Assign assign) {
      define(assign.var(), lower(assign.value()));
    } else if (expr instanceof IrExpr.Let let) {
      define(let.var(), lower(let.value()));
      lowerStatement(let.body());
    } else if (expr instanceof IrExpr.Sequence sequence) {
      sequence.body().forEach(statements);
    } else {
      blocks.exec(Code.builder().add(lower(expr)).add(";").build());
    }
  }

  /** Jumps to {@code then} or {@code otherwise} as the condition says; leaves no block open. */
  void branch(IrExpr condition, IrLabel then, IrLabel otherwise) {
    if (condition instanceof IrExpr.ShortCircuit both) {
      IrLabel right = new IrLabel(both.or() ? "or" : "and");
      branch(both.left(), both.or() ? then : right, both.or() ? right : otherwise);
      blocks.begin(right);
      branch(both.right(), then, otherwise);
      return;
    }
    blocks.close(new Terminator.Branch(lower(condition), then, otherwise));
  }

  private Code valueOf(IrExpr.Suspend suspend) {
    suspend(suspend);
    return new Code(List.of(new Code.Sent(suspend.type())));
  }

  private void suspend(IrExpr.Suspend suspend) {
    Code operand = lower(suspend.operand());
    IrLabel resume = new IrLabel("resume");
    blocks.line(suspend.line());
    blocks.close(new Terminator.Suspend(suspend.kind(), operand, resume, suspend.line()));
    blocks.begin(resume);
  }

  private Code apply(Apply apply) {
    List<Operand> operands = apply.operands();
    int lastSuspending = -1;
    for (int i = 0; i < operands.size(); i++) {
      if (suspends(operands.get(i).expr())) {
        lastSuspending = i;
      }
    }
    Code.Builder code = Code.builder().add(apply.glue().get(0));
    int placed = 0;
    for (int i = 0; i < operands.size(); i++) {
      Operand operand = operands.get(i);
      boolean save = i < lastSuspending;
      if (operand.save() == Save.EFFECT) {
        if (save) {
          lowerStatement(operand.expr());
        }
        continue;
      }
      Code value = lower(operand.expr());
      code.add(save ? saved(operand, value) : value).add(apply.glue().get(++placed));
    }
    return code.build();
  }

  private Code saved(Operand operand, Code value) {
    if (operand.expr() instanceof IrExpr.Leaf leaf
        && leaf.stable()
        && operand.save() == Save.VALUE) {
      return value;
    }
    IrVar variable = new IrVar(operand.name(), operand.savedType(), IrVar.Kind.TEMPORARY);
    define(
        variable,
        switch (operand.save()) {
          case TEXT -> Code.builder().add("\"\" + (").add(value).add(")").build();
          case NON_NULL -> Code.builder().add("nonNull(").add(value).add(")").build();
          default -> value;
        });
    return Code.read(variable);
  }

  /**
   *
   *
   * <pre>{@code
   * c ? a : b    =>    if (c) value = a; else value = b;
   * }</pre>
   */
  private Code conditional(IrExpr.Conditional conditional) {
    IrVar value = new IrVar("choice", conditional.type(), IrVar.Kind.TEMPORARY);
    IrLabel then = new IrLabel("then");
    IrLabel otherwise = new IrLabel("else");
    IrLabel join = new IrLabel("join");
    branch(conditional.condition(), then, otherwise);
    blocks.begin(then);
    define(value, lower(conditional.then()));
    blocks.close(new Terminator.Goto(join));
    blocks.begin(otherwise);
    define(value, lower(conditional.otherwise()));
    blocks.begin(join);
    return Code.read(value);
  }

  /**
   *
   *
   * <pre>{@code
   * a && b    =>    value = a; if (value) value = b;
   * }</pre>
   */
  private Code shortCircuit(IrExpr.ShortCircuit both) {
    IrVar value = new IrVar(both.or() ? "either" : "both", both.type(), IrVar.Kind.TEMPORARY);
    IrLabel right = new IrLabel("right");
    IrLabel join = new IrLabel("join");
    define(value, lower(both.left()));
    blocks.close(
        new Terminator.Branch(
            Code.read(value), both.or() ? join : right, both.or() ? right : join));
    blocks.begin(right);
    define(value, lower(both.right()));
    blocks.begin(join);
    return Code.read(value);
  }

  private void define(IrVar variable, Code value) {
    blocks.add(new FlowStmt.Define(variable, value));
  }

  /** Whether lowering {@code expr} adds statements, so that what stands before it must be saved. */
  static boolean suspends(IrExpr expr) {
    if (expr instanceof IrExpr.Leaf) {
      return false;
    }
    if (expr instanceof Apply apply) {
      return apply.operands().stream().anyMatch(operand -> suspends(operand.expr()));
    }
    return true;
  }
}
