package dev.fermata.processor.model;

import java.util.List;
import javax.lang.model.type.TypeMirror;

/**
 * What a coroutine function returns, taken apart.
 *
 * @param arguments the type arguments of its frame: {@code T} of a coroutine; {@code Y, S, R} of a
 *     generator, the latter two being {@code Void} where it has none; {@code Y} of an asynchronous
 *     one
 * @param result what the body results in; {@code Void} where it just ends
 */
public record FunctionType(FunctionKind kind, List<TypeMirror> arguments, TypeMirror result) {
  public FunctionType {
    arguments = List.copyOf(arguments);
  }

  /** Of a generator: what its body yields. */
  public TypeMirror yielded() {
    return arguments.get(0);
  }
}
