package dev.fermata.processor.ir;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * The intermediate form as text, for dumps and tests. Holes stand in guillemets: {@code «x»} reads
 * a variable, {@code «x:write»} and the like say how else it is touched, {@code «#java.util.List»}
 * names a type.
 */
public final class IrPrinter {

  private final StringBuilder out = new StringBuilder();
  private int indent;

  private IrPrinter() {}

  public static String print(IrBody body) {
    IrPrinter printer = new IrPrinter();
    printer.line(
        body.machineName()
            + body.parameters().stream()
                .map(p -> p.name() + ": " + p.type())
                .collect(Collectors.joining(", ", "(", ")"))
            + ": "
            + body.resultType());
    printer.print(body.body());
    return printer.out.toString();
  }

  public static String print(IrStmt statement) {
    IrPrinter printer = new IrPrinter();
    printer.statement(statement);
    return printer.out.toString();
  }

  public static String print(IrExpr expression) {
    return new IrPrinter().expression(expression);
  }

  public static String print(Code code) {
    StringBuilder text = new StringBuilder();
    for (Code.Part part : code.parts()) {
      text.append(part(part));
    }
    return text.toString();
  }

  private static String part(Code.Part part) {
    if (part instanceof Code.Text text) {
      return text.text();
    } else if (part instanceof Code.NameOf name) {
      return "«#" + name.element() + "»";
    } else if (part instanceof Code.TypeOf type) {
      return "«type " + type.type() + "»";
    } else if (part instanceof Code.Use use) {
      return "«" + use.var().name() + suffix(use.access()) + "»";
    } else if (part instanceof Code.Pattern pattern) {
      return "«pattern " + names(pattern.bindings()) + ": " + print(pattern.test()) + "»";
    } else if (part instanceof Code.Jump jump) {
      return "«jump "
          + jump.target()
          + (jump.before().isEmpty() ? "" : " after " + print(new Code(List.copyOf(jump.before()))))
          + "»";
    } else if (part instanceof Code.Assignment assignment) {
      return assignment.variable().name() + " = " + print(assignment.value()) + ";";
    } else if (part instanceof Code.Return returned) {
      Code value = returned.value();
      return value == null ? "«return»" : "«return " + print(value) + "»";
    } else if (part instanceof Code.Sent sent) {
      return "«sent " + sent.type() + "»";
    } else if (part instanceof Code.NewMachine created) {
      return created.arguments().stream()
          .map(IrPrinter::part)
          .collect(Collectors.joining(", ", "«new " + created.body().machineName() + "(", ")»"));
    } else if (part instanceof Code.NewScope scope) {
      return scope.arguments().stream()
          .map(IrPrinter::part)
          .collect(
              Collectors.joining(", ", "«scope of " + scope.type().getSimpleName() + "(", ")»"));
    }
    throw new IllegalArgumentException(part.toString());
  }

  private static String suffix(Code.Access access) {
    return access == Code.Access.READ ? "" : ":" + access.name().toLowerCase(Locale.ROOT);
  }

  private static String names(List<IrVar> variables) {
    return variables.stream().map(IrVar::name).collect(Collectors.joining(", "));
  }

  private void print(IrStmt.Block block) {
    indent++;
    block.statements().forEach(this::statement);
    indent--;
  }

  private void statement(IrStmt statement) {
    if (statement instanceof IrStmt.Verbatim verbatim) {
      line("| " + print(verbatim.code()));
    } else if (statement instanceof IrStmt.Comment comment) {
      line(comment.text());
    } else if (statement instanceof IrStmt.Declare declare) {
      line(
          "declare "
              + print(declare.header())
              + " "
              + declare.var().name()
              + (declare.init() == null ? "" : " = " + expression(declare.init())));
    } else if (statement instanceof IrStmt.Eval eval) {
      line("eval " + expression(eval.expr()));
    } else if (statement instanceof IrStmt.Block block) {
      line("block");
      print(block);
    } else if (statement instanceof IrStmt.Labeled labeled) {
      line("labeled " + labeled.end());
      nested(labeled.body());
    } else if (statement instanceof IrStmt.If choice) {
      line("if " + expression(choice.condition()));
      nested(choice.then());
      if (choice.otherwise() != null) {
        line("else");
        nested(choice.otherwise());
      }
    } else if (statement instanceof IrStmt.Loop loop) {
      loop(loop);
    } else if (statement instanceof IrStmt.Switch choice) {
      choice(choice);
    } else if (statement instanceof IrStmt.Try attempt) {
      attempt(attempt);
    } else if (statement instanceof IrStmt.Jump jump) {
      line("jump " + jump.target());
    } else if (statement instanceof IrStmt.Return returned) {
      line("return" + (returned.value() == null ? "" : " " + expression(returned.value())));
    } else if (statement instanceof IrStmt.Throw thrown) {
      line("throw " + expression(thrown.exception()));
    } else {
      line(statement.toString());
    }
  }

  private void loop(IrStmt.Loop loop) {
    @Nullable IrExpr condition = loop.condition();
    line(
        (loop.testFirst() ? "loop " : "do ")
            + (condition == null ? "forever" : expression(condition))
            + " break "
            + loop.breakLabel()
            + " continue "
            + loop.continueLabel());
    nested(loop.body());
    if (!loop.update().isEmpty()) {
      line("update");
      loop.update().forEach(this::nested);
    }
  }

  private void choice(IrStmt.Switch choice) {
    line(
        "switch "
            + expression(choice.selector())
            + " break "
            + choice.breakLabel()
            + (choice.exhaustive() ? " exhaustive" : ""));
    for (IrStmt.Case group : choice.cases()) {
      line(group.labels().stream().map(IrPrinter::print).collect(Collectors.joining(", ")));
      group.body().forEach(this::nested);
    }
  }

  private void attempt(IrStmt.Try attempt) {
    line("try");
    nested(attempt.body());
    for (IrStmt.Catch handler : attempt.catches()) {
      line("catch " + types(handler.types()) + " " + handler.parameter().name());
      nested(handler.body());
    }
    if (attempt.finallyBody() != null) {
      line("finally");
      nested(attempt.finallyBody());
    }
  }

  private static String types(List<TypeMirror> types) {
    return types.stream().map(TypeMirror::toString).collect(Collectors.joining(" | "));
  }

  private void nested(IrStmt statement) {
    if (statement instanceof IrStmt.Block block) {
      print(block);
    } else {
      indent++;
      statement(statement);
      indent--;
    }
  }

  private String expression(IrExpr expression) {
    if (expression instanceof IrExpr.Leaf leaf) {
      return "`" + print(leaf.code()) + "`" + (leaf.stable() ? "!" : "");
    } else if (expression instanceof IrExpr.Suspend suspend) {
      return suspend.kind().function() + "(" + expression(suspend.operand()) + ")";
    } else if (expression instanceof IrExpr.Apply apply) {
      return apply(apply);
    } else if (expression instanceof IrExpr.Conditional choice) {
      return "("
          + expression(choice.condition())
          + " ? "
          + expression(choice.then())
          + " : "
          + expression(choice.otherwise())
          + ")";
    } else if (expression instanceof IrExpr.ShortCircuit both) {
      return "("
          + expression(both.left())
          + (both.or() ? " || " : " && ")
          + expression(both.right())
          + ")";
    } else if (expression instanceof IrExpr.Assign assign) {
      return "(" + assign.var().name() + " = " + expression(assign.value()) + ")";
    } else if (expression instanceof IrExpr.Let let) {
      return "let "
          + let.var().name()
          + " = "
          + expression(let.value())
          + " in "
          + expression(let.body());
    } else if (expression instanceof IrExpr.Sequence sequence) {
      return sequence.body().stream()
          .map(statement -> print(statement).strip())
          .collect(Collectors.joining("; ", "{", "; " + sequence.result().name() + "}"));
    }
    return expression.toString();
  }

  private String apply(IrExpr.Apply apply) {
    StringBuilder text = new StringBuilder("[");
    int glue = 0;
    for (IrExpr.Operand operand : apply.operands()) {
      String saved = operand.save() == IrExpr.Save.VALUE ? "" : operand.save() + " ";
      if (operand.save() != IrExpr.Save.EFFECT) {
        text.append(print(apply.glue().get(glue++)));
      }
      text.append("<").append(saved).append(expression(operand.expr())).append(">");
    }
    return text.append(print(apply.glue().get(glue))).append("]").toString();
  }

  private void line(String text) {
    for (String line : text.split("\n", -1)) {
      out.append(line.isEmpty() ? "" : "  ".repeat(indent)).append(line).append('\n');
    }
  }
}
