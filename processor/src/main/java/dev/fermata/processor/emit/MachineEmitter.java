package dev.fermata.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.TypeVariableName;
import dev.fermata.processor.allocate.Machine;
import dev.fermata.processor.allocate.Storage;
import dev.fermata.processor.ir.IrBody;
import dev.fermata.processor.ir.IrLabel;
import dev.fermata.processor.ir.IrVar;
import dev.fermata.processor.lower.Block;
import dev.fermata.processor.lower.Terminator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.lang.model.element.Modifier;
import javax.lang.model.type.TypeMirror;

/** Writes the state-machine class of one body. */
public final class MachineEmitter {

  private static final ClassName ASYNC_FRAME =
      ClassName.get("dev.fermata.asyncio.codegen", "AsyncFrame");
  private static final ClassName DRIVER = ClassName.get("dev.fermata.asyncio", "Driver");

  private final Machine machine;
  private final IrBody body;

  private MachineEmitter(Machine machine) {
    this.machine = machine;
    this.body = machine.graph().body();
  }

  /**
   * The class.
   *
   * @param visibility the modifiers that say who may create the machine
   */
  public static TypeSpec.Builder emit(Machine machine, Modifier... visibility) {
    return new MachineEmitter(machine).type(visibility);
  }

  private TypeSpec.Builder type(Modifier... visibility) {
    TypeSpec.Builder type =
        TypeSpec.classBuilder(body.machineName())
            .addModifiers(visibility)
            .addModifiers(Modifier.STATIC, Modifier.FINAL)
            .superclass(
                ParameterizedTypeName.get(ASYNC_FRAME, TypeName.get(body.resultType()).box()));
    body.typeParameters().forEach(p -> type.addTypeVariable(TypeVariableName.get(p)));
    Map<String, TypeMirror> fields = fields();
    fields.forEach(
        (name, t) ->
            type.addField(FieldSpec.builder(TypeName.get(t), name, Modifier.PRIVATE).build()));
    type.addMethod(constructor(visibility));
    type.addMethod(step());
    CodeBlock.Builder clears = CodeBlock.builder();
    fields.forEach(
        (name, t) -> {
          if (!t.getKind().isPrimitive()) {
            clears.add("$L = null;\n", name);
          }
        });
    if (!clears.isEmpty()) {
      type.addMethod(
          MethodSpec.methodBuilder("clear")
              .addAnnotation(Override.class)
              .addModifiers(Modifier.PROTECTED)
              .addCode(clears.build())
              .build());
    }
    return type.addMethod(location());
  }

  private Map<String, TypeMirror> fields() {
    Map<String, TypeMirror> fields = new LinkedHashMap<>();
    for (IrVar variable : machine.variables()) {
      if (machine.storageOf(variable) == Storage.FIELD) {
        fields.putIfAbsent(machine.nameOf(variable), variable.type());
      }
    }
    return fields;
  }

  private MethodSpec constructor(Modifier... visibility) {
    MethodSpec.Builder constructor = MethodSpec.constructorBuilder();
    for (Modifier modifier : visibility) {
      if (modifier == Modifier.PUBLIC) {
        constructor.addModifiers(modifier);
      }
    }
    for (IrVar parameter : body.parameters()) {
      String name = machine.nameOf(parameter);
      constructor.addParameter(TypeName.get(parameter.type()), name);
      constructor.addStatement("this.$L = $L", name, name);
    }
    return constructor.build();
  }

  private MethodSpec step() {
    return MethodSpec.methodBuilder("step")
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PROTECTED)
        .returns(Object.class)
        .addParameter(DRIVER, "driver")
        .addParameter(Object.class, "sent")
        .addParameter(Throwable.class, "thrown")
        .addException(Throwable.class)
        .addCode(StepEmitter.emit(machine))
        .build();
  }

  private MethodSpec location() {
    Map<IrLabel, Integer> awaitLines = new HashMap<>();
    Map<IrLabel, Integer> lines = new HashMap<>();
    for (Block block : machine.graph().blocks()) {
      lines.put(block.label(), block.line());
      if (block.terminator() instanceof Terminator.Suspend suspend) {
        awaitLines.put(suspend.resume(), suspend.line());
      }
    }
    CodeBlock.Builder call =
        CodeBlock.builder()
            .add(
                "return location($T.class, $S, $S",
                ClassName.get(body.owner()),
                body.method(),
                body.file());
    machine
        .states()
        .forEach(
            (label, state) ->
                call.add(", $L", awaitLines.getOrDefault(label, lines.getOrDefault(label, 0))));
    return MethodSpec.methodBuilder("location")
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PROTECTED)
        .returns(StackTraceElement.class)
        .addCode(call.add(");\n").build())
        .build();
  }
}
