package dev.fermata.processor.lower;

import dev.fermata.processor.ir.Code;
import dev.fermata.processor.ir.IrLabel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** A graph as text, for tests and for {@code -Afermata.dump}: one block after the other. */
public final class FlowPrinter {

  private final Map<IrLabel, String> names = new HashMap<>();
  private final StringBuilder out = new StringBuilder();

  private FlowPrinter(FlowGraph graph) {
    for (Block block : graph.blocks()) {
      names.put(block.label(), "b" + names.size() + "." + block.label().name());
    }
  }

  public static String print(FlowGraph graph) {
    FlowPrinter printer = new FlowPrinter(graph);
    graph.blocks().forEach(printer::print);
    return printer.out.toString();
  }

  private void print(Block block) {
    out.append(name(block.label()));
    for (@Nullable HandlerRegion r = block.region(); r != null; r = r.parent()) {
      StringJoiner handlers = new StringJoiner(", ", " [", "]");
      r.handlers()
          .forEach(
              h ->
                  handlers.add(
                      (h.takesAll() ? "any" : h.types().toString()) + " -> " + name(h.target())));
      out.append(handlers);
    }
    out.append(":\n");
    for (FlowStmt statement : block.statements()) {
      out.append("  ").append(text(statement)).append('\n');
    }
    out.append("  ").append(text(block.terminator())).append('\n');
  }

  private String text(FlowStmt statement) {
    if (statement instanceof FlowStmt.Exec exec) {
      return text(exec.code());
    } else if (statement instanceof FlowStmt.Comment comment) {
      return comment.text();
    } else if (statement instanceof FlowStmt.Declare declare) {
      String head = text(declare.header()) + " " + declare.var();
      return declare.init() == null ? head : head + " = " + text(declare.init());
    }
    FlowStmt.Define define = (FlowStmt.Define) statement;
    return define.var() + " := " + text(define.value());
  }

  private String text(Terminator end) {
    if (end instanceof Terminator.Goto jump) {
      return "goto " + name(jump.target());
    } else if (end instanceof Terminator.Branch branch) {
      return "if "
          + text(branch.condition())
          + " goto "
          + name(branch.then())
          + " else "
          + name(branch.otherwise());
    } else if (end instanceof Terminator.Select select) {
      StringJoiner arms = new StringJoiner("; ", "switch " + text(select.selector()) + " { ", " }");
      for (Terminator.Arm arm : select.arms()) {
        StringJoiner labels = new StringJoiner(" ");
        arm.labels().forEach(label -> labels.add(text(label)));
        arms.add(labels + " -> " + name(arm.target()));
      }
      IrLabel otherwise = select.otherwise();
      return otherwise == null ? arms.toString() : arms + " else " + name(otherwise);
    } else if (end instanceof Terminator.Suspend suspend) {
      return suspend.kind().function()
          + " "
          + text(suspend.operand())
          + " then "
          + name(suspend.resume());
    } else if (end instanceof Terminator.Return returned) {
      return "return " + (returned.value() == null ? "null" : text(returned.value()));
    } else if (end instanceof Terminator.Throw thrown) {
      return "throw " + text(thrown.exception());
    }
    return "unreachable";
  }

  private String text(Code code) {
    StringBuilder text = new StringBuilder();
    for (Code.Part part : code.parts()) {
      if (part instanceof Code.Text plain) {
        text.append(plain.text());
      } else if (part instanceof Code.NameOf name) {
        text.append(name.element().getSimpleName());
      } else if (part instanceof Code.TypeOf type) {
        text.append(type.type());
      } else if (part instanceof Code.Use use) {
        text.append(use.var());
      } else if (part instanceof Code.Pattern pattern) {
        text.append(text(pattern.test()));
      } else if (part instanceof Code.Jump jump) {
        text.append("{ ").append(text(new Code(List.copyOf(jump.before())))).append("goto ");
        text.append(name(jump.target())).append(" }");
      } else if (part instanceof Code.Assignment assignment) {
        text.append(assignment.variable()).append(" = ");
        text.append(text(assignment.value())).append("; ");
      } else if (part instanceof Code.Return returned) {
        text.append("return ").append(returned.value() == null ? "null" : text(returned.value()));
        text.append(';');
      } else if (part instanceof Code.Sent sent) {
        text.append("sent:").append(sent.type());
      } else if (part instanceof Code.NewMachine machine) {
        text.append("new ").append(machine.body().machineName()).append(machine.arguments());
      } else if (part instanceof Code.NewScope scope) {
        text.append("scope of ").append(scope.type().getSimpleName()).append(scope.arguments());
      }
    }
    return text.toString();
  }

  private String name(IrLabel label) {
    return names.getOrDefault(label, label.name());
  }
}
