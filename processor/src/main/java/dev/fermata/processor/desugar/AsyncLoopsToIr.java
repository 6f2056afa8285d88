package dev.fermata.processor.desugar;

import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import dev.fermata.processor.ir.Code;
import dev.fermata.processor.ir.IrExpr;
import dev.fermata.processor.ir.IrExpr.Operand;
import dev.fermata.processor.ir.IrExpr.Save;
import dev.fermata.processor.ir.IrLabel;
import dev.fermata.processor.ir.IrStmt;
import dev.fermata.processor.ir.IrVar;
import dev.fermata.processor.ir.Suspension;
import dev.fermata.processor.model.RuntimeNames;
import java.util.List;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/**
 * Translates loops over what has to be waited for.
 *
 * <pre>{@code
 * for (T x : await(source)) { body }
 *
 * AsyncIterator<T> iterator = source.aiter();
 * while (true) {
 *   try { next = await(iterator.anext()); } catch (StopAsyncIterationException end) { break; }
 *   T x = next;
 *   body
 * }
 * }</pre>
 *
 * <p>Over a publisher, all of it stands in a {@code try} whose {@code finally} ends the
 * subscription.
 */
final class AsyncLoopsToIr {

  private final Desugaring context;

  AsyncLoopsToIr(Desugaring context) {
    this.context = context;
  }

  /** Whether a loop goes through what this awaits, element by element. */
  boolean isAsyncSource(ExpressionTree source) {
    return Stability.skipParentheses(source) instanceof MethodInvocationTree call
        && context.body.suspensionOf(call) == Suspension.AWAIT
        && (isAwaitOf(call, RuntimeNames.ASYNC_ITERABLE)
            || isAwaitOf(call, RuntimeNames.PUBLISHER));
  }

  private boolean isAwaitOf(MethodInvocationTree call, String type) {
    return context.body.elementOf(call.getMethodSelect()) instanceof ExecutableElement method
        && context.body.types().asElement(method.getParameters().get(0).asType())
            instanceof TypeElement element
        && element.getQualifiedName().contentEquals(type);
  }

  IrStmt loop(EnhancedForLoopTree tree) {
    MethodInvocationTree call =
        (MethodInvocationTree) Stability.skipParentheses(tree.getExpression());
    int line = context.body.line(tree);
    boolean publisher = isAwaitOf(call, RuntimeNames.PUBLISHER);
    DeclaredType elements = context.conversions.asIterable(context.body.typeOf(call));
    if (elements == null) {
      throw new IllegalStateException("await makes no Iterable in " + tree);
    }
    IrVar iterator = context.body.temporary("iterator", iteratorOf(elements));
    IrStmt declare =
        context.variables.declare(
            iterator, aiter(call.getArguments().get(0), iterator.type(), publisher), line);
    IrStmt loop = loop(tree, iterator);
    if (!publisher) {
      return new IrStmt.Block(List.of(declare, loop));
    }
    IrStmt close =
        new IrStmt.Eval(awaited(iterator, "aclose", typeOf("java.lang.Void"), line), line);
    return new IrStmt.Block(List.of(declare, new IrStmt.Try(loop, List.of(), close, line)));
  }

  private IrStmt loop(EnhancedForLoopTree tree, IrVar iterator) {
    int line = context.body.line(tree);
    TypeMirror type = context.body.typeOf(tree.getVariable());
    IrLabel end = context.body.breakLabel(tree);
    IrVar next = context.body.temporary("next", element(iterator));
    IrExpr element = awaited(iterator, "anext", next.type(), line);
    TypeMirror stop = typeOf(RuntimeNames.STOP_ASYNC_ITERATION);
    IrStmt advance =
        new IrStmt.Try(
            new IrStmt.Eval(new IrExpr.Assign(next, element, next.type()), line),
            List.of(
                new IrStmt.Catch(
                    context.body.temporary("end", stop),
                    List.of(stop),
                    new IrStmt.Jump(end, line),
                    line)),
            null,
            line);
    IrExpr value = new IrExpr.Leaf(Code.read(next), type, true);
    IrStmt body =
        new IrStmt.Block(
            List.of(
                advance,
                context.variables.declare(tree.getVariable(), value),
                context.statements.one(tree.getStatement())));
    return new IrStmt.Loop(
        null, true, body, List.of(), end, context.body.continueLabel(tree), line);
  }

  private TypeMirror element(IrVar iterator) {
    List<? extends TypeMirror> arguments = ((DeclaredType) iterator.type()).getTypeArguments();
    return arguments.isEmpty()
        ? typeOf("java.lang.Object")
        : context.conversions.bound(arguments.get(0));
  }

  /** {@code await(iterator.method())}. */
  private IrExpr awaited(IrVar iterator, String method, TypeMirror type, int line) {
    Code call = Code.builder().read(iterator).add("." + method + "()").build();
    return new IrExpr.Suspend(
        Suspension.AWAIT, new IrExpr.Leaf(call, typeOf(RuntimeNames.AWAITABLE), false), type, line);
  }

  private IrExpr aiter(ExpressionTree source, TypeMirror iterator, boolean publisher) {
    IrExpr value = context.expressions.translate(source);
    Code before = Code.empty();
    Code after = Code.text(".aiter()");
    if (publisher) {
      before =
          Code.builder()
              .add(
                  new Code.NameOf(
                      context.body.elements().getTypeElement(RuntimeNames.ASYNC_ITERABLE)))
              .add(".from(")
              .build();
      after = Code.text(").aiter()");
    } else if (!AssignmentsToIr.isPrimary(source)) {
      before = Code.text("(");
      after = Code.text(").aiter()");
    }
    return new IrExpr.Apply(
        List.of(before, after),
        List.of(new Operand(value, value.type(), Save.VALUE, "source")),
        iterator);
  }

  private DeclaredType iteratorOf(DeclaredType elements) {
    return context
        .body
        .types()
        .getDeclaredType(
            context.body.elements().getTypeElement(RuntimeNames.ASYNC_ITERATOR),
            elements.getTypeArguments().toArray(new TypeMirror[0]));
  }

  private TypeMirror typeOf(String name) {
    return context.body.elements().getTypeElement(name).asType();
  }
}
