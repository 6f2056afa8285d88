package dev.fermata.processor.emit;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.TypeVariableName;
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

  private static final ClassName OVERRIDE = ClassName.get(Override.class);

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
    SourceBuilder members = new SourceBuilder();
    fields.forEach((name, t) -> members.add("private $T $L;\n\n", types.name(t), name));
    constructor(members);
    if (!body.functionType().kind().isMachine()) {
      creation(members);
    }
    StepMethods.emit(machine, types, members);
    List<String> cleared = new ArrayList<>();
    fields.forEach(
        (name, t) -> {
          if (!t.getKind().isPrimitive()) {
            cleared.add(name);
          }
        });
    if (!cleared.isEmpty()) {
      members.add("\n@$T\nprotected void $L() {\n$>", OVERRIDE, RuntimeNames.CLEAR);
      cleared.forEach(name -> members.add("$L = null;\n", name));
      members.add("$<}\n");
    }
    StepMethods.location(machine, members);
    type.addInitializerBlock(texts.keepMembers(members));
    locals.types().forEach(type::addType);
    return type;
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

  private void constructor(SourceBuilder members) {
    members.add("$L$L($L) {\n$>", visible(), body.machineName(), parameterList());
    for (IrVar parameter : body.parameters()) {
      String name = machine.nameOf(parameter);
      members.add("this.$L = $L;\n", name, name);
    }
    members.add("$<}\n");
  }

  private String visible() {
    return List.of(visibility).contains(Modifier.PUBLIC) ? "public " : "";
  }

  private SourceBuilder parameterList() {
    SourceBuilder list = new SourceBuilder();
    List<IrVar> parameters = body.parameters();
    for (int i = 0; i < parameters.size(); i++) {
      TypeName type = types.name(parameters.get(i).type());
      // An annotation of the array would stand before the dots; callers pass an array anyway.
      boolean any =
          varargs
              && i + 1 == parameters.size()
              && type instanceof ArrayTypeName
              && !type.isAnnotated();
      list.add(i == 0 ? "" : ",$W")
          .add(any ? "$T... " : "$T ", any ? ((ArrayTypeName) type).componentType() : type)
          .literal(machine.nameOf(parameters.get(i)));
    }
    return list;
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
  private void creation(SourceBuilder members) {
    FunctionType function = body.functionType();
    StringJoiner typeArguments = new StringJoiner(", ", "<", ">").setEmptyValue("");
    body.typeParameters().forEach(each -> typeArguments.add(types.use(each).toString()));
    members
        .add("\n$Lstatic ", visible())
        .add(typeParameterList())
        .add("$T $L($L) {\n$>", types.returned(function), RuntimeNames.CREATE, parameterList())
        .add(
            "return new $L$L($L).$L();\n$<}\n",
            body.machineName(),
            typeArguments,
            parameterNames(),
            RuntimeNames.GENERATOR_OF_FRAME);
  }

  private SourceBuilder typeParameterList() {
    SourceBuilder list = new SourceBuilder();
    for (TypeVariableName parameter : types.variables(body.typeParameters())) {
      list.add(list.isEmpty() ? "<" : ", ").add("$T", parameter);
      String before = " extends ";
      for (TypeName bound : parameter.bounds()) {
        list.add("$L$T", before, bound);
        before = " & ";
      }
    }
    return list.isEmpty() ? list : list.add("> ");
  }
}
