package dev.fermata.processor.lower;

import dev.fermata.processor.ir.Code;
import dev.fermata.processor.ir.IrLabel;
import dev.fermata.processor.ir.IrVar;
import dev.fermata.processor.lower.JumpScopes.Exit;
import dev.fermata.processor.lower.JumpScopes.FinallyScope;
import java.util.ArrayList;
import java.util.List;
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
 * =>       A; exit = 1; goto finally      handler of A: (failure) exit = -1; goto finally
 * finally: B;
 *          switch (exit) { case 1: break loop; case -1: throw failure; default: go on; }
 * }</pre>
 *
 * <p>The finally's own blocks lie outside its region: what it throws goes outwards, and the record
 * is forgotten.
 */
final class FinallyLowering {

  private static final int NORMAL = 0;
  private static final int THROWN = -1;

  private final BlockSequence blocks;
  private final JumpScopes scopes;
  private final @Nullable IrVar result;
  private final TypeMirror intType;
  private final TypeMirror throwable;

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
    IrVar exit = new IrVar("exit", intType, IrVar.Kind.TEMPORARY);
    IrVar failure = new IrVar("failure", throwable, IrVar.Kind.TEMPORARY);
    IrLabel landing = new IrLabel("failed");
    FinallyScope scope = new FinallyScope(new IrLabel("finally"), exit);
    HandlerRegion outer = blocks.region();

    blocks.enter(
        new HandlerRegion(
            outer, List.of(new HandlerRegion.Handler(List.of(), failure, landing)), "finally"));
    scopes.push(scope);
    blocks.begin(new IrLabel("try"));
    body.run();
    // The record is made outside the region: nothing in it can fail.
    IrLabel normal = new IrLabel("normal");
    blocks.close(new Terminator.Goto(normal));
    scopes.pop(scope);
    blocks.enter(outer);

    blocks.begin(landing);
    recordNumber(exit, THROWN);
    blocks.close(new Terminator.Goto(scope.entry));
    blocks.begin(normal);
    recordNumber(exit, NORMAL);
    blocks.begin(scope.entry);
    last.run();
    replay(scope, failure);
  }

  /**
   * Leaves by {@code way}, through the innermost finally it passes, if any. Leaves no block open.
   */
  void leave(Exit way) {
    FinallyScope passed = scopes.passed(way);
    if (passed != null) {
      recordNumber(passed.exit, passed.record(way));
      blocks.close(new Terminator.Goto(passed.entry));
    } else if (way.target() != null) {
      blocks.close(new Terminator.Goto(way.target()));
    } else {
      blocks.close(new Terminator.Return(result == null ? null : Code.read(result)));
    }
  }

  /** After the finally: takes up again what was interrupted by it. */
  private void replay(FinallyScope scope, IrVar failure) {
    IrLabel rethrow = new IrLabel("rethrow");
    IrLabel next = new IrLabel("endtry");
    List<Terminator.Arm> arms = new ArrayList<>();
    List<IrLabel> ways = new ArrayList<>();
    arms.add(new Terminator.Arm(List.of(Code.text("case " + THROWN)), rethrow));
    for (int i = 0; i < scope.exits().size(); i++) {
      IrLabel label = new IrLabel("exit" + (i + 1));
      ways.add(label);
      arms.add(new Terminator.Arm(List.of(Code.text("case " + (i + 1))), label));
    }
    blocks.close(new Terminator.Select(Code.read(scope.exit), arms, next));
    blocks.begin(rethrow);
    blocks.close(new Terminator.Throw(Code.read(failure)));
    for (int i = 0; i < ways.size(); i++) {
      blocks.begin(ways.get(i));
      leave(scope.exits().get(i));
    }
    blocks.begin(next);
  }

  private void recordNumber(IrVar exit, int number) {
    blocks.add(new FlowStmt.Define(exit, Code.text(Integer.toString(number))));
  }
}
