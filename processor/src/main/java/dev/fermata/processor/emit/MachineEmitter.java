package dev.fermata.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.fermata.processor.allocate.Machine;
import dev.fermata.processor.allocate.Storage;
import dev.fermata.processor.ir.IrBody;
import dev.fermata.processor.ir.IrVar;
import dev.fermata.processor.model.FunctionType;
import dev.fermata.processor.model.RuntimeNames;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;
import javax.lang.model.element.Modifier;
import javax.lang.model.type.TypeMirror;

/** Writes the state-machine class of one body. */
final class MachineEmitter {

  private final Machine machine;
  private final boolean varargs;
  private final IrBody body;
  private final LocalTypes locals;
  private final TypeNames types;

  private MachineEmitter(Machine machine, boolean varargs, TypeNames around) {
    this.machine = machine;
    this.varargs = varargs;
    this.body = machine.graph().body();
    int ofType = body.owner().getTypeParameters().size();
    this.locals =
        new LocalTypes(
            machine,
            around.inside(
                body.owner(), body.typeParameters().subList(ofType, body.typeParameters().size())));
    this.types = locals.names();
  }

  /**
   * The class.
   *
   * @param varargs whether the last parameter takes any number of arguments
   * @param around names of types in the class around it
   * @param visibility the modifiers that say who may create the machine
   */
  static Emitted emit(Machine machine, boolean varargs, TypeNames around, Modifier... visibility) {
    MachineEmitter emitter = new MachineEmitter(machine, varargs, around);
    return new Emitted(emitter.type(visibility), emitter.types);
  }

  /**
   * The outcome.
   *
   * @param names those of types in the class
   */
  record Emitted(TypeSpec.Builder type, TypeNames names) {}

  private TypeSpec.Builder type(Modifier... visibility) {
    TypeSpec.Builder type =
        TypeSpec.classBuilder(body.machineName())
            .addJavadoc(
                "The $L of {@link $T#$L}.\n",
                body.functionType().kind().noun(),
                ClassName.get(body.owner()),
                body.method())
            .addModifiers(visibility)
            .addModifiers(Modifier.STATIC, Modifier.FINAL)
            .addTypeVariables(types.variables(body.typeParameters()))
            .superclass(types.frame(body.functionType()));
    Map<String, TypeMirror> fields = fields();
    fields.forEach((name, t) -> type.addField(types.name(t), name, Modifier.PRIVATE));
    type.addMethod(constructor(visibility));
    if (!body.functionType().kind().isMachine()) {
      type.addMethod(creation(visibility));
    }
    type.addMethods(StepMethods.emit(machine, types));
    CodeBlock.Builder clears = CodeBlock.builder();
    fields.forEach(
        (name, t) -> {
          if (!t.getKind().isPrimitive()) {
            clears.add("$L = null;\n", name);
          }
        });
    if (!clears.isEmpty()) {
      type.addMethod(
          MethodSpec.methodBuilder(RuntimeNames.CLEAR)
              .addAnnotation(Override.class)
              .addModifiers(Modifier.PROTECTED)
              .addCode(clears.build())
              .build());
    }
    locals.types().forEach(type::addType);
    return type.addMethods(StepMethods.location(machine));
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
    MethodSpec.Builder constructor = MethodSpec.constructorBuilder().varargs(varargs);
    for (Modifier modifier : visibility) {
      if (modifier == Modifier.PUBLIC) {
        constructor.addModifiers(modifier);
      }
    }
    for (IrVar parameter : body.parameters()) {
      String name = machine.nameOf(parameter);
      constructor.addParameter(types.name(parameter.type()), name);
      constructor.addStatement("this.$L = $L", name, name);
    }
    return constructor.build();
  }

  /** Makes what the function returns, which is not the machine itself. */
  private MethodSpec creation(Modifier... visibility) {
    FunctionType function = body.functionType();
    MethodSpec.Builder create =
        MethodSpec.methodBuilder(RuntimeNames.CREATE)
            .addModifiers(Modifier.STATIC)
            .addTypeVariables(types.variables(body.typeParameters()))
            .returns(types.returned(function))
            .varargs(varargs);
    for (Modifier modifier : visibility) {
      if (modifier == Modifier.PUBLIC) {
        create.addModifiers(modifier);
      }
    }
    StringJoiner arguments = new StringJoiner(", ");
    for (IrVar parameter : body.parameters()) {
      create.addParameter(types.name(parameter.type()), machine.nameOf(parameter));
      arguments.add(machine.nameOf(parameter));
    }
    StringJoiner typeArguments = new StringJoiner(", ", "<", ">").setEmptyValue("");
    body.typeParameters().forEach(each -> typeArguments.add(types.use(each).toString()));
    return create
        .addStatement(
            "return new $L$L($L).$L()",
            body.machineName(),
            typeArguments,
            arguments,
            RuntimeNames.GENERATOR_OF_FRAME)
        .build();
  }
}
