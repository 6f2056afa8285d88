package dev.fermata.processor.ir;

import javax.lang.model.type.TypeMirror;

/**
 * A variable of one body: a parameter, a local, or a temporary. Compared by identity, never by
 * name: two variables of sibling scopes may share a name.
 */
public final class IrVar {

  /** Where a variable comes from. */
  public enum Kind {
    /** The object whose coroutine function runs: {@code this} in the user's source. */
    SELF,
    /** A parameter of the coroutine function, or a variable that a coroutine lambda captures. */
    PARAMETER,
    /** Declared in the body: locals, pattern bindings, parameters of catch clauses and lambdas. */
    LOCAL,
    /** Made by the compiler to hold an operand, or the state of a desugared statement. */
    TEMPORARY
  }

  private final String name;
  private final TypeMirror type;
  private final Kind kind;

  /**
   * Makes a variable.
   *
   * @param name the name in the source, or the wish for a temporary's name
   * @param type the attributed type; for a variable that becomes a field it must be denotable
   */
  public IrVar(String name, TypeMirror type, Kind kind) {
    this.name = name;
    this.type = type;
    this.kind = kind;
  }

  public String name() {
    return name;
  }

  public TypeMirror type() {
    return type;
  }

  public Kind kind() {
    return kind;
  }

  @Override
  public String toString() {
    return name;
  }
}
