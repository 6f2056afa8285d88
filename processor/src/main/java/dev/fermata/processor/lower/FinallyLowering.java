package dev.fermata.processor.lower;

import dev.fermata.processor.ir.Code;
import dev.fermata.processor.ir.IrLabel;
import dev.fermata.processor.ir.IrVar;
import dev.fermata.processor.lower.JumpScopes.Exit;
import dev.fermata.processor.lower.JumpScopes.FinallyScope;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/**
 * Lowers try/finally: one copy of the finally, entered from every way out, and a record of how it
 * was entered.
 *
 * <pre>{@code
 * try { A; break loop; } finally { B }
 *
 * =>       A; failure = null; exit = 1; goto finally      handler of A: (failure) goto finally
 * finally: B;
 *          if (failure != null) throw failure;
 *          if (exit == 1) break loop;
 * }</pre>
 *
 * <p>There is no {@code exit} where there is but one way on. The finally's own blocks lie outside
 * its region: what it throws goes outwards, and the record is forgotten.
 */
final class FinallyLowering {

  private final BlockSequence blocks;
  private final JumpScopes scopes;
  private final @Nullable IrVar result;
  private final TypeMirror intType;
  private final TypeMirror throwable;
  private final Set<IrVar> unread = new HashSet<>();

  FinallyLowering(
      BlockSequence blocks,
      JumpScopes scopes,
      @Nullable IrVar result,
      Types types,
      Elements elements) {
    this.result = result;
    this.blocks = blocks;
    this.scopes = scopes;
    this.intType = types.getPrimitiveType(TypeKind.INT);
    this.throwable = elements.getTypeElement("java.lang.Throwable").asType();
  }

  void lower(Runnable body, Runnable last) {
    FinallyScope scope =
        new FinallyScope(
            new IrVar("exit", intType, IrVar.Kind.TEMPORARY),
            new IrVar("failure", throwable, IrVar.Kind.TEMPORARY));
    HandlerRegion outer = blocks.region();
    blocks.enter(
        new HandlerRegion(
            outer,
            List.of(new HandlerRegion.Handler(List.of(), scope.failure, scope.entry)),
            "finally"));
    scopes.push(scope);
    blocks.begin(new IrLabel("try"));
    body.run();
    boolean completes = blocks.reached();
    if (completes) {
      enter(scope, scope.entering());
    }
    scopes.pop(scope);
    blocks.enter(outer);
    blocks.begin(scope.entry);
    last.run();
    if (blocks.reached()) {
      replay(scope, completes);
    } else {
      unread.add(scope.failure);
      unread.add(scope.exit);
    }
  }

  /**
   * Leaves by {@code way}, through the innermost finally it passes, if any. Leaves no block open.
   */
  void leave(Exit way) {
    FinallyScope passed = scopes.passed(way);
    if (passed != null) {
      enter(passed, passed.entering(way));
    } else if (way.target() != null) {
      blocks.close(new Terminator.Goto(way.target()));
    } else {
      blocks.close(new Terminator.Return(returned()));
    }
  }

  /** The blocks without the records that nothing reads. */
  List<Block> finish(List<Block> made) {
    return Records.without(made, unread);
  }

  private @Nullable Code returned() {
    return result == null ? null : Code.read(result);
  }

  private void enter(FinallyScope scope, List<Code.Assignment> records) {
    records.forEach(r -> blocks.add(new FlowStmt.Define(r.variable(), r.value())));
    blocks.close(new Terminator.Goto(scope.entry));
  }

  /** After the finally: takes up again what was interrupted by it. */
  private void replay(FinallyScope scope, boolean completes) {
    List<Exit> ways = new ArrayList<>(scope.exits());
    if (ways.size() + (completes ? 1 : 0) <= 1) {
      unread.add(scope.exit);
    }
    if (ways.isEmpty() && !completes) {
      blocks.close(new Terminator.Throw(Code.read(scope.failure)));
      return;
    }
    blocks.exec(onlyIf(scope.failure, " != null", throwing(scope.failure)));
    Exit back = new Exit(null);
    if ((completes || ways.size() > 1) && ways.contains(back) && scopes.passed(back) == null) {
      Code returned = Code.builder().add(new Code.Return(returned(), Code.Way.OPEN)).build();
      blocks.exec(onlyIf(scope.exit, " == " + scope.numberOf(back), returned));
      ways.remove(back);
    }
    jump(scope, ways, completes);
  }

  /** Leaves by one of the ways, or goes on. */
  private void jump(FinallyScope scope, List<Exit> ways, boolean completes) {
    IrLabel next = new IrLabel("endtry");
    List<Terminator.Arm> arms = new ArrayList<>();
    List<IrLabel> labels = new ArrayList<>();
    for (Exit way : ways) {
      IrLabel label = new IrLabel("exit" + scope.numberOf(way));
      labels.add(label);
      arms.add(new Terminator.Arm(List.of(Code.text("case " + scope.numberOf(way))), label));
    }
    // Without a way on, the last one is what is left.
    int tested = completes ? ways.size() : ways.size() - 1;
    IrLabel otherwise = completes ? next : labels.get(tested);
    if (tested == 1) {
      int number = scope.numberOf(ways.get(0));
      Code first = Code.builder().read(scope.exit).add(" == " + number).build();
      blocks.close(new Terminator.Branch(first, labels.get(0), otherwise));
    } else if (tested > 1) {
      blocks.close(
          new Terminator.Select(Code.read(scope.exit), arms.subList(0, tested), otherwise));
    }
    for (int i = 0; i < ways.size(); i++) {
      blocks.begin(labels.get(i));
      leave(ways.get(i));
    }
    if (completes) {
      blocks.begin(next);
    }
  }

  private static Code throwing(IrVar failure) {
    return Code.builder().add("throw ").read(failure).add(";").build();
  }

  private static Code onlyIf(IrVar variable, String condition, Code then) {
    return Code.builder()
        .add("if (")
        .read(variable)
        .add(condition + ") {\n  ")
        .add(then)
        .add("\n}")
        .build();
  }
}
