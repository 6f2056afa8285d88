package dev.fermata.processor.lower;

import dev.fermata.processor.ir.Code;
import dev.fermata.processor.ir.IrBody;
import dev.fermata.processor.ir.IrExpr;
import dev.fermata.processor.ir.IrLabel;
import dev.fermata.processor.ir.IrStmt;
import dev.fermata.processor.ir.IrVar;
import dev.fermata.processor.lower.JumpScopes.Exit;
import dev.fermata.processor.lower.JumpScopes.FinallyScope;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** Lowers the statements of a body to basic blocks. */
public final class FlowBuilder {

  private final BlockSequence blocks = new BlockSequence();
  private final JumpScopes scopes = new JumpScopes();
  private final OperandSpiller spiller = new OperandSpiller(blocks, this::lower);
  private final FinallyLowering finallies;
  private final IrVar result;
  private final List<IrStmt.LocalType> localTypes = new ArrayList<>();

  private FlowBuilder(IrBody body, Types types, Elements elements) {
    this.result = new IrVar("result", body.resultType(), IrVar.Kind.TEMPORARY);
    // The only value of type Void is null, which needs no variable to survive a finally.
    boolean isVoid =
        types.isSameType(body.resultType(), elements.getTypeElement("java.lang.Void").asType());
    this.finallies = new FinallyLowering(blocks, scopes, isVoid ? null : result, types, elements);
  }

  /** The graph of {@code body}, without blocks that cannot be reached. */
  public static FlowGraph build(IrBody body, Types types, Elements elements) {
    FlowBuilder builder = new FlowBuilder(body, types, elements);
    builder.blocks.line(body.line());
    builder.blocks.begin(new IrLabel("entry"));
    builder.lower(body.body());
    // Java lets no body with a result end without a return, so whatever is open is reached only in
    // one that returns nothing.
    builder.blocks.close(new Terminator.Return(null));
    List<Block> blocks = builder.finallies.finish(builder.blocks.finish());
    return FlowCleanup.clean(new FlowGraph(body, blocks, builder.localTypes));
  }

  private void lower(IrStmt statement) {
    if (statement instanceof IrStmt.Verbatim verbatim) {
      blocks.line(verbatim.line());
      blocks.exec(resolveJumps(verbatim.code()));
      if (!verbatim.completes()) {
        blocks.close(new Terminator.Unreachable());
      }
    } else if (statement instanceof IrStmt.Comment comment) {
      blocks.add(new FlowStmt.Comment(comment.text()));
    } else if (statement instanceof IrStmt.Declare declare) {
      blocks.line(declare.line());
      Code init = declare.init() == null ? null : spiller.lower(declare.init());
      blocks.add(new FlowStmt.Declare(declare.var(), declare.header(), init));
    } else if (statement instanceof IrStmt.LocalType type) {
      localTypes.add(type);
    } else if (statement instanceof IrStmt.Eval eval) {
      blocks.line(eval.line());
      spiller.lowerStatement(eval.expr());
    } else if (statement instanceof IrStmt.Block block) {
      block.statements().forEach(this::lower);
    } else if (statement instanceof IrStmt.Labeled labeled) {
      scopes.target(labeled.end());
      lower(labeled.body());
      blocks.begin(labeled.end());
    } else if (statement instanceof IrStmt.If choice) {
      choice(choice);
    } else if (statement instanceof IrStmt.Loop loop) {
      loop(loop);
    } else if (statement instanceof IrStmt.Switch choice) {
      choose(choice);
    } else if (statement instanceof IrStmt.Try attempt) {
      attempt(attempt);
    } else if (statement instanceof IrStmt.Jump jump) {
      blocks.line(jump.line());
      finallies.leave(new Exit(jump.target()));
    } else if (statement instanceof IrStmt.Return returned) {
      blocks.line(returned.line());
      giveBack(returned.value());
    } else if (statement instanceof IrStmt.Throw thrown) {
      blocks.line(thrown.line());
      blocks.close(new Terminator.Throw(spiller.lower(thrown.exception())));
    }
  }

  private void choice(IrStmt.If choice) {
    IrLabel then = new IrLabel("then");
    IrLabel join = new IrLabel("endif");
    IrLabel otherwise = choice.otherwise() == null ? join : new IrLabel("else");
    blocks.line(choice.line());
    spiller.branch(choice.condition(), then, otherwise);
    blocks.begin(then);
    lower(choice.then());
    if (choice.otherwise() != null) {
      blocks.close(new Terminator.Goto(join));
      blocks.begin(otherwise);
      lower(choice.otherwise());
    }
    blocks.begin(join);
  }

  private void loop(IrStmt.Loop loop) {
    IrLabel head = new IrLabel("loop");
    IrLabel bodyLabel = new IrLabel("body");
    scopes.target(loop.breakLabel());
    scopes.target(loop.continueLabel());
    blocks.line(loop.line());
    if (loop.testFirst()) {
      blocks.begin(head);
      if (loop.condition() != null) {
        spiller.branch(loop.condition(), bodyLabel, loop.breakLabel());
      }
    }
    blocks.begin(bodyLabel);
    lower(loop.body());
    blocks.line(loop.line());
    blocks.begin(loop.continueLabel());
    loop.update().forEach(this::lower);
    if (loop.testFirst()) {
      blocks.close(new Terminator.Goto(head));
    } else if (loop.condition() != null) {
      spiller.branch(loop.condition(), bodyLabel, loop.breakLabel());
    } else {
      blocks.close(new Terminator.Goto(bodyLabel));
    }
    blocks.begin(loop.breakLabel());
  }

  private void choose(IrStmt.Switch choice) {
    scopes.target(choice.breakLabel());
    blocks.line(choice.line());
    Code selector = spiller.lower(choice.selector());
    List<Terminator.Arm> arms = new ArrayList<>();
    List<IrLabel> groups = new ArrayList<>();
    boolean hasDefault = false;
    for (IrStmt.Case group : choice.cases()) {
      IrLabel label = new IrLabel("case");
      groups.add(label);
      arms.add(new Terminator.Arm(group.labels(), label));
      hasDefault |= group.labels().stream().anyMatch(FlowBuilder::isDefault);
    }
    boolean complete = hasDefault || choice.exhaustive();
    blocks.close(new Terminator.Select(selector, arms, complete ? null : choice.breakLabel()));
    for (int i = 0; i < groups.size(); i++) {
      blocks.begin(groups.get(i));
      choice.cases().get(i).body().forEach(this::lower);
    }
    blocks.begin(choice.breakLabel());
  }

  private static boolean isDefault(Code label) {
    return !label.parts().isEmpty()
        && label.parts().get(label.parts().size() - 1) instanceof Code.Text text
        && text.text().endsWith("default");
  }

  private void attempt(IrStmt.Try attempt) {
    blocks.line(attempt.line());
    if (attempt.finallyBody() == null) {
      guarded(attempt);
      return;
    }
    IrStmt last = attempt.finallyBody();
    finallies.lower(() -> guarded(attempt), () -> lower(last));
  }

  /** The body under its catch clauses, then the clauses. */
  private void guarded(IrStmt.Try attempt) {
    if (attempt.catches().isEmpty()) {
      lower(attempt.body());
      return;
    }
    HandlerRegion outer = blocks.region();
    List<HandlerRegion.Handler> handlers = new ArrayList<>();
    for (IrStmt.Catch clause : attempt.catches()) {
      handlers.add(
          new HandlerRegion.Handler(clause.types(), clause.parameter(), new IrLabel("catch")));
    }
    IrLabel join = new IrLabel("endtry");
    blocks.enter(new HandlerRegion(outer, handlers, "try"));
    blocks.begin(new IrLabel("try"));
    lower(attempt.body());
    blocks.close(new Terminator.Goto(join));
    blocks.enter(outer);
    for (int i = 0; i < handlers.size(); i++) {
      blocks.line(attempt.catches().get(i).line());
      blocks.begin(handlers.get(i).target());
      lower(attempt.catches().get(i).body());
      blocks.close(new Terminator.Goto(join));
    }
    blocks.begin(join);
  }

  private void giveBack(@Nullable IrExpr value) {
    Code code = value == null ? null : spiller.lower(value);
    if (scopes.passed(new Exit(null)) == null) {
      blocks.close(new Terminator.Return(code));
      return;
    }
    if (code != null) {
      blocks.add(new FlowStmt.Define(result, code));
    }
    finallies.leave(new Exit(null));
  }

  /**
   * Jumps and returns in text: those that pass a finally record the way out and go there.
   *
   * <pre>{@code
   * if (x) return v;    =>    if (x) { result = v; failure = null; exit = 2; goto finally }
   * }</pre>
   */
  private Code resolveJumps(Code code) {
    return code.map(
        part -> {
          if (part instanceof Code.Jump jump) {
            Exit way = new Exit(jump.target());
            FinallyScope passed = scopes.passed(way);
            return passed == null ? jump : recorded(jump.before(), passed, way, jump.way());
          }
          if (part instanceof Code.Return returned) {
            Exit way = new Exit(null);
            FinallyScope passed = scopes.passed(way);
            List<Code.Assignment> before =
                returned.value() == null
                    ? List.of()
                    : List.of(new Code.Assignment(result, returned.value()));
            return passed == null ? returned : recorded(before, passed, way, returned.way());
          }
          return part;
        });
  }

  private static Code.Jump recorded(
      List<Code.Assignment> before, FinallyScope passed, Exit way, Code.Way passage) {
    List<Code.Assignment> all = new ArrayList<>(before);
    all.addAll(passed.entering(way));
    return new Code.Jump(passed.entry, all, passage);
  }
}
