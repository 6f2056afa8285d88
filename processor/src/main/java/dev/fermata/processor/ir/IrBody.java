package dev.fermata.processor.ir;

import dev.fermata.processor.model.FunctionType;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.type.TypeMirror;

/**
 * One coroutine body, ready to be lowered: that of a coroutine function or of a coroutine lambda.
 *
 * @param machineName the simple name of the state-machine class
 * @param owner the {@code @Async} type
 * @param method the function's name as stack traces show it
 * @param file the name of the user's source file
 * @param line the line of the declaration
 * @param typeParameters those of the type, then those of the method
 * @param parameters the receiver first, then what a lambda captures, then its declared parameters
 * @param functionType what kind of coroutine function it is, and of which types
 * @param names every identifier that stands in the body's source, so that none is claimed anew
 * @param typeNames the simple names of the types and type parameters that the method declares, at
 *     any depth
 */
public record IrBody(
    String machineName,
    TypeElement owner,
    String method,
    String file,
    int line,
    List<TypeParameterElement> typeParameters,
    List<IrVar> parameters,
    FunctionType functionType,
    IrStmt.Block body,
    Set<String> names,
    Set<String> typeNames) {
  public IrBody {
    typeParameters = List.copyOf(typeParameters);
    parameters = List.copyOf(parameters);
    names = Set.copyOf(names);
    typeNames = Set.copyOf(typeNames);
  }

  /** What the body results in. */
  public TypeMirror resultType() {
    return functionType.result();
  }
}
