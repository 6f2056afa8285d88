package dev.fermata.processor.desugar;

import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.WhileLoopTree;
import dev.fermata.processor.ir.Code;
import dev.fermata.processor.ir.IrExpr;
import dev.fermata.processor.ir.IrExpr.Operand;
import dev.fermata.processor.ir.IrExpr.Save;
import dev.fermata.processor.ir.IrStmt;
import dev.fermata.processor.ir.IrVar;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** Translates loops that hold a suspension, in their header or their body. */
final class LoopsToIr {

  private final Desugaring context;

  LoopsToIr(Desugaring context) {
    this.context = context;
  }

  IrStmt whileLoop(WhileLoopTree tree) {
    return loop(
        tree,
        condition(tree.getCondition()),
        true,
        context.statements.one(tree.getStatement()),
        List.of());
  }

  IrStmt doLoop(DoWhileLoopTree tree) {
    return loop(
        tree,
        condition(tree.getCondition()),
        false,
        context.statements.bodyBeforeCondition(tree.getStatement()),
        List.of());
  }

  IrStmt forLoop(ForLoopTree tree) {
    List<IrStmt> statements = new ArrayList<>(header(tree.getInitializer()));
    IrStmt loop =
        loop(
            tree,
            condition(tree.getCondition()),
            true,
            context.statements.one(tree.getStatement()),
            header(tree.getUpdate()));
    if (statements.isEmpty()) {
      return loop;
    }
    statements.add(loop);
    return new IrStmt.Block(statements);
  }

  /** Statements of a for header: they have no semicolon of their own. */
  private List<IrStmt> header(List<? extends StatementTree> trees) {
    List<IrStmt> statements = new ArrayList<>();
    for (StatementTree tree : trees) {
      if (tree instanceof ExpressionStatementTree statement) {
        statements.add(
            new IrStmt.Eval(
                context.expressions.translate(statement.getExpression()), context.body.line(tree)));
      } else {
        statements.add(context.statements.one(tree));
      }
    }
    return statements;
  }

  IrStmt enhancedFor(EnhancedForLoopTree tree) {
    if (context.asyncLoops.isAsyncSource(tree.getExpression())) {
      return context.asyncLoops.loop(tree);
    }
    TypeMirror type = context.body.typeOf(tree.getExpression());
    return type.getKind() == TypeKind.ARRAY ? overArray(tree, type) : overIterable(tree, type);
  }

  /**
   *
   *
   * <pre>{@code
   * for (T x : a) { body }
   *
   * T[] array = a;
   * for (int i = 0; i < array.length; i++) { T x = array[i]; body }
   * }</pre>
   */
  private IrStmt overArray(EnhancedForLoopTree tree, TypeMirror type) {
    int line = context.body.line(tree);
    TypeMirror number = context.body.types().getPrimitiveType(TypeKind.INT);
    TypeMirror truth = context.body.types().getPrimitiveType(TypeKind.BOOLEAN);
    IrVar array = context.body.temporary("array", type);
    IrVar index = context.body.temporary("index", number);
    Code test = Code.builder().read(index).add(" < ").read(array).add(".length").build();
    Code next = Code.builder().add(new Code.Use(index, Code.Access.READ_WRITE)).add("++").build();
    Code element = Code.builder().read(array).add("[").read(index).add("]").build();
    IrStmt loop =
        loop(
            tree,
            new IrExpr.Leaf(test, truth, false),
            true,
            body(tree, new IrExpr.Leaf(element, ((ArrayType) type).getComponentType(), false)),
            List.of(new IrStmt.Eval(new IrExpr.Leaf(next, number, false), line)));
    return new IrStmt.Block(
        List.of(
            context.variables.declare(
                array, context.expressions.translate(tree.getExpression()), line),
            context.variables.declare(index, new IrExpr.Leaf(Code.text("0"), number, true), line),
            loop));
  }

  /**
   *
   *
   * <pre>{@code
   * for (T x : c) { body }
   *
   * Iterator<T> iterator = c.iterator();
   * while (iterator.hasNext()) { T x = iterator.next(); body }
   * }</pre>
   */
  private IrStmt overIterable(EnhancedForLoopTree tree, TypeMirror type) {
    int line = context.body.line(tree);
    DeclaredType iterable = context.conversions.asIterable(type);
    if (iterable == null) {
      throw context.unsupported(tree.getExpression(), "an enhanced for over " + type);
    }
    TypeMirror truth = context.body.types().getPrimitiveType(TypeKind.BOOLEAN);
    DeclaredType iteratorType = iteratorOf(iterable);
    IrVar iterator = context.body.temporary("iterator", iteratorType);
    Code test = Code.builder().read(iterator).add(".hasNext()").build();
    Code next = Code.builder().read(iterator).add(".next()").build();
    IrStmt loop =
        loop(
            tree,
            new IrExpr.Leaf(test, truth, false),
            true,
            body(tree, new IrExpr.Leaf(next, context.body.typeOf(tree.getVariable()), false)),
            List.of());
    return new IrStmt.Block(
        List.of(
            context.variables.declare(
                iterator, iteratorCall(tree.getExpression(), iteratorType), line),
            loop));
  }

  private IrExpr iteratorCall(ExpressionTree source, TypeMirror type) {
    boolean simple = AssignmentsToIr.isPrimary(source);
    IrExpr value = context.expressions.translate(source);
    return new IrExpr.Apply(
        List.of(Code.text(simple ? "" : "("), Code.text((simple ? "" : ")") + ".iterator()")),
        List.of(new Operand(value, value.type(), Save.VALUE, "source")),
        type);
  }

  /** That of a raw type is no raw one itself, which would be a warning. */
  private DeclaredType iteratorOf(DeclaredType iterable) {
    Types types = context.body.types();
    TypeElement iterator = context.body.elements().getTypeElement("java.util.Iterator");
    return iterable.getTypeArguments().isEmpty()
        ? types.getDeclaredType(iterator, types.getWildcardType(null, null))
        : types.getDeclaredType(iterator, iterable.getTypeArguments().toArray(new TypeMirror[0]));
  }

  /** {@code { T x = element; body }}. */
  private IrStmt body(EnhancedForLoopTree tree, IrExpr element) {
    return new IrStmt.Block(
        List.of(
            context.variables.declare(tree.getVariable(), element),
            context.statements.one(tree.getStatement())));
  }

  private IrStmt loop(
      StatementTree tree,
      @Nullable IrExpr condition,
      boolean testFirst,
      IrStmt body,
      List<IrStmt> update) {
    return new IrStmt.Loop(
        condition,
        testFirst,
        body,
        update,
        context.body.breakLabel(tree),
        context.body.continueLabel(tree),
        context.body.line(tree));
  }

  /** Null for a condition that Java knows to be always true. */
  private @Nullable IrExpr condition(@Nullable ExpressionTree tree) {
    if (tree == null
        || Boolean.TRUE.equals(context.body.constantOf(Stability.skipParentheses(tree)))) {
      return null;
    }
    return context.statements.condition(tree);
  }
}
