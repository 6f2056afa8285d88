package dev.fermata.processor.emit;

import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.fermata.processor.model.AsyncType;
import dev.fermata.processor.model.CoroutineFunction;
import dev.fermata.processor.model.FunctionKind;
import dev.fermata.processor.model.PrivateTypes;
import dev.fermata.processor.model.RuntimeNames;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/**
 * Writes machines that throw as soon as they are stepped, with the names and constructors of the
 * real ones: for a type with an error, so that its face adds no errors of its own, and for
 * compilers without trees.
 */
public final class StubEmitter {
  private final Elements elements;
  private final Types types;

  public StubEmitter(Elements elements, Types types) {
    this.elements = elements;
    this.types = types;
  }

  /** Writes the holder with all its machines. */
  public GeneratedFile emit(AsyncType type) {
    String reason =
        "the coroutines of "
            + type.qualifiedName()
            + " were not compiled: see the compiler's errors and warnings there, and build with"
            + " javac";
    TypeSpec.Builder holder =
        TypeSpec.classBuilder(type.machinesName())
            .addModifiers(Modifier.FINAL)
            .addOriginatingElement(type.element())
            .addMethod(MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build());
    Suppressed.in(type, elements, types).ifPresent(holder::addAnnotation);
    if (type.isPublic()) {
      holder.addModifiers(Modifier.PUBLIC);
    }
    for (CoroutineFunction function : type.declared()) {
      holder.addType(machine(function, reason));
    }
    new Scopes(elements).qualifyRedefined(holder, type);
    return new GeneratedFile(
        type.machinesQualifiedName(),
        Scopes.print(type.packageName(), holder.build()),
        type.element(),
        type.declared().stream().anyMatch(each -> PrivateTypes.areIn(each.method())));
  }

  private static TypeSpec machine(CoroutineFunction function, String reason) {
    ExecutableElement method = function.method();
    TypeNames names = TypeNames.PLAIN.inside(function.declaring(), method.getTypeParameters());
    List<TypeParameterElement> parameters = new ArrayList<>();
    parameters.addAll(function.declaring().getTypeParameters());
    parameters.addAll(method.getTypeParameters());
    FunctionKind kind = FunctionKind.of(method).orElseThrow();
    MethodSpec.Builder constructor =
        MethodSpec.constructorBuilder()
            .addModifiers(Modifier.PUBLIC)
            .addParameter(names.self(function.declaring()), "self");
    int index = 0;
    for (VariableElement parameter : method.getParameters()) {
      constructor.addParameter(names.name(parameter.asType()), "argument" + index++);
    }
    TypeSpec.Builder machine = TypeSpec.classBuilder(function.machineName());
    if (!kind.isMachine()) {
      machine.addMethod(
          MethodSpec.methodBuilder(RuntimeNames.CREATE)
              .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
              .addTypeVariables(names.variables(parameters))
              .returns(names.name(method.getReturnType()))
              .addParameters(constructor.build().parameters())
              .addStatement("throw new $T($S)", IllegalStateException.class, reason)
              .build());
    }
    return machine
        .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
        .addTypeVariables(names.variables(parameters))
        .superclass(names.frame(kind, method.getReturnType()))
        .addMethod(constructor.build())
        .addMethod(
            StepMethods.header(kind)
                .addStatement("throw new $T($S)", IllegalStateException.class, reason)
                .build())
        .build();
  }
}
