package dev.fermata.processor.model;

import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** The kinds of coroutine functions, told by what they return. */
public enum FunctionKind {
  /** {@code Coroutine<T>}: awaits, and results in a T. */
  COROUTINE(RuntimeNames.COROUTINE, RuntimeNames.ASYNC_FRAME, "coroutine"),
  /** {@code Generator<Y>}: yields, and just ends. */
  GENERATOR(RuntimeNames.GENERATOR, RuntimeNames.GENERATOR_FRAME, "generator"),
  /** {@code SendGenerator<Y, S, R>}: yields, is sent values, and results in an R. */
  SEND_GENERATOR(RuntimeNames.SEND_GENERATOR, RuntimeNames.GENERATOR_FRAME, "generator"),
  /** {@code AsyncGenerator<Y>}: awaits and yields, and just ends. */
  ASYNC_GENERATOR(
      RuntimeNames.ASYNC_GENERATOR, RuntimeNames.ASYNC_GENERATOR_FRAME, "asynchronous generator");

  private final String type;
  private final String frame;
  private final String noun;

  FunctionKind(String type, String frame, String noun) {
    this.type = type;
    this.frame = frame;
    this.noun = noun;
  }

  /** The kind of a method; empty for an ordinary one. */
  public static Optional<FunctionKind> of(ExecutableElement method) {
    return TestMethods.isOne(method) ? Optional.of(COROUTINE) : of(method.getReturnType());
  }

  /** The kind of a function that returns this type; empty for an ordinary method. */
  public static Optional<FunctionKind> of(TypeMirror returned) {
    if (returned instanceof DeclaredType declared
        && declared.asElement() instanceof TypeElement element) {
      for (FunctionKind kind : values()) {
        if (element.getQualifiedName().contentEquals(kind.type)) {
          return Optional.of(kind);
        }
      }
    }
    return Optional.empty();
  }

  /** The qualified name of the type that the function returns. */
  public String type() {
    return type;
  }

  /** The qualified name of the class that its machine extends. */
  public String frame() {
    return frame;
  }

  /** The word for what it returns. */
  public String noun() {
    return noun;
  }

  /** Whether the body may await. */
  public boolean awaits() {
    return this == COROUTINE || this == ASYNC_GENERATOR;
  }

  /** Whether the machine is itself what the function returns; if not, it makes that. */
  public boolean isMachine() {
    return this != ASYNC_GENERATOR;
  }

  /** How many type arguments the frame has. */
  public int arity() {
    return this == GENERATOR || this == SEND_GENERATOR ? 3 : 1;
  }

  /** Whether the body may yield. */
  public boolean yields() {
    return this != COROUTINE;
  }
}
