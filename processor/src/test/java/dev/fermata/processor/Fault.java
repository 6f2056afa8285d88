package dev.fermata.processor;

import dev.fermata.processor.allocate.Machine;
import dev.fermata.processor.allocate.StepPart;
import dev.fermata.processor.allocate.Storage;
import dev.fermata.processor.ir.Code;
import dev.fermata.processor.ir.Code.Access;
import dev.fermata.processor.ir.IrLabel;
import dev.fermata.processor.ir.IrVar;
import dev.fermata.processor.ir.Suspension;
import dev.fermata.processor.lower.Block;
import dev.fermata.processor.lower.FlowGraph;
import dev.fermata.processor.lower.FlowStmt;
import dev.fermata.processor.lower.HandlerRegion;
import dev.fermata.processor.lower.Terminator;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A miscompilation: what a bug in a phase would make of its result. */
enum Fault {
  JUMP_THROUGH_FINALLY_IS_FORGOTTEN {
    @Override
    FlowGraph of(FlowGraph graph) {
      return statements(
          graph,
          (block, statement) ->
              statement instanceof FlowStmt.Define define
                      && define.var().name().equals("exit")
                      && define.var().kind() == IrVar.Kind.TEMPORARY
                  ? List.of(new FlowStmt.Define(define.var(), Code.text("0")))
                  : List.of(statement));
    }
  },
  FAILURE_ENDS_AT_FINALLY {
    @Override
    FlowGraph of(FlowGraph graph) {
      return statements(
          graph, (block, statement) -> rethrows(statement) ? List.of() : List.of(statement));
    }
  },
  FINALLY_RUNS_TWICE {
    @Override
    FlowGraph of(FlowGraph graph) {
      return statements(
          graph,
          (block, statement) ->
              block.label().toString().startsWith("finally") && statement instanceof FlowStmt.Exec
                  ? List.of(statement, statement)
                  : List.of(statement));
    }
  },
  OPERANDS_ARE_SAVED_IN_THE_WRONG_ORDER {
    @Override
    FlowGraph of(FlowGraph graph) {
      return blocks(
          graph,
          block -> {
            List<FlowStmt> swapped = new ArrayList<>(block.statements());
            for (int i = 0; i + 1 < swapped.size(); i++) {
              if (isSaved(swapped.get(i), "") && isSaved(swapped.get(i + 1), "")) {
                Collections.swap(swapped, i, i + 1);
                i++;
              }
            }
            return with(block, swapped, block.terminator());
          });
    }
  },
  OPERAND_IS_NOT_SAVED {
    @Override
    FlowGraph of(FlowGraph graph) {
      return inlined(graph, "");
    }
  },
  TEXT_IS_TAKEN_LATE {
    @Override
    FlowGraph of(FlowGraph graph) {
      return inlined(graph, "\"\" + (");
    }
  },
  CONDITION_IS_EVALUATED_TWICE {
    @Override
    FlowGraph of(FlowGraph graph) {
      return blocks(
          graph,
          block ->
              block.terminator() instanceof Terminator.Branch branch && isPlain(branch.condition())
                  ? with(
                      block,
                      block.statements(),
                      new Terminator.Branch(
                          Code.builder()
                              .add("(")
                              .add(branch.condition())
                              .add(") & (")
                              .add(branch.condition())
                              .add(")")
                              .build(),
                          branch.then(),
                          branch.otherwise()))
                  : block);
    }
  },
  CONTINUE_SKIPS_THE_UPDATE {
    @Override
    FlowGraph of(FlowGraph graph) {
      return statements(
          graph,
          (block, statement) ->
              block.label().toString().startsWith("continue")
                      && block.terminator() instanceof Terminator.Goto
                      && statement == block.statements().get(0)
                  ? List.of()
                  : List.of(statement));
    }
  },
  NARROWS_TOO_FAR {
    @Override
    FlowGraph of(FlowGraph graph) {
      return texts(
          graph, text -> text.replaceAll("\\((char|short|int|long)\\) \\(", "($1) (byte) ("));
    }
  },
  SUPPRESSED_FAILURE_IS_DROPPED {
    @Override
    FlowGraph of(FlowGraph graph) {
      return texts(graph, text -> text.replace(".addSuppressed(", ".equals("));
    }
  },
  OUTER_INSTANCE_IS_CHECKED_LATE {
    @Override
    FlowGraph of(FlowGraph graph) {
      return texts(graph, text -> text.replace("nonNull(", "("));
    }
  },
  CLASS_IS_INITIALISED_LATE {
    @Override
    FlowGraph of(FlowGraph graph) {
      return texts(graph, text -> text.replace("initialize(", "String.valueOf("));
    }
  },
  CATCHES_ARE_TRIED_BACKWARDS {
    @Override
    FlowGraph of(FlowGraph graph) {
      Map<HandlerRegion, HandlerRegion> reversed = new IdentityHashMap<>();
      return blocks(
          graph,
          block ->
              new Block(
                  block.label(),
                  reversed(block.region(), reversed),
                  block.statements(),
                  block.terminator(),
                  block.line(),
                  block.lines(),
                  block.endLine()));
    }
  },
  SENT_VALUE_IS_DROPPED {
    @Override
    FlowGraph of(FlowGraph graph) {
      Set<IrLabel> resumed = new HashSet<>();
      for (Block block : graph.blocks()) {
        if (isYield(block)) {
          resumed.addAll(block.terminator().successors());
        }
      }
      FlowGraph without =
          parts(graph, part -> part instanceof Code.Sent ? new Code.Text("null") : part);
      Map<IrLabel, Block> dropped = new HashMap<>();
      without.blocks().forEach(block -> dropped.put(block.label(), block));
      return blocks(
          graph, block -> resumed.contains(block.label()) ? dropped.get(block.label()) : block);
    }
  },
  CLOSING_SKIPS_FINALLY {
    @Override
    FlowGraph of(FlowGraph graph) {
      Map<IrLabel, IrVar> failures = new HashMap<>();
      for (Block block : graph.blocks()) {
        HandlerRegion region = isYield(block) ? block.region() : null;
        for (; region != null; region = region.parent()) {
          region.handlers().stream()
              .filter(HandlerRegion.Handler::takesAll)
              .forEach(handler -> failures.put(handler.target(), handler.parameter()));
        }
      }
      return blocks(
          graph,
          block -> {
            IrVar failure = failures.get(block.label());
            if (failure == null) {
              return block;
            }
            List<FlowStmt> statements = new ArrayList<>(block.statements());
            statements.add(0, new FlowStmt.Exec(passing(failure)));
            return with(block, statements, block.terminator());
          });
    }

    private static Code passing(IrVar failure) {
      Code.Use use = new Code.Use(failure, Access.READ);
      return Code.builder()
          .add("if (")
          .add(use)
          .add(" instanceof dev.fermata.asyncio.GeneratorExit) {\n  throw ")
          .add(use)
          .add(";\n}")
          .build();
    }
  },
  FIELD_IS_CAPTURED {
    @Override
    Machine of(Machine machine) {
      return with(
          machine,
          parts(
              machine.graph(),
              part ->
                  part instanceof Code.Use use
                          && use.access() == Access.CAPTURE
                          && machine.storageOf(use.var()) == Storage.FIELD
                      ? new Code.Use(use.var(), Access.READ)
                      : part),
          machine.clears());
    }
  },
  VARIABLE_IS_CLEARED_TOO_EARLY {
    @Override
    Machine of(Machine machine) {
      Set<String> fields = new HashSet<>();
      for (IrVar variable : machine.variables()) {
        if (variable.kind() == IrVar.Kind.LOCAL
            && machine.storageOf(variable) == Storage.FIELD
            && !variable.type().getKind().isPrimitive()) {
          fields.add(machine.nameOf(variable));
        }
      }
      Map<IrLabel, List<String>> clears = new HashMap<>();
      machine.clears().keySet().forEach(label -> clears.put(label, List.copyOf(fields)));
      return with(machine, machine.graph(), clears);
    }
  };

  /** What stands in the graph's place. */
  FlowGraph of(FlowGraph graph) {
    return graph;
  }

  /** What stands in the machine's place. */
  Machine of(Machine machine) {
    return machine;
  }

  private static Machine with(Machine machine, FlowGraph graph, Map<IrLabel, List<String>> clears) {
    return new Machine(
        graph,
        machine.parts().stream().map(part -> with(part, graph)).toList(),
        machine.variables(),
        machine.storage(),
        machine.names(),
        machine.states(),
        clears,
        machine.readers(),
        machine.claims(),
        machine.loopLabel());
  }

  /** The part with the graph's blocks in place of its own. */
  private static StepPart with(StepPart part, FlowGraph graph) {
    List<Block> blocks = graph.blocks().stream().filter(b -> part.has(b.label())).toList();
    return new StepPart(blocks, part.firstState(), part.hoisted(), part.labels());
  }

  /** Says what stands in a statement's place. */
  private interface Rewrite {
    List<FlowStmt> of(Block block, FlowStmt statement);
  }

  private static FlowGraph blocks(FlowGraph graph, UnaryOperator<Block> rewrite) {
    return new FlowGraph(
        graph.body(), graph.blocks().stream().map(rewrite).toList(), graph.localTypes());
  }

  private static Block with(Block block, List<FlowStmt> statements, Terminator end) {
    List<Integer> lines = Collections.nCopies(statements.size(), block.line());
    return new Block(
        block.label(), block.region(), statements, end, block.line(), lines, block.endLine());
  }

  private static FlowGraph statements(FlowGraph graph, Rewrite rewrite) {
    return blocks(
        graph,
        block ->
            with(
                block,
                block.statements().stream().flatMap(s -> rewrite.of(block, s).stream()).toList(),
                block.terminator()));
  }

  private static boolean rethrows(FlowStmt statement) {
    return statement instanceof FlowStmt.Exec exec
        && exec.code().parts().stream()
            .anyMatch(part -> part instanceof Code.Text text && text.text().endsWith("throw "))
        && exec.code().parts().stream()
            .anyMatch(part -> part instanceof Code.Use use && use.var().name().equals("failure"));
  }

  private static FlowGraph texts(FlowGraph graph, UnaryOperator<String> rewrite) {
    return parts(
        graph,
        part -> part instanceof Code.Text text ? new Code.Text(rewrite.apply(text.text())) : part);
  }

  private static FlowGraph parts(FlowGraph graph, UnaryOperator<Code.Part> rewrite) {
    return codes(graph, code -> code.map(rewrite));
  }

  private static FlowGraph codes(FlowGraph graph, UnaryOperator<Code> rewrite) {
    return blocks(
        graph,
        block ->
            with(
                block,
                block.statements().stream().map(s -> rewritten(s, rewrite)).toList(),
                rewritten(block.terminator(), rewrite)));
  }

  private static FlowStmt rewritten(FlowStmt statement, UnaryOperator<Code> rewrite) {
    if (statement instanceof FlowStmt.Exec exec) {
      return new FlowStmt.Exec(rewrite.apply(exec.code()));
    } else if (statement instanceof FlowStmt.Define define) {
      return new FlowStmt.Define(define.var(), rewrite.apply(define.value()));
    } else if (statement instanceof FlowStmt.Declare declare && declare.init() != null) {
      return new FlowStmt.Declare(declare.var(), declare.header(), rewrite.apply(declare.init()));
    }
    return statement;
  }

  private static Terminator rewritten(Terminator end, UnaryOperator<Code> rewrite) {
    if (end instanceof Terminator.Branch branch) {
      return new Terminator.Branch(
          rewrite.apply(branch.condition()), branch.then(), branch.otherwise());
    } else if (end instanceof Terminator.Suspend suspend) {
      return new Terminator.Suspend(
          suspend.kind(), rewrite.apply(suspend.operand()), suspend.resume(), suspend.line());
    } else if (end instanceof Terminator.Return returned && returned.value() != null) {
      return new Terminator.Return(rewrite.apply(returned.value()));
    }
    return end;
  }

  /** Whether the statement saves an operand that begins so; what a switch or finally keeps not. */
  private static boolean isSaved(FlowStmt statement, String start) {
    return statement instanceof FlowStmt.Define define
        && define.var().kind() == IrVar.Kind.TEMPORARY
        && !Set.of("exit", "failure", "result", "choice", "both", "either")
            .contains(define.var().name())
        && isPlain(define.value())
        && (start.isEmpty()
            || (define.value().parts().get(0) instanceof Code.Text text
                && text.text().startsWith(start)));
  }

  private static boolean isPlain(Code code) {
    boolean[] plain = {true};
    code.forEach(
        part ->
            plain[0] &=
                part instanceof Code.Text
                    || part instanceof Code.NameOf
                    || part instanceof Code.TypeOf
                    || (part instanceof Code.Use use && use.access() != Access.DECLARE));
    return plain[0];
  }

  /** Saved operands that begin so, evaluated where they are used. */
  private static FlowGraph inlined(FlowGraph graph, String start) {
    Map<IrVar, Code> values = new HashMap<>();
    FlowGraph without =
        statements(
            graph,
            (block, statement) -> {
              if (!isSaved(statement, start)) {
                return List.of(statement);
              }
              FlowStmt.Define define = (FlowStmt.Define) statement;
              String text =
                  define.value().parts().get(0) instanceof Code.Text first ? first.text() : "";
              Code late =
                  start.isEmpty()
                      ? define.value()
                      : Code.builder()
                          .add(text.substring(start.length() - 1))
                          .add(
                              new Code(
                                  define.value().parts().subList(1, define.value().parts().size())))
                          .build();
              values.put(define.var(), late);
              return List.of();
            });
    return codes(without, code -> late(code, values));
  }

  private static Code late(Code code, Map<IrVar, Code> values) {
    Code.Builder builder = Code.builder();
    for (Code.Part part : code.parts()) {
      Code value = part instanceof Code.Use use ? values.get(use.var()) : null;
      if (value == null) {
        builder.add(part);
      } else {
        builder.add("(").add(late(value, values)).add(")");
      }
    }
    return builder.build();
  }

  private static @Nullable HandlerRegion reversed(
      @Nullable HandlerRegion region, Map<HandlerRegion, HandlerRegion> done) {
    if (region == null) {
      return null;
    }
    HandlerRegion known = done.get(region);
    if (known == null) {
      List<HandlerRegion.Handler> handlers = new ArrayList<>(region.handlers());
      Collections.reverse(handlers);
      known = new HandlerRegion(reversed(region.parent(), done), handlers, region.name());
      done.put(region, known);
    }
    return known;
  }

  private static boolean isYield(Block block) {
    return block.terminator() instanceof Terminator.Suspend suspend
        && suspend.kind() == Suspension.YIELD;
  }
}
