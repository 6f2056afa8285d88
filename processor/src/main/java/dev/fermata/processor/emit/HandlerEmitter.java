package dev.fermata.processor.emit;

import com.palantir.javapoet.TypeName;
import dev.fermata.processor.allocate.Machine;
import dev.fermata.processor.allocate.StepPart;
import dev.fermata.processor.lower.Block;
import dev.fermata.processor.lower.HandlerRegion;
import dev.fermata.processor.lower.HandlerRegion.Handler;
import dev.fermata.processor.lower.Terminator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * Writes how a failure finds its handler: by the state it happened in, from the innermost region
 * outwards.
 */
final class HandlerEmitter {

  private final Machine machine;
  private final StepPart part;
  private final TypeNames types;

  private HandlerEmitter(Machine machine, StepPart part, TypeNames types) {
    this.machine = machine;
    this.part = part;
    this.types = types;
  }

  static SourceBuilder dispatch(Machine machine, StepPart part, TypeNames types) {
    return new HandlerEmitter(machine, part, types).dispatch();
  }

  private SourceBuilder dispatch() {
    Map<HandlerRegion, StringJoiner> statesOf = new HashMap<>();
    SourceBuilder out = new SourceBuilder();
    for (Block block : part.blocks()) {
      HandlerRegion region = block.region();
      for (int state : region == null ? List.<Integer>of() : statesWithin(block)) {
        statesOf.computeIfAbsent(region, r -> new StringJoiner(", ")).add(Integer.toString(state));
      }
    }
    out.beginControlFlow("switch (state)");
    for (Block block : part.blocks()) {
      StringJoiner states = block.region() == null ? null : statesOf.remove(block.region());
      if (states != null) {
        out.beginControlFlow("case $L ->", states);
        handlers(block.region(), out);
        out.endControlFlow();
      }
    }
    return out.add("default -> throw caught;\n").endControlFlow();
  }

  /** The states in which something in the block can fail. */
  private List<Integer> statesWithin(Block block) {
    List<Integer> states = new ArrayList<>();
    Integer own = machine.states().get(block.label());
    if (own != null) {
      states.add(own);
    }
    // An await fails in the state that it resumes in.
    if (block.terminator() instanceof Terminator.Suspend suspend && !part.has(suspend.resume())) {
      states.add(machine.stateOf(suspend.resume()));
    }
    return states;
  }

  private void handlers(@Nullable HandlerRegion innermost, SourceBuilder out) {
    for (@Nullable HandlerRegion r = innermost; r != null; r = r.parent()) {
      for (Handler handler : r.handlers()) {
        if (handler.takesAll()) {
          take(handler, out);
          return;
        }
        out.add("if (").add(test(handler)).add(") {\n$>");
        take(handler, out);
        out.add("$<}\n");
      }
    }
    out.add("throw caught;\n");
  }

  private SourceBuilder test(Handler handler) {
    SourceBuilder test = new SourceBuilder();
    String separator = "";
    for (TypeMirror type : handler.types()) {
      test.add("$Lcaught instanceof $T", separator, types.name(type));
      separator = " || ";
    }
    return test;
  }

  private void take(Handler handler, SourceBuilder out) {
    String name = machine.nameOf(handler.parameter());
    TypeName type = types.name(handler.parameter().type());
    if (type.equals(TypeName.get(Throwable.class))) {
      out.add("$L = caught;\n", name);
    } else {
      out.add("$L = ($T) caught;\n", name, type);
    }
    out.add("state = $L;\n", machine.stateOf(handler.target()));
    out.add(part.has(handler.target()) ? "continue;\n" : "return ELSEWHERE;\n");
  }
}
