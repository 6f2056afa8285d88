package dev.fermata.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.fermata.processor.allocate.Machine;
import dev.fermata.processor.lower.Block;
import dev.fermata.processor.lower.HandlerRegion;
import dev.fermata.processor.lower.HandlerRegion.Handler;
import java.util.HashMap;
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
  private final TypeNames types;

  private HandlerEmitter(Machine machine, TypeNames types) {
    this.machine = machine;
    this.types = types;
  }

  static CodeBlock dispatch(Machine machine, TypeNames types) {
    return new HandlerEmitter(machine, types).dispatch();
  }

  private CodeBlock dispatch() {
    Map<HandlerRegion, StringJoiner> statesOf = new HashMap<>();
    CodeBlock.Builder out = CodeBlock.builder();
    for (Block block : machine.graph().blocks()) {
      HandlerRegion region = block.region();
      Integer state = machine.states().get(block.label());
      if (region != null && state != null) {
        statesOf.computeIfAbsent(region, r -> new StringJoiner(", ")).add(Integer.toString(state));
      }
    }
    out.beginControlFlow("switch (state)");
    for (Block block : machine.graph().blocks()) {
      StringJoiner states = block.region() == null ? null : statesOf.remove(block.region());
      if (states != null) {
        out.beginControlFlow("case $L ->", states);
        handlers(block.region(), out);
        out.endControlFlow();
      }
    }
    return out.add("default -> throw caught;\n").endControlFlow().build();
  }

  private void handlers(@Nullable HandlerRegion innermost, CodeBlock.Builder out) {
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

  private CodeBlock test(Handler handler) {
    CodeBlock.Builder test = CodeBlock.builder();
    String separator = "";
    for (TypeMirror type : handler.types()) {
      test.add("$Lcaught instanceof $T", separator, types.name(type));
      separator = " || ";
    }
    return test.build();
  }

  private void take(Handler handler, CodeBlock.Builder out) {
    String name = machine.nameOf(handler.parameter());
    TypeName type = types.name(handler.parameter().type());
    if (type.equals(TypeName.get(Throwable.class))) {
      out.add("$L = caught;\n", name);
    } else {
      out.add("$L = ($T) caught;\n", name, type);
    }
    out.add("state = $L;\ncontinue;\n", machine.states().get(handler.target()));
  }
}
