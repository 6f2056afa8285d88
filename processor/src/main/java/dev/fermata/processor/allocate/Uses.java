package dev.fermata.processor.allocate;

import dev.fermata.processor.ir.Code;
import dev.fermata.processor.ir.Code.Access;
import dev.fermata.processor.ir.IrVar;
import dev.fermata.processor.lower.FlowStmt;
import dev.fermata.processor.lower.Terminator;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What a statement or terminator does to variables.
 *
 * @param reads those whose value on entry may be read
 * @param kills those whose value on entry is gone afterwards
 * @param writes those that may have a new value afterwards
 * @param declares those that the text itself declares
 */
record Uses(Set<IrVar> reads, Set<IrVar> kills, Set<IrVar> writes, Set<IrVar> declares) {

  static Uses of(FlowStmt statement) {
    Uses uses = empty();
    if (statement instanceof FlowStmt.Exec exec) {
      uses.scan(exec.code());
      uses.killAssigned(exec.code());
    } else if (statement instanceof FlowStmt.Define define) {
      uses.scan(define.value());
      uses.kills.add(define.var());
      uses.writes.add(define.var());
    } else if (statement instanceof FlowStmt.Declare declare) {
      if (declare.init() != null) {
        uses.scan(declare.init());
        uses.writes.add(declare.var());
      }
      uses.kills.add(declare.var());
    }
    return uses;
  }

  static Uses of(Terminator terminator) {
    Uses uses = empty();
    if (terminator instanceof Terminator.Branch branch) {
      uses.scan(branch.condition());
    } else if (terminator instanceof Terminator.Select select) {
      uses.scan(select.selector());
      select.arms().forEach(arm -> arm.labels().forEach(uses::scan));
    } else if (terminator instanceof Terminator.Suspend suspend) {
      uses.scan(suspend.operand());
    } else if (terminator instanceof Terminator.Return returned && returned.value() != null) {
      uses.scan(returned.value());
    } else if (terminator instanceof Terminator.Throw thrown) {
      uses.scan(thrown.exception());
    }
    return uses;
  }

  /** The variables that the text itself declares. */
  static Set<IrVar> declaredIn(Code code) {
    Uses uses = empty();
    uses.scan(code);
    return uses.declares;
  }

  /** Every variable that is named at all. */
  Set<IrVar> all() {
    Set<IrVar> all = new LinkedHashSet<>(reads);
    all.addAll(kills);
    all.addAll(writes);
    all.addAll(declares);
    return all;
  }

  private static Uses empty() {
    return new Uses(
        new LinkedHashSet<>(), new LinkedHashSet<>(), new LinkedHashSet<>(), new LinkedHashSet<>());
  }

  private void scan(Code code) {
    code.forEach(
        part -> {
          if (part instanceof Code.Use use) {
            (switch (use.access()) {
                  case DECLARE -> declares;
                  case WRITE -> writes;
                  case READ, CAPTURE, READ_WRITE -> reads;
                })
                .add(use.var());
            if (use.access() == Access.READ_WRITE) {
              writes.add(use.var());
            }
          }
        });
    // A variable's scope begins where it is declared, so it has no value before.
    reads.removeAll(declares);
    writes.addAll(declares);
    kills.addAll(declares);
  }

  /**
   * {@code x = ..;} as a statement of its own certainly assigns x; anywhere else it may be skipped.
   */
  private void killAssigned(Code code) {
    for (Code.Part part : code.parts()) {
      if (part instanceof Code.Text text && isBlankOrComment(text.text())) {
        continue;
      }
      if (part instanceof Code.Use use && use.access() == Access.WRITE) {
        kills.add(use.var());
      }
      return;
    }
  }

  private static boolean isBlankOrComment(String text) {
    String rest = text.strip();
    return rest.isEmpty()
        || (rest.startsWith("//")
            && !rest.substring(rest.lastIndexOf('\n') + 1).strip().isEmpty()
            && rest.lines().allMatch(line -> line.strip().startsWith("//"))
            && text.endsWith("\n"));
  }
}
