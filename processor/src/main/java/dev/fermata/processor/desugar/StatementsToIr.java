package dev.fermata.processor.desugar;

import com.sun.source.tree.AssertTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.BreakTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ContinueTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.LabeledStatementTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.SynchronizedTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.tree.YieldTree;
import com.sun.source.util.TreeScanner;
import dev.fermata.processor.attribute.NormalCompletion;
import dev.fermata.processor.diag.DiagnosticKey;
import dev.fermata.processor.ir.Code;
import dev.fermata.processor.ir.IrExpr;
import dev.fermata.processor.ir.IrLabel;
import dev.fermata.processor.ir.IrStmt;
import dev.fermata.processor.ir.IrVar;
import dev.fermata.processor.ir.Suspension;
import dev.fermata.processor.model.FunctionKind;
import dev.fermata.processor.model.FunctionType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Translates statements in their order. One without suspension is carried over whole, unless it
 * declares something for those after it or is a mere jump.
 */
final class StatementsToIr {

  private final Desugaring context;
  private final NormalCompletion completion;

  StatementsToIr(Desugaring context) {
    this.context = context;
    this.completion = new NormalCompletion(context.body::constantOf);
  }

  /** The statements of a block or a switch group. */
  List<IrStmt> all(List<? extends StatementTree> trees) {
    List<IrStmt> statements = new ArrayList<>();
    trees.forEach(tree -> translate(tree, context.body.commentsAfter(tree), statements));
    return statements;
  }

  /** One statement, as one. A comment behind it is one behind the statement that it is part of. */
  IrStmt one(StatementTree tree) {
    List<IrStmt> statements = new ArrayList<>();
    translate(tree, "", statements);
    return statements.size() == 1 ? statements.get(0) : new IrStmt.Block(statements);
  }

  IrStmt.Block block(BlockTree tree) {
    return block("", tree);
  }

  /** A block that begins with a comment, if there is one. */
  IrStmt.Block block(String comment, BlockTree tree) {
    List<? extends StatementTree> trees = tree.getStatements();
    List<IrStmt> statements = new ArrayList<>();
    addComment(comment, statements);
    statements.addAll(all(trees));
    addLast(context.body.commentsAtEnd(tree), trees, statements);
    return new IrStmt.Block(statements);
  }

  /** Puts a comment behind statements, or before the last one if nothing is reached behind it. */
  void addLast(String comment, List<? extends StatementTree> trees, List<IrStmt> statements) {
    if (!comment.isEmpty()) {
      boolean reached = trees.isEmpty() || completes(trees.get(trees.size() - 1));
      int place = reached ? statements.size() : statements.size() - 1;
      statements.add(place, new IrStmt.Comment(comment));
    }
  }

  boolean completes(StatementTree tree) {
    return completion.completes(tree);
  }

  private void translate(StatementTree tree, String behind, List<IrStmt> out) {
    IrStmt plain = plain(tree);
    if (plain == null && !context.body.suspends(tree) && !(tree instanceof ClassTree)) {
      // Its comments are part of the text.
      out.add(
          new IrStmt.Verbatim(
              context.body.code(tree), context.body.line(tree), completion.completes(tree)));
      return;
    }
    if (tree instanceof ClassTree) {
      // It comes with its comments, as all text of a whole statement does.
      out.add(suspending(tree));
      return;
    }
    addComment(context.body.commentsBefore(tree), out);
    boolean isLong = plain == null && endsWithBlock(tree);
    if (!isLong) {
      // Behind the statement is another state, or nothing.
      addComment(behind, out);
    }
    out.add(plain != null ? plain : suspending(tree));
    if (isLong && completion.completes(tree) && !isTailWhole(tree)) {
      addComment(behind, out);
    }
  }

  /** Whether the statement ends with one that stays text, which has the comment behind it. */
  private boolean isTailWhole(StatementTree tree) {
    if (tree instanceof IfTree choice) {
      StatementTree otherwise = choice.getElseStatement();
      return isWhole(otherwise == null ? choice.getThenStatement() : otherwise);
    } else if (tree instanceof LabeledStatementTree labeled) {
      return isWhole(labeled.getStatement());
    } else if (tree instanceof WhileLoopTree loop) {
      return isWhole(loop.getStatement());
    } else if (tree instanceof ForLoopTree loop) {
      return isWhole(loop.getStatement());
    }
    return tree instanceof EnhancedForLoopTree loop && isWhole(loop.getStatement());
  }

  /** Whether the statement ends as text, which has the comment behind it. */
  boolean isWhole(StatementTree tree) {
    boolean isJump =
        tree instanceof BreakTree
            || tree instanceof ContinueTree
            || tree instanceof ReturnTree
            || tree instanceof YieldTree;
    return context.body.suspends(tree) ? isTailWhole(tree) : !isJump;
  }

  /** Adds a comment, if there is one. */
  static void addComment(String comment, List<IrStmt> out) {
    if (!comment.isEmpty()) {
      out.add(new IrStmt.Comment(comment));
    }
  }

  /** Whether the line of a comment behind the statement is that of a closing brace. */
  private static boolean endsWithBlock(StatementTree tree) {
    return !(tree instanceof ExpressionStatementTree
        || tree instanceof ThrowTree
        || tree instanceof AssertTree
        || tree instanceof DoWhileLoopTree);
  }

  /** Declarations, jumps and returns, which are not left as text; null for anything else. */
  private @Nullable IrStmt plain(StatementTree tree) {
    int line = context.body.line(tree);
    if (tree instanceof VariableTree variable) {
      return context.variables.declare(variable);
    } else if (tree instanceof BreakTree || tree instanceof ContinueTree) {
      return new IrStmt.Jump(context.body.jumpTarget(tree), line);
    } else if (tree instanceof ReturnTree returned) {
      return returned(returned, line);
    } else if (tree instanceof YieldTree yield) {
      return context.switches.yielded(yield);
    }
    return null;
  }

  private IrStmt suspending(StatementTree tree) {
    int line = context.body.line(tree);
    if (tree instanceof ExpressionStatementTree statement) {
      return new IrStmt.Eval(context.expressions.translate(statement.getExpression()), line);
    } else if (tree instanceof BlockTree block) {
      return block(block);
    } else if (tree instanceof IfTree choice) {
      return choice(choice, line);
    } else if (tree instanceof WhileLoopTree loop) {
      return context.loops.whileLoop(loop);
    } else if (tree instanceof DoWhileLoopTree loop) {
      return context.loops.doLoop(loop);
    } else if (tree instanceof ForLoopTree loop) {
      return context.loops.forLoop(loop);
    } else if (tree instanceof EnhancedForLoopTree loop) {
      return context.loops.enhancedFor(loop);
    } else if (tree instanceof LabeledStatementTree labeled) {
      IrLabel end = context.body.breakLabel(labeled);
      return new IrStmt.Labeled(end, one(labeled.getStatement()));
    } else if (tree instanceof SwitchTree choice) {
      return context.switches.statement(choice);
    } else if (tree instanceof TryTree attempt) {
      return context.resources.attempt(attempt);
    } else if (tree instanceof ThrowTree thrown) {
      ExpressionTree exception = thrown.getExpression();
      return new IrStmt.Throw(
          context.expressions.translate(exception), context.body.line(exception));
    } else if (tree instanceof AssertTree assertion) {
      return context.assertions.translate(assertion);
    } else if (tree instanceof ClassTree type) {
      return context.variables.localType(type);
    } else if (tree instanceof SynchronizedTree block) {
      return monitor(block, line);
    }
    throw context.unsupported(tree, "a statement of kind " + tree.getKind());
  }

  /**
   *
   *
   * <pre>{@code
   * synchronized (await(x)) { body }    =>    lock = await(x); synchronized (lock) { body }
   * }</pre>
   */
  private IrStmt monitor(SynchronizedTree tree, int line) {
    ExpressionTree object = Stability.skipParentheses(tree.getExpression());
    if (context.body.suspends(tree.getBlock())) {
      throw new Refused(
          DiagnosticKey.AWAIT_IN_SYNCHRONIZED, context.body.path(awaitingReturn(tree)), object);
    }
    IrVar lock = context.body.temporary("lock", context.body.typeOf(object));
    List<Code> glue = context.body.around(tree, List.of(object));
    Code code = Code.builder().add(glue.get(0)).read(lock).add(glue.get(1)).build();
    return new IrStmt.Block(
        List.of(
            context.variables.declare(lock, context.expressions.translate(object), line),
            new IrStmt.Verbatim(code, line, completion.completes(tree))));
  }

  /**
   * An explicit await is reported before it gets here, so what suspends is a return of a coroutine.
   */
  private Tree awaitingReturn(SynchronizedTree block) {
    Tree[] found = {block};
    new TreeScanner<@Nullable Void, @Nullable Void>() {
      @Override
      public @Nullable Void visitReturn(ReturnTree tree, @Nullable Void unused) {
        if (found[0] == block && context.body.suspends(tree)) {
          found[0] = tree;
        }
        return null;
      }

      @Override
      public @Nullable Void visitLambdaExpression(
          LambdaExpressionTree tree, @Nullable Void unused) {
        return null;
      }

      @Override
      public @Nullable Void visitClass(ClassTree tree, @Nullable Void unused) {
        return null;
      }
    }.scan(block, null);
    return found[0];
  }

  private IrStmt choice(IfTree tree, int line) {
    return new IrStmt.If(
        condition(tree.getCondition()), one(tree.getThenStatement()), otherwise(tree), line);
  }

  private @Nullable IrStmt otherwise(IfTree tree) {
    StatementTree otherwise = tree.getElseStatement();
    if (otherwise == null) {
      return null;
    }
    StatementTree then = tree.getThenStatement();
    return commented(context.body.commentsBetween(then, !isWhole(then)), one(otherwise));
  }

  /** The body of a loop whose condition stands behind it. */
  IrStmt bodyBeforeCondition(StatementTree tree) {
    String comment = context.body.commentsBetween(tree, !isWhole(tree));
    IrStmt body = one(tree);
    return comment.isEmpty() || !completes(tree)
        ? commented(comment, body)
        : new IrStmt.Block(List.of(body, new IrStmt.Comment(comment)));
  }

  private static IrStmt commented(String comment, IrStmt statement) {
    return comment.isEmpty()
        ? statement
        : new IrStmt.Block(List.of(new IrStmt.Comment(comment), statement));
  }

  /** A condition without the parentheses that belong to the statement. */
  IrExpr condition(ExpressionTree tree) {
    return context.expressions.translate(Stability.skipParentheses(tree));
  }

  /**
   *
   *
   * <pre>{@code
   * return Coroutine.of(v);    =>    the result is v
   * return c;                  =>    the result is that of c, awaited here
   * return g;                  =>    the rest is what g yields, and its result
   * }</pre>
   */
  private IrStmt returned(ReturnTree tree, int line) {
    if (tree.getExpression() == null) {
      return new IrStmt.Return(null, line);
    }
    return result(tree.getExpression(), line);
  }

  /** The line of {@code x} in {@code return Coroutine.of(x)}. */
  private int lineOfResult(ExpressionTree value, int line) {
    return value instanceof MethodInvocationTree call && !call.getArguments().isEmpty()
        ? context.body.line(call.getArguments().get(0))
        : line;
  }

  /** The end of the body with the result of a coroutine or generator. */
  IrStmt result(ExpressionTree coroutine, int line) {
    ExpressionTree value = Stability.skipParentheses(coroutine);
    if (context.body.isReadyResult(value)) {
      return new IrStmt.Return(context.calls.readyResult(value), lineOfResult(value, line));
    }
    FunctionType function = context.body.functionType();
    if (value.getKind() == Tree.Kind.NULL_LITERAL) {
      FunctionKind kind = function.kind();
      String name = kind.type().substring(kind.type().lastIndexOf('.') + 1);
      throw new Refused(
          DiagnosticKey.RETURN_NULL, context.body.path(value), name, name + ending(kind));
    }
    IrExpr other = context.expressions.translate(value);
    if (function.kind() == FunctionKind.GENERATOR) {
      IrExpr all = new IrExpr.Suspend(Suspension.YIELD_FROM, other, function.result(), line);
      return new IrStmt.Block(List.of(new IrStmt.Eval(all, line), new IrStmt.Return(null, line)));
    }
    if (function.kind() == FunctionKind.ASYNC_GENERATOR) {
      throw new Refused(DiagnosticKey.RETURN_ASYNC_GENERATOR, context.body.path(value), value);
    }
    Suspension kind = function.kind().yields() ? Suspension.YIELD_FROM : Suspension.AWAIT;
    return new IrStmt.Return(new IrExpr.Suspend(kind, other, function.result(), line), line);
  }

  /** How a body of that kind says that it ends. */
  private static String ending(FunctionKind kind) {
    return switch (kind) {
      case COROUTINE -> ".completed(), or return Coroutine.of(null)";
      case GENERATOR, ASYNC_GENERATOR -> ".completed()";
      case SEND_GENERATOR -> ".returning(null)";
    };
  }
}
