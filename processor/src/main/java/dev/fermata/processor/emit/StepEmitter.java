package dev.fermata.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import dev.fermata.processor.allocate.Machine;
import dev.fermata.processor.allocate.StepPart;
import dev.fermata.processor.allocate.Storage;
import dev.fermata.processor.ir.Code;
import dev.fermata.processor.ir.IrLabel;
import dev.fermata.processor.ir.IrVar;
import dev.fermata.processor.ir.Suspension;
import dev.fermata.processor.lower.Block;
import dev.fermata.processor.lower.FlowStmt;
import dev.fermata.processor.lower.Terminator;
import dev.fermata.processor.model.RuntimeNames;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes the body of a machine's step method, or of a part of it: a switch over states, each state
 * a run of blocks.
 *
 * <pre>{@code
 * while (true) {              only where some state jumps back or elsewhere
 *   try {                     only where there are handlers
 *     switch (state) {
 *       case 0: { ... state = 1; sent = await(driver, x); if (sent == SUSPENDED) return SUSPENDED; }
 *       case 1: { ... }
 *     }
 *   } catch (Throwable caught) { switch (state) { which handler takes it } }
 * }
 * }</pre>
 *
 * <p>Invariant: whenever something can fail, {@code state} is the number of a block under the same
 * handlers.
 */
final class StepEmitter {

  private final Machine machine;
  private final StepPart part;
  private final TypeNames types;
  private final CodeWriter code;
  private final SourceBuilder out = new SourceBuilder();
  private final Set<String> declared = new HashSet<>();
  private final Set<IrVar> defined = new HashSet<>();
  private boolean jumps;

  /** The user's line of what is being written. */
  private int line;

  private StepEmitter(Machine machine, StepPart part, TypeNames types) {
    this.machine = machine;
    this.part = part;
    this.types = types;
    this.code = new CodeWriter(new MachineNames(machine, part), types);
  }

  static SourceBuilder emit(Machine machine, StepPart part, TypeNames types) {
    return new StepEmitter(machine, part, types).method();
  }

  private SourceBuilder method() {
    boolean single = machine.states().size() == 1;
    blocks(single);
    boolean handlers = part.hasHandlers();
    boolean loops = jumps || code.jumpsOut() || handlers;

    SourceBuilder method = new SourceBuilder();
    hoistedLocals(method);
    if (!handlers) {
      method.add("if (thrown != null) {\n$>throw thrown;\n$<}\n");
    }
    if (single && !loops) {
      return method.add(out);
    }
    if (code.jumpsOut()) {
      method.add("$L:\n", machine.loopLabel());
    }
    if (loops) {
      method.beginControlFlow("while (true)");
    }
    if (handlers) {
      method.beginControlFlow("try");
      method.add("if (thrown != null) {\n$>throw thrown;\n$<}\n");
    }
    method.beginControlFlow("switch (state)").add(out);
    method.add("default:\n$>throw illegalState();\n$<").endControlFlow();
    if (handlers) {
      method.nextControlFlow("catch ($T caught)", ClassName.get(Throwable.class));
      method.add("thrown = null;\n");
      method.add(HandlerEmitter.dispatch(machine, part, types));
      method.endControlFlow();
    }
    if (loops) {
      method.endControlFlow();
    }
    return method;
  }

  private void hoistedLocals(SourceBuilder method) {
    for (IrVar variable : part.hoisted()) {
      TypeName type = types.name(variable.type());
      method.add("$T $L = $L;\n", type, machine.nameOf(variable), zero(type));
    }
  }

  private static String zero(TypeName type) {
    if (!type.isPrimitive()) {
      return "null";
    }
    return type.equals(TypeName.BOOLEAN) ? "false" : "0";
  }

  private void blocks(boolean single) {
    List<Block> blocks = part.blocks();
    boolean open = false;
    for (int i = 0; i < blocks.size(); i++) {
      Block block = blocks.get(i);
      Integer state = machine.states().get(block.label());
      boolean inner = false;
      if (state != null && !single) {
        if (open) {
          out.add("$<}\n");
        }
        declared.clear();
        out.add("case $L: { // $L:$L\n$>", state, machine.graph().body().file(), block.line());
        open = true;
      } else if (declaresAgain(block)) {
        out.add("{\n$>");
        inner = true;
      }
      Block next = i + 1 < blocks.size() ? blocks.get(i + 1) : null;
      statements(block);
      terminator(block, next);
      code.endScope();
      defined.clear();
      if (inner) {
        out.add("$<}\n");
      }
    }
    if (open) {
      out.add("$<}\n");
    }
  }

  /** Says that what follows stems from the current line of the user's. */
  private void mark() {
    out.literal(LineMarks.line(line));
  }

  private void mark(Code text) {
    boolean begins = !text.isEmpty() && text.parts().get(0) instanceof Code.Text;
    out.literal(LineMarks.line(line, begins ? ((Code.Text) text.parts().get(0)).text() : ""));
  }

  /** Whether the block declares a local of a name that the state has declared already. */
  private boolean declaresAgain(Block block) {
    boolean again = false;
    for (FlowStmt statement : block.statements()) {
      IrVar variable = declaredBy(statement);
      if (variable != null && machine.storageOf(variable) == Storage.BLOCK) {
        again |= !declared.add(machine.nameOf(variable));
      }
    }
    return again;
  }

  private static @Nullable IrVar declaredBy(FlowStmt statement) {
    if (statement instanceof FlowStmt.Declare declare) {
      return declare.var();
    }
    return statement instanceof FlowStmt.Define define ? define.var() : null;
  }

  private void statements(Block block) {
    int last = block.statements().size() - 1;
    for (int i = 0; i <= last; i++) {
      FlowStmt statement = block.statements().get(i);
      line = block.lines().get(i);
      if (statement instanceof FlowStmt.Exec exec && hasGuardedJump(exec.code())) {
        boolean completes = i < last || !(block.terminator() instanceof Terminator.Unreachable);
        land(exec.code(), completes);
      } else {
        statement(statement);
      }
    }
  }

  private static boolean hasGuardedJump(Code code) {
    boolean[] found = {false};
    code.forEach(
        part -> found[0] |= part instanceof Code.Jump jump && jump.way() == Code.Way.GUARDED);
    return found[0];
  }

  /**
   * Text with a jump that a finally in it may stop: the state changes once it has arrived.
   *
   * <pre>{@code
   * int next;
   * leave: {
   *   try { .. { next = 7; break leave; } } finally { .. }
   *   next = -1;
   * }
   * if (next >= 0) { state = next; continue; }
   * }</pre>
   */
  private void land(Code text, boolean completes) {
    CodeWriter.Landing landing =
        new CodeWriter.Landing(machine.claims().fresh("leave"), machine.claims().fresh("next"));
    out.add(code.copiesFor(text));
    out.add("int $L;\n$L: {\n$>", landing.state(), landing.label());
    mark(text);
    out.add(code.write(text, landing)).add("\n");
    if (completes) {
      out.add("$L = -1;\n", landing.state());
    }
    out.add("$<}\n");
    if (completes) {
      out.add("if ($L >= 0) {\n$>", landing.state());
    }
    boolean near = Block.jumps(new FlowStmt.Exec(text)).stream().allMatch(part::has);
    out.add("state = $L;\n", landing.state()).add(near ? "continue;\n" : "return ELSEWHERE;\n");
    jumps |= near;
    if (completes) {
      out.add("$<}\n");
    }
  }

  private void statement(FlowStmt statement) {
    if (statement instanceof FlowStmt.Exec exec) {
      out.add(code.copiesFor(exec.code()));
      mark(exec.code());
      out.add(code.write(exec.code())).add("\n");
    } else if (statement instanceof FlowStmt.Comment comment) {
      out.add("$L\n", comment.text());
    } else if (statement instanceof FlowStmt.Declare declare) {
      declare(declare);
    } else if (statement instanceof FlowStmt.Define define) {
      define(define);
    }
  }

  private void declare(FlowStmt.Declare declare) {
    Code init = declare.init();
    boolean local = machine.storageOf(declare.var()) == Storage.BLOCK;
    if (init != null) {
      out.add(code.copiesFor(init));
    }
    if (local) {
      defined.add(declare.var());
      mark();
      out.add(code.write(declare.header())).add(" $L", machine.nameOf(declare.var()));
    } else if (init == null) {
      return;
    } else {
      mark();
      out.literal(machine.nameOf(declare.var()));
    }
    if (init != null) {
      out.add(" = ").add(code.write(init));
    }
    out.add(";\n");
  }

  private void define(FlowStmt.Define define) {
    IrVar variable = define.var();
    out.add(code.copiesFor(define.value()));
    mark();
    if (machine.storageOf(variable) == Storage.BLOCK && defined.add(variable)) {
      out.add("$T ", types.name(variable.type()));
    }
    out.add("$L = ", machine.nameOf(variable)).add(code.write(define.value())).add(";\n");
  }

  private void terminator(Block block, @Nullable Block next) {
    Terminator end = block.terminator();
    line = block.endLine();
    if (end instanceof Terminator.Goto jump) {
      go(block, jump.target(), next);
    } else if (end instanceof Terminator.Branch branch) {
      branch(block, branch, next);
    } else if (end instanceof Terminator.Select select) {
      select(block, select, next);
    } else if (end instanceof Terminator.Suspend suspend) {
      suspend(block, suspend);
      if (suspend.kind() != Suspension.YIELD
          && (next == null || next.label() != suspend.resume())) {
        goOn(suspend.resume());
      }
    } else if (end instanceof Terminator.Return returned) {
      Code value = returned.value();
      if (value != null) {
        out.add(code.copiesFor(value));
        mark();
      }
      out.add(code.writeReturn(value)).add("\n");
    } else if (end instanceof Terminator.Throw thrown) {
      out.add(code.copiesFor(thrown.exception()));
      mark();
      out.add("throw ").add(code.write(thrown.exception())).add(";\n");
    }
  }

  private void branch(Block block, Terminator.Branch branch, @Nullable Block next) {
    out.add(code.copiesFor(branch.condition()));
    SourceBuilder condition = code.write(branch.condition());
    mark();
    boolean thenNext = next != null && next.label() == branch.then();
    if (thenNext) {
      out.add("if (!(").add(condition).add(")) {\n$>");
      jump(branch.otherwise());
    } else {
      out.add("if (").add(condition).add(") {\n$>");
      jump(branch.then());
    }
    out.add("$<}\n");
    go(block, thenNext ? branch.then() : branch.otherwise(), next);
  }

  private void select(Block block, Terminator.Select select, @Nullable Block next) {
    out.add(code.copiesFor(select.selector()));
    mark();
    out.add("switch (").add(code.write(select.selector())).add(") {\n$>");
    boolean hasDefault = false;
    for (Terminator.Arm arm : select.arms()) {
      Map<IrVar, String> bindings = new HashMap<>();
      for (Code label : arm.labels()) {
        out.add(code.writeLabel(label, bindings)).add(":\n");
        hasDefault |= isDefault(label);
      }
      out.add("$>");
      bindings.forEach((binding, fresh) -> out.add("$L = $L;\n", machine.nameOf(binding), fresh));
      jump(arm.target());
      out.add("$<");
    }
    IrLabel otherwise = select.otherwise();
    if (otherwise == null && !hasDefault) {
      out.add("default:\n$>throw illegalState();\n$<");
    }
    out.add("$<}\n");
    if (otherwise != null) {
      go(block, otherwise, next);
    }
  }

  private static boolean isDefault(Code label) {
    return label.parts().stream()
        .anyMatch(p -> p instanceof Code.Text text && text.text().endsWith("default"));
  }

  /**
   *
   *
   * <pre>{@code
   * sent = await(driver, x);               return x;    sent = yieldFrom(x);
   * if (sent == SUSPENDED) {                            if (sent != DONE) {
   *   return SUSPENDED;                                   return sent;
   * }                                                   }
   *                                                     sent = takeResult();
   * }</pre>
   */
  private void suspend(Block block, Terminator.Suspend suspend) {
    out.add(code.copiesFor(suspend.operand()));
    out.add("state = $L;\n", machine.stateOf(suspend.resume()));
    SourceBuilder operand = code.write(suspend.operand());
    List<String> clears = machine.clears().getOrDefault(block.label(), List.of());
    boolean yields = suspend.kind() == Suspension.YIELD;
    mark();
    if (yields && clears.isEmpty()) {
      out.add("return ").add(operand).add(";\n");
      return;
    }
    switch (suspend.kind()) {
      case AWAIT -> out.add("sent = await(driver, ").add(operand).add(");\n");
      case YIELD -> out.add("sent = ").add(operand).add(";\n");
      case YIELD_FROM -> out.add("sent = yieldFrom(").add(operand).add(");\n");
    }
    for (String field : clears) {
      out.add("$L = null;\n", field);
    }
    switch (suspend.kind()) {
      case AWAIT -> out.add("if (sent == SUSPENDED) {\n$>return SUSPENDED;\n$<}\n");
      case YIELD -> out.add("return sent;\n");
      case YIELD_FROM ->
          out.add(
              "if (sent != $L) {\n$>return sent;\n$<}\nsent = $L();\n",
              RuntimeNames.DONE,
              RuntimeNames.TAKE_RESULT);
    }
  }

  /** Goes on to {@code target}: by running on where it stands next, else by a jump. */
  private void go(Block block, IrLabel target, @Nullable Block next) {
    if (next == null || next.label() != target) {
      jump(target);
    } else if (next.region() != block.region()) {
      out.add("state = $L;\n", machine.stateOf(target));
    }
  }

  private void jump(IrLabel target) {
    out.add("state = $L;\n", machine.stateOf(target));
    goOn(target);
  }

  /** Goes on in the state just set, which begins at {@code target}. */
  private void goOn(IrLabel target) {
    if (part.has(target)) {
      jumps = true;
      out.add("continue;\n");
    } else if (machine.readsSent(target)) {
      out.add("return $L(sent);\n", RuntimeNames.GO_ON_ELSEWHERE);
    } else {
      out.add("return $L;\n", RuntimeNames.ELSEWHERE);
    }
  }
}
