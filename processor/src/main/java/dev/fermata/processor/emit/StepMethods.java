package dev.fermata.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import dev.fermata.processor.allocate.Machine;
import dev.fermata.processor.allocate.StepPart;
import dev.fermata.processor.ir.IrBody;
import dev.fermata.processor.ir.IrLabel;
import dev.fermata.processor.lower.Block;
import dev.fermata.processor.lower.Terminator;
import dev.fermata.processor.model.FunctionKind;
import dev.fermata.processor.model.RuntimeNames;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Modifier;

/**
 * Writes the methods of a machine that depend on its states: what steps it, and where it stands.
 *
 * <p>A machine in parts has a method for each, and a step method that calls the one of the current
 * state. A part that has set a state of another one says so, perhaps with a value to go on with:
 *
 * <pre>{@code
 * while (true) {
 *   Object next;
 *   if (state < 41) {
 *     next = step0(driver, sent, thrown);
 *   } else {
 *     next = step1(driver, sent, thrown);
 *   }
 *   if (!isElsewhere(next)) return next;
 *   sent = carried(next);
 *   thrown = null;
 * }
 * }</pre>
 */
final class StepMethods {

  private static final String LINE = "line";
  private static final ClassName OVERRIDE = ClassName.get(Override.class);
  private static final ClassName THROWABLE = ClassName.get(Throwable.class);
  private static final ClassName DRIVER = TypeNames.className(RuntimeNames.DRIVER);

  private final Machine machine;
  private final FunctionKind kind;
  private final TypeNames types;
  private final Map<IrLabel, Integer> lineOf = new HashMap<>();

  private StepMethods(Machine machine, TypeNames types) {
    this.machine = machine;
    this.kind = machine.graph().body().functionType().kind();
    this.types = types;
  }

  /** Adds what steps the machine. */
  static void emit(Machine machine, TypeNames types, SourceBuilder members) {
    new StepMethods(machine, types).methods(members);
  }

  private void methods(SourceBuilder members) {
    List<StepPart> parts = machine.parts();
    members.add("\n@$T\nprotected ", OVERRIDE);
    method(RuntimeNames.STEP, machine.isSplit() ? dispatch() : part(parts.get(0)), members);
    for (int i = 0; machine.isSplit() && i < parts.size(); i++) {
      members.add("\nprivate ");
      method(RuntimeNames.STEP + i, part(parts.get(i)), members);
    }
  }

  private void method(String name, SourceBuilder code, SourceBuilder members) {
    members.add("$T $L(", ClassName.OBJECT, name);
    if (kind.awaits()) {
      members.add("$T driver,$W", DRIVER);
    }
    members
        .add("$T sent,$W$T thrown)$W", ClassName.OBJECT, THROWABLE)
        .add("throws$W$T {\n$>", THROWABLE)
        .add(code)
        .add("$<}\n");
  }

  private SourceBuilder part(StepPart part) {
    IrBody body = machine.graph().body();
    return new SourceBuilder()
        .literal(LineMarks.function(body.method(), body.line()))
        .add(StepEmitter.emit(machine, part, types));
  }

  /** The header of the method that runs a body of this kind. */
  static MethodSpec.Builder header(FunctionKind kind) {
    MethodSpec.Builder step =
        MethodSpec.methodBuilder(RuntimeNames.STEP)
            .addAnnotation(Override.class)
            .addModifiers(Modifier.PROTECTED);
    if (kind.awaits()) {
      step.addParameter(DRIVER, "driver");
    }
    return step.addParameter(ClassName.OBJECT, "sent")
        .addParameter(THROWABLE, "thrown")
        .addException(THROWABLE)
        .returns(ClassName.OBJECT);
  }

  private SourceBuilder dispatch() {
    String arguments = kind.awaits() ? "driver, sent, thrown" : "sent, thrown";
    SourceBuilder code = new SourceBuilder().beginControlFlow("while (true)");
    code.add("$T next;\n", ClassName.OBJECT);
    code.add(choice("next = " + RuntimeNames.STEP + "$L(" + arguments + ");\n"));
    code.add("if (!$L(next)) {\n$>return next;\n$<}\n", RuntimeNames.IS_ELSEWHERE);
    code.add("sent = $L(next);\n", RuntimeNames.CARRIED);
    return code.add("thrown = null;\n").endControlFlow();
  }

  /** Does something with the number of the part that the state is in. */
  private SourceBuilder choice(String statement) {
    List<StepPart> parts = machine.parts();
    SourceBuilder code = new SourceBuilder();
    for (int i = 0; i < parts.size(); i++) {
      if (i + 1 == parts.size()) {
        code.nextControlFlow("else");
      } else if (i == 0) {
        code.beginControlFlow("if (state < $L)", parts.get(1).firstState());
      } else {
        code.nextControlFlow("else if (state < $L)", parts.get(i + 1).firstState());
      }
      code.add(statement, i);
    }
    return code.endControlFlow();
  }

  /** Adds what says at which line of the user's the coroutine stands. */
  static void location(Machine machine, SourceBuilder members) {
    new StepMethods(machine, TypeNames.PLAIN).location(members);
  }

  private void location(SourceBuilder members) {
    for (Block block : machine.graph().blocks()) {
      lineOf.putIfAbsent(block.label(), block.line());
      if (block.terminator() instanceof Terminator.Suspend suspend) {
        lineOf.put(suspend.resume(), suspend.line());
      }
    }
    SourceBuilder place =
        new SourceBuilder()
            .add(
                "$T.class, \"$L\", \"$L\"",
                ClassName.get(machine.graph().body().owner()),
                machine.graph().body().method(),
                machine.graph().body().file());
    SourceBuilder code = new SourceBuilder();
    if (machine.isSplit()) {
      code.add("int line;\n").add(choice("line = " + LINE + "$L();\n"));
      code.add("return $L($L, line);\n", RuntimeNames.LOCATION_AT, place);
    } else {
      SourceBuilder lines = new SourceBuilder();
      machine.states().keySet().forEach(label -> lines.add(", $L", lineOf.getOrDefault(label, 0)));
      code.add("return $L($L$L);\n", RuntimeNames.LOCATION, place, lines);
    }
    members
        .add(
            "\n@$T\nprotected $T $L() {\n$>",
            OVERRIDE,
            ClassName.get(StackTraceElement.class),
            RuntimeNames.LOCATION)
        .add(code)
        .add("$<}\n");
    for (int i = 0; machine.isSplit() && i < machine.parts().size(); i++) {
      // A body that is done stands where it begins.
      int other = i == 0 ? lineOf.getOrDefault(machine.graph().entry().label(), 0) : -1;
      lines(LINE + i, machine.parts().get(i), other, members);
    }
  }

  private void lines(String name, StepPart part, int other, SourceBuilder members) {
    members.add("\nprivate int $L() {\n$>return switch (state) {\n$>", name);
    for (Block block : part.blocks()) {
      Integer state = machine.states().get(block.label());
      if (state != null) {
        members.add("case $L -> $L;\n", state, lineOf.getOrDefault(block.label(), 0));
      }
    }
    members.add("default -> $L;\n$<};\n$<}\n", other);
  }
}
