package dev.fermata.processor.desugar;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CatchTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.UnionTypeTree;
import com.sun.source.tree.VariableTree;
import dev.fermata.processor.ir.Code;
import dev.fermata.processor.ir.IrExpr;
import dev.fermata.processor.ir.IrStmt;
import dev.fermata.processor.ir.IrVar;
import dev.fermata.processor.ir.Suspension;
import dev.fermata.processor.model.RuntimeNames;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/**
 * Translates try statements; their resources as JLS 14.20.3.1 spells them out.
 *
 * <pre>{@code
 * try (R r = open(); S s = more()) { body } catch (E e) { c }
 *
 * try {
 *   R r = open();
 *   Throwable primary = null;
 *   try { the same for s, then body }
 *   catch (Throwable t) { primary = t; throw t; }
 *   finally { close r, under primary if there is one }
 * } catch (E e) { c }
 * }</pre>
 *
 * <p>An asynchronous context manager is entered before, and left in place of being closed; a
 * failure of that takes the place of what is under way, which it keeps among the suppressed.
 *
 * <pre>{@code
 * M m = timeout();
 * if (m != null) await(m.aenter());
 * Throwable primary = null;
 * try { .. } catch (Throwable t) { primary = t; throw t; }
 * finally { if (m != null) await(AsyncContextManager.leave(m, primary)); }
 * }</pre>
 */
final class ResourcesToIr {

  private final Desugaring context;

  ResourcesToIr(Desugaring context) {
    this.context = context;
  }

  IrStmt attempt(TryTree tree) {
    int line = context.body.line(tree);
    IrStmt body = guarded(tree.getResources(), tree.getBlock());
    BlockTree last = tree.getFinallyBlock();
    if (tree.getCatches().isEmpty() && last == null) {
      return body;
    }
    List<IrStmt.Catch> clauses = new ArrayList<>();
    Tree before = tree.getBlock();
    for (CatchTree each : tree.getCatches()) {
      clauses.add(clause(context.body.commentsBetween(before, true), each));
      before = each;
    }
    return new IrStmt.Try(
        body,
        clauses,
        last == null
            ? null
            : context.statements.block(context.body.commentsBetween(before, true), last),
        line);
  }

  private IrStmt.Catch clause(String comment, CatchTree tree) {
    Tree type = tree.getParameter().getType();
    List<TypeMirror> types = new ArrayList<>();
    if (type instanceof UnionTypeTree union) {
      union.getTypeAlternatives().forEach(each -> types.add(context.body.typeOf(each)));
    } else {
      types.add(context.body.typeOf(type));
    }
    return new IrStmt.Catch(
        context.body.variable(tree.getParameter()),
        types,
        context.statements.block(comment, tree.getBlock()),
        context.body.line(tree));
  }

  /** The block under its resources, the first of them outermost. */
  private IrStmt guarded(List<? extends Tree> resources, BlockTree block) {
    if (resources.isEmpty()) {
      return context.statements.block(block);
    }
    Tree first = resources.get(0);
    int line = context.body.line(first);
    IrVar resource;
    List<IrStmt> statements = new ArrayList<>();
    if (first instanceof VariableTree variable) {
      resource = context.body.variable(variable);
      statements.add(context.variables.declare(variable));
    } else {
      ExpressionTree value = (ExpressionTree) first;
      resource = context.body.temporary("resource", context.body.typeOf(value));
      statements.add(
          context.variables.declare(resource, context.expressions.translate(value), line));
    }
    TypeMirror throwable = context.body.elements().getTypeElement("java.lang.Throwable").asType();
    boolean isAsync = context.body.isAsyncContextManager(resource.type());
    if (isAsync) {
      Code enter = Code.builder().read(resource).add(".aenter()").build();
      statements.add(awaited(resource, enter, line));
    }
    IrVar primary = context.body.temporary("primary", throwable);
    statements.add(
        context.variables.declare(
            primary, new IrExpr.Leaf(Code.text("null"), throwable, true), line));
    IrStmt body = guarded(resources.subList(1, resources.size()), block);
    statements.add(
        new IrStmt.Try(
            body,
            List.of(remember(primary, throwable, line)),
            isAsync
                ? awaited(resource, leave(resource, primary), line)
                : new IrStmt.Verbatim(close(resource, primary, throwable), line),
            line));
    return new IrStmt.Block(statements);
  }

  /** {@code AsyncContextManager.leave(resource, primary)}. */
  private Code leave(IrVar resource, IrVar primary) {
    TypeElement manager =
        context.body.elements().getTypeElement(RuntimeNames.ASYNC_CONTEXT_MANAGER);
    return Code.builder()
        .add(new Code.TypeOf(context.body.types().erasure(manager.asType())))
        .add(".leave(")
        .read(resource)
        .add(", ")
        .read(primary)
        .add(")")
        .build();
  }

  /** {@code if (resource != null) await(call)}. */
  private IrStmt awaited(IrVar resource, Code call, int line) {
    TypeMirror truth = context.body.types().getPrimitiveType(TypeKind.BOOLEAN);
    TypeMirror awaitable = context.body.elements().getTypeElement(RuntimeNames.AWAITABLE).asType();
    IrExpr isThere =
        new IrExpr.Leaf(Code.builder().read(resource).add(" != null").build(), truth, false);
    IrExpr operand = new IrExpr.Leaf(call, awaitable, false);
    IrExpr await =
        new IrExpr.Suspend(
            Suspension.AWAIT, operand, context.body.types().getNoType(TypeKind.VOID), line);
    return new IrStmt.If(isThere, new IrStmt.Eval(await, line), null, line);
  }

  /** {@code catch (Throwable t) { primary = t; throw t; }}. */
  private IrStmt.Catch remember(IrVar primary, TypeMirror throwable, int line) {
    IrVar caught = context.body.temporary("thrown", throwable);
    IrExpr read = new IrExpr.Leaf(Code.read(caught), throwable, true);
    return new IrStmt.Catch(
        caught,
        List.of(throwable),
        new IrStmt.Block(
            List.of(
                new IrStmt.Eval(new IrExpr.Assign(primary, read, throwable), line),
                new IrStmt.Throw(read, line))),
        line);
  }

  /**
   * Closes a resource, unless it is null; a failure to do so does not replace the one that is under
   * way.
   *
   * <pre>{@code
   * if (r != null) {
   *   if (primary == null) {
   *     r.close();
   *   } else {
   *     try { r.close(); } catch (Throwable suppressed) { primary.addSuppressed(suppressed); }
   *   }
   * }
   * }</pre>
   */
  private Code close(IrVar resource, IrVar primary, TypeMirror throwable) {
    IrVar suppressed = context.body.temporary("suppressed", throwable);
    return Code.builder()
        .add("if (")
        .read(resource)
        .add(" != null) {\n  if (")
        .read(primary)
        .add(" == null) {\n    ")
        .read(resource)
        .add(".close();\n  } else {\n    try {\n      ")
        .read(resource)
        .add(".close();\n    } catch (")
        .add(new Code.TypeOf(throwable))
        .add(" ")
        .add(new Code.Use(suppressed, Code.Access.DECLARE))
        .add(") {\n      ")
        .read(primary)
        .add(".addSuppressed(")
        .read(suppressed)
        .add(");\n    }\n  }\n}")
        .build();
  }
}
