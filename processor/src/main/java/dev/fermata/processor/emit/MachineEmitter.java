package dev.fermata.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.fermata.processor.allocate.Machine;
import dev.fermata.processor.allocate.Storage;
import dev.fermata.processor.ir.IrBody;
import dev.fermata.processor.ir.IrVar;
import dev.fermata.processor.model.FunctionType;
import dev.fermata.processor.model.RuntimeNames;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.type.TypeMirror;

/** Writes the state-machine class of one body. */
final class MachineEmitter {

  private final Machine machine;
  private final boolean varargs;
  private final IrBody body;
  private final LocalTypes locals;
  private final TypeNames types;
  private final KeptTexts texts;
  private final Modifier[] visibility;

  /**
   * For one machine.
   *
   * @param varargs whether the last parameter takes any number of arguments
   * @param around names of types in the class around it
   * @param texts takes the long texts of the class
   * @param visibility the modifiers that say who may create the machine
   */
  MachineEmitter(
      Machine machine, boolean varargs, TypeNames around, KeptTexts texts, Modifier... visibility) {
    this.machine = machine;
    this.varargs = varargs;
    this.visibility = visibility;
    this.body = machine.graph().body();
    List<TypeParameterElement> own = new ArrayList<>(body.typeParameters());
    own.removeAll(body.owner().getTypeParameters());
    this.locals = new LocalTypes(machine, around.inside(body.owner(), own));
    this.types = locals.names();
    this.texts = texts;
  }

  /** The class. */
  Emitted emit() {
    return new Emitted(type().addModifiers(Modifier.FINAL), types);
  }

  /** The class, which may have an heir. */
  Emitted emitOpen() {
    return new Emitted(type(), types);
  }

  /**
   * The outcome.
   *
   * @param names those of types in the class
   */
  record Emitted(TypeSpec.Builder type, TypeNames names) {}

  /** A class by another name that is the same otherwise. */
  TypeSpec heir(String name) {
    List<TypeName> arguments = new ArrayList<>();
    body.typeParameters().forEach(each -> arguments.add(types.use(each)));
    ClassName machine = ClassName.get("", body.machineName());
    MethodSpec.Builder constructor = MethodSpec.constructorBuilder().varargs(varargs);
    addPublic(constructor);
    return declaration(name)
        .addModifiers(Modifier.FINAL)
        .superclass(
            arguments.isEmpty()
                ? machine
                : ParameterizedTypeName.get(machine, arguments.toArray(TypeName[]::new)))
        .addMethod(
            constructor
                .addParameters(parameters())
                .addStatement("super($L)", parameterNames())
                .build())
        .build();
  }

  private TypeSpec.Builder declaration(String name) {
    return TypeSpec.classBuilder(name)
        .addJavadoc(
            "The $L of {@link $T#$L}.\n",
            body.functionType().kind().noun(),
            ClassName.get(body.owner()),
            body.method())
        .addModifiers(visibility)
        .addModifiers(Modifier.STATIC)
        .addTypeVariables(types.variables(body.typeParameters()));
  }

  private TypeSpec.Builder type() {
    TypeSpec.Builder type =
        declaration(body.machineName()).superclass(types.frame(body.functionType()));
    Map<String, TypeMirror> fields = fields();
    fields.forEach((name, t) -> type.addField(types.name(t), name, Modifier.PRIVATE));
    type.addMethod(constructor());
    if (!body.functionType().kind().isMachine()) {
      type.addMethod(creation());
    }
    type.addMethods(StepMethods.emit(machine, types, texts));
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

  private MethodSpec constructor() {
    MethodSpec.Builder constructor = MethodSpec.constructorBuilder().varargs(varargs);
    addPublic(constructor);
    constructor.addParameters(parameters());
    for (IrVar parameter : body.parameters()) {
      String name = machine.nameOf(parameter);
      constructor.addStatement("this.$L = $L", name, name);
    }
    return constructor.build();
  }

  private void addPublic(MethodSpec.Builder member) {
    if (List.of(visibility).contains(Modifier.PUBLIC)) {
      member.addModifiers(Modifier.PUBLIC);
    }
  }

  private List<ParameterSpec> parameters() {
    return body.parameters().stream()
        .map(each -> ParameterSpec.builder(types.name(each.type()), machine.nameOf(each)).build())
        .toList();
  }

  private String parameterNames() {
    return body.parameters().stream().map(machine::nameOf).collect(Collectors.joining(", "));
  }

  /** Makes what the function returns, which is not the machine itself. */
  private MethodSpec creation() {
    FunctionType function = body.functionType();
    MethodSpec.Builder create =
        MethodSpec.methodBuilder(RuntimeNames.CREATE)
            .addModifiers(Modifier.STATIC)
            .addTypeVariables(types.variables(body.typeParameters()))
            .returns(types.returned(function))
            .varargs(varargs)
            .addParameters(parameters());
    addPublic(create);
    StringJoiner typeArguments = new StringJoiner(", ", "<", ">").setEmptyValue("");
    body.typeParameters().forEach(each -> typeArguments.add(types.use(each).toString()));
    return create
        .addStatement(
            "return new $L$L($L).$L()",
            body.machineName(),
            typeArguments,
            parameterNames(),
            RuntimeNames.GENERATOR_OF_FRAME)
        .build();
  }
}
