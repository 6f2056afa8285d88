package dev.fermata.processor.emit;

import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeVariableName;
import dev.fermata.processor.allocate.NameClaims;
import dev.fermata.processor.ir.Code;
import dev.fermata.processor.ir.IrFunction;
import dev.fermata.processor.ir.IrLabel;
import dev.fermata.processor.ir.IrVar;
import java.util.HashSet;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;

/**
 * Writes a private method of the user's interface again, as a static function beside the machines.
 *
 * <pre>{@code
 * private int twice(int x) { return factor() * x; }
 * =>  private static int twice(Sums self, int x) { return self.factor() * x; }
 * }</pre>
 */
final class FunctionEmitter implements CodeWriter.Names {

  private final IrFunction function;
  private final String self;
  private final NameClaims claims;

  private FunctionEmitter(IrFunction function) {
    this.function = function;
    Set<String> taken = new HashSet<>();
    function.parameters().forEach(parameter -> taken.add(parameter.name()));
    function
        .body()
        .forEach(
            part -> {
              if (part instanceof Code.Use use && use.var() != function.self()) {
                taken.add(use.var().name());
              }
            });
    this.claims = new NameClaims(taken);
    this.self = claims.fresh(function.self().name());
  }

  static MethodSpec emit(IrFunction function) {
    return new FunctionEmitter(function).method();
  }

  private MethodSpec method() {
    ExecutableElement method = function.method();
    MethodSpec.Builder builder =
        MethodSpec.methodBuilder(function.name())
            .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
            .returns(TypeName.get(method.getReturnType()))
            .varargs(method.isVarArgs());
    if (!method.getModifiers().contains(Modifier.STATIC)) {
      TypeElement owner = (TypeElement) method.getEnclosingElement();
      owner
          .getTypeParameters()
          .forEach(parameter -> builder.addTypeVariable(TypeVariableName.get(parameter)));
      builder.addParameter(TypeName.get(function.self().type()), self);
    }
    method
        .getTypeParameters()
        .forEach(parameter -> builder.addTypeVariable(TypeVariableName.get(parameter)));
    for (IrVar parameter : function.parameters()) {
      builder.addParameter(
          ParameterSpec.builder(TypeName.get(parameter.type()), parameter.name()).build());
    }
    method.getThrownTypes().forEach(thrown -> builder.addException(TypeName.get(thrown)));
    return builder.addCode(new CodeWriter(this).write(function.body())).addCode("\n").build();
  }

  @Override
  public String nameOf(IrVar variable) {
    return variable == function.self() ? self : variable.name();
  }

  @Override
  public boolean outlives(IrVar variable) {
    return false;
  }

  @Override
  public String fresh(String wish) {
    return claims.fresh(wish);
  }

  @Override
  public int stateOf(IrLabel label) {
    throw new IllegalStateException("a jump out of an ordinary method to " + label);
  }
}
