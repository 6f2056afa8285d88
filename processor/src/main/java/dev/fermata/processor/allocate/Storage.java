package dev.fermata.processor.allocate;

/** Where a variable lives in the generated class. */
public enum Storage {
  /** A field of the machine: live across a suspension, or a parameter. */
  FIELD,
  /** A local at the head of the step method: used by several states of one run. */
  HOISTED,
  /** A local declared where the user declared it: used within one basic block. */
  BLOCK,
  /** Declared by the text of the one statement that uses it. */
  INLINE
}
