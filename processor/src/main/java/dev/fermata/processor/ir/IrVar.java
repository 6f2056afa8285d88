package dev.fermata.processor.ir;

import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

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
  private final @Nullable String constant;

  /**
   * Makes a variable.
   *
   * @param name the name in the source, or the wish for a temporary's name
   * @param type the attributed type; for a variable that becomes a field it must be denotable
   */
  public IrVar(String name, TypeMirror type, Kind kind) {
    this(name, type, kind, null);
  }

  /**
   * Makes a constant variable in the sense of JLS 4.12.4.
   *
   * @param constant its value as an expression that can stand wherever the name does
   */
  public IrVar(String name, TypeMirror type, Kind kind, @Nullable String constant) {
    this.name = name;
    this.type = type;
    this.kind = kind;
    this.constant = constant;
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

  /**
   * What to write for the name where the variable is a field or was declared elsewhere, and so is
   * none of Java's constant variables any more; null for any other variable.
   */
  public @Nullable String constant() {
    return constant;
  }

  @Override
  public String toString() {
    return name;
  }
}
