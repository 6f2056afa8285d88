package dev.fermata.processor.emit;

import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import dev.fermata.processor.allocate.NameClaims;
import dev.fermata.processor.ir.Code;
import dev.fermata.processor.ir.IrFunction;
import dev.fermata.processor.ir.IrLabel;
import dev.fermata.processor.ir.IrVar;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
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
  private final TypeNames types;

  private FunctionEmitter(IrFunction function) {
    this.function = function;
    this.types = typesFor(function.method());
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

  private static TypeNames typesFor(ExecutableElement method) {
    return TypeNames.PLAIN.inside(
        (TypeElement) Objects.requireNonNull(method.getEnclosingElement()),
        method.getTypeParameters());
  }

  private MethodSpec method() {
    ExecutableElement method = function.method();
    MethodSpec.Builder builder =
        MethodSpec.methodBuilder(function.name())
            .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
            .returns(types.name(method.getReturnType()))
            .varargs(method.isVarArgs());
    TypeElement owner = (TypeElement) Objects.requireNonNull(method.getEnclosingElement());
    builder.addTypeVariables(types.variables(owner.getTypeParameters()));
    builder.addParameter(types.name(function.self().type()), self);
    builder.addTypeVariables(types.variables(method.getTypeParameters()));
    for (IrVar parameter : function.parameters()) {
      builder.addParameter(
          ParameterSpec.builder(types.name(parameter.type()), parameter.name()).build());
    }
    method.getThrownTypes().forEach(thrown -> builder.addException(types.name(thrown)));
    SourceBuilder code = new SourceBuilder();
    code.literal(LineMarks.function(method.getSimpleName().toString(), firstLine()));
    code.add(new CodeWriter(this, types).write(withoutBraces(function.body())));
    return builder.addCode(code.build()).addCode("\n").build();
  }

  /** The user's line of what {@link #withoutBraces} leaves. */
  private int firstLine() {
    boolean brace =
        function.body().parts().get(0) instanceof Code.Text text
            && text.text().matches("(?s)\\{[ \t]*\\R.*");
    return function.line() + (brace ? 1 : 0);
  }

  /** The statements of a block, moved to the left as far as they go. */
  private static Code withoutBraces(Code block) {
    List<Code.Part> parts = new ArrayList<>(block.parts());
    int last = parts.size() - 1;
    if (!(parts.get(0) instanceof Code.Text first)
        || !(parts.get(last) instanceof Code.Text)
        || last == 0) {
      return block;
    }
    parts.set(0, new Code.Text(first.text().replaceFirst("^\\{[ \t]*\\R?", "")));
    String end = ((Code.Text) parts.get(last)).text();
    parts.set(last, new Code.Text(end.substring(0, end.lastIndexOf('}')).stripTrailing()));
    String indent = leadingBlanks(((Code.Text) parts.get(0)).text());
    parts.replaceAll(
        part ->
            part instanceof Code.Text text
                ? new Code.Text(text.text().replace("\n" + indent, "\n"))
                : part);
    if (parts.get(0) instanceof Code.Text text) {
      parts.set(0, new Code.Text(text.text().substring(indent.length())));
    }
    return new Code(parts);
  }

  private static String leadingBlanks(String text) {
    int end = 0;
    while (end < text.length() && text.charAt(end) == ' ') {
      end++;
    }
    return text.substring(0, end);
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
  public String loopLabel() {
    throw new IllegalStateException("a jump out of an ordinary method");
  }

  @Override
  public boolean isGenerator() {
    return false;
  }

  @Override
  public int stateOf(IrLabel label) {
    throw new IllegalStateException("a jump out of an ordinary method to " + label);
  }
}
