package dev.fermata.processor.lower;

import dev.fermata.processor.ir.Code;
import dev.fermata.processor.ir.IrVar;
import org.jspecify.annotations.Nullable;

/** A step of a basic block. */
public sealed interface FlowStmt {

  /**
   * A whole statement, semicolon included. A {@link Code.Jump} in it names the label of a block, so
   * that the statement has successors of its own.
   */
  record Exec(Code code) implements FlowStmt {}

  /** Comment lines of the user's. */
  record Comment(String text) implements FlowStmt {}

  /** The declaration of a user's local variable. */
  record Declare(IrVar var, Code header, @Nullable Code init) implements FlowStmt {}

  /** {@code var = value}. */
  record Define(IrVar var, Code value) implements FlowStmt {}
}
