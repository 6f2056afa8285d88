package dev.fermata.processor.desugar;

import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.YieldTree;
import dev.fermata.processor.ir.Code;
import dev.fermata.processor.ir.IrExpr;
import dev.fermata.processor.ir.IrLabel;
import dev.fermata.processor.ir.IrStmt;
import dev.fermata.processor.ir.IrVar;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/**
 * Translates switches, statements and expressions, old and new.
 *
 * <pre>{@code
 * x = switch (s) { case 1 -> await(a); default -> { f(); yield 2; } };
 *
 * switch (s) {
 *   case 1: result = await(a); break end;
 *   default: f(); result = 2; break end;
 * }
 * x = result;
 * }</pre>
 */
final class SwitchToIr {

  private final Desugaring context;
  private final PatternSwitchToIr patterns;

  SwitchToIr(Desugaring context) {
    this.context = context;
    this.patterns = new PatternSwitchToIr(context, this);
  }

  IrStmt statement(SwitchTree tree) {
    IrLabel end = context.body.breakLabel(tree);
    if (CaseLabels.isModern(tree.getCases())) {
      return new IrStmt.Block(
          patterns.translate(tree, tree.getExpression(), tree.getCases(), end, null));
    }
    return new IrStmt.Switch(
        context.statements.condition(tree.getExpression()),
        cases(tree, tree.getCases(), end, null),
        end,
        false,
        context.body.line(tree));
  }

  IrExpr expression(SwitchExpressionTree tree) {
    ExpressionTree selector = Stability.skipParentheses(tree.getExpression());
    if (tree.getCases().stream().noneMatch(context.body::suspends)) {
      return context.expressions.apply(
          tree, List.of(context.expressions.child(selector, "selector")));
    }
    IrLabel end = context.body.breakLabel(tree);
    IrVar result = context.body.switchResult(tree);
    return new IrExpr.Sequence(
        CaseLabels.isModern(tree.getCases())
            ? patterns.translate(tree, selector, tree.getCases(), end, result)
            : List.of(
                new IrStmt.Switch(
                    context.expressions.translate(selector),
                    complete(tree, end, result),
                    end,
                    false,
                    context.body.line(tree))),
        result,
        context.body.typeOf(tree));
  }

  /** The cases, and what Java does where an enum got a constant after this was compiled. */
  private List<IrStmt.Case> complete(SwitchExpressionTree tree, IrLabel end, IrVar result) {
    List<IrStmt.Case> cases = new ArrayList<>(cases(tree, tree.getCases(), end, result));
    if (tree.getCases().stream().noneMatch(CaseLabels::isDefault)) {
      TypeElement newer = context.body.elements().getTypeElement("java.lang.MatchException");
      TypeElement older =
          context.body.elements().getTypeElement("java.lang.IncompatibleClassChangeError");
      Code unmatched =
          Code.builder()
              .add("throw new ")
              .add(new Code.NameOf(newer == null ? older : newer))
              .add(newer == null ? "();" : "(null, null);")
              .build();
      cases.add(
          new IrStmt.Case(
              List.of(Code.text("default")),
              List.of(new IrStmt.Verbatim(unmatched, context.body.line(tree), false))));
    }
    return cases;
  }

  private List<IrStmt.Case> cases(
      Tree choice, List<? extends CaseTree> trees, IrLabel end, @Nullable IrVar result) {
    List<IrStmt.Case> cases = new ArrayList<>();
    for (CaseTree tree : trees) {
      List<IrStmt> body = body(tree, end, result);
      if (cases.size() == trees.size() - 1) {
        addLast(choice, tree, body);
      }
      cases.add(new IrStmt.Case(List.of(labels(tree)), body));
    }
    return cases;
  }

  /** Adds the comment before the brace that closes a switch to its last case. */
  void addLast(Tree choice, CaseTree last, List<IrStmt> body) {
    String comment = context.body.commentsAtEnd(choice);
    if (last.getCaseKind() == CaseTree.CaseKind.STATEMENT) {
      context.statements.addLast(comment, last.getStatements(), body);
    } else if (!comment.isEmpty()) {
      boolean reached =
          !(last.getBody() instanceof StatementTree statement)
              || context.statements.completes(statement);
      // Last comes a jump to the end.
      body.add(body.size() - (reached ? 1 : 2), new IrStmt.Comment(comment));
    }
  }

  /** {@code case 1, 2} or {@code default}. */
  private Code labels(CaseTree tree) {
    if (CaseLabels.isDefault(tree)) {
      return Code.text("default");
    }
    Code.Builder code = Code.builder().add("case ");
    String separator = "";
    for (ExpressionTree label : tree.getExpressions()) {
      code.add(separator).add(constant(label));
      separator = ", ";
    }
    return code.build();
  }

  /**
   * An enum's constant stands by its simple name; a value computed from constant locals as a
   * literal, since such a local may become a field.
   */
  private Code constant(ExpressionTree label) {
    Element element = context.body.elementOf(label);
    if (element != null && element.getKind() == ElementKind.ENUM_CONSTANT) {
      return Code.text(element.getSimpleName().toString());
    }
    Object value = context.body.constantOf(label);
    boolean computed = element == null || Stability.isLocal(element);
    return value != null && computed && !(label instanceof LiteralTree)
        ? Code.text(context.body.elements().getConstantExpression(value))
        : context.body.code(label);
  }

  /**
   * The statements of a case, after the comments above its label.
   *
   * @param result what the value of an arrow case is assigned to, in a switch expression
   */
  List<IrStmt> body(CaseTree tree, IrLabel end, @Nullable IrVar result) {
    List<IrStmt> statements = new ArrayList<>();
    StatementsToIr.addComment(context.body.commentsBefore(tree), statements);
    if (tree.getCaseKind() == CaseTree.CaseKind.STATEMENT) {
      statements.addAll(context.statements.all(tree.getStatements()));
      return statements;
    }
    Tree body = tree.getBody();
    int line = context.body.line(body);
    if (!(body instanceof StatementTree statement && context.statements.isWhole(statement))) {
      StatementsToIr.addComment(context.body.commentsAfter(tree), statements);
    }
    if (body instanceof ExpressionTree value) {
      IrExpr translated = context.expressions.translate(value);
      statements.add(
          new IrStmt.Eval(
              result == null ? translated : new IrExpr.Assign(result, translated, result.type()),
              line));
    } else {
      statements.add(context.statements.one((StatementTree) body));
    }
    statements.add(new IrStmt.Jump(end, line));
    return statements;
  }

  /**
   *
   *
   * <pre>{@code
   * yield v;    =>    result = v; break end;
   * }</pre>
   */
  IrStmt yielded(YieldTree tree) {
    SwitchExpressionTree target = context.body.yieldTarget(tree);
    int line = context.body.line(tree);
    IrVar result = context.body.switchResult(target);
    return new IrStmt.Block(
        List.of(
            new IrStmt.Eval(
                new IrExpr.Assign(
                    result, context.expressions.translate(tree.getValue()), result.type()),
                line),
            new IrStmt.Jump(context.body.breakLabel(target), line)));
  }
}
