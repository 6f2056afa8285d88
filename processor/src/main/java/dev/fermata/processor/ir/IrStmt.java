package dev.fermata.processor.ir;

import java.util.List;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * A statement. {@link Verbatim} holds those without suspension, whole; the other kinds hold a
 * suspension somewhere inside, or are jumps between those that do. {@code line} is the user's line.
 */
public sealed interface IrStmt {

  /**
   * One statement, with its comments and its semicolon, as the user wrote it. Declares nothing
   * outside.
   *
   * @param completes whether the statement can complete normally, in the sense of JLS 14.22
   */
  record Verbatim(Code code, int line, boolean completes) implements IrStmt {
    public Verbatim(Code code, int line) {
      this(code, line, true);
    }
  }

  /** A comment of the user's above a statement that is taken apart: whole lines. */
  record Comment(String text) implements IrStmt {}

  /**
   * A local variable's declaration.
   *
   * @param header modifiers, annotations and type as written, {@code final List<String>} or {@code
   *     var}
   * @param init the initial value; an array initialiser is spelled out as {@code new T[] {..}}
   */
  record Declare(IrVar var, Code header, @Nullable IrExpr init, int line) implements IrStmt {}

  /**
   * A class, interface, enum or record declared in the body and used by more than one statement, or
   * an anonymous class whose type is. It becomes a type beside the body's code.
   *
   * @param name its simple name; that of an anonymous class is made up
   * @param declaration the declaration as written; its own name and members are text
   * @param inner whether it stands in a scope: a class that holds what it uses of the body
   * @param outer the local class whose scope this one's extends
   * @param captured the variables of the body that its scope holds, those of {@code outer} first
   * @param inherited how many of these the scope of {@code outer} holds
   * @param line the user's line on which the declaration begins; -1 if its head is made up
   */
  record LocalType(
      TypeElement type,
      String name,
      Code declaration,
      boolean inner,
      @Nullable TypeElement outer,
      List<IrVar> captured,
      int inherited,
      int line)
      implements IrStmt {
    public LocalType {
      captured = List.copyOf(captured);
    }
  }

  /** An expression statement. */
  record Eval(IrExpr expr, int line) implements IrStmt {}

  /** A block: statements in order. */
  record Block(List<IrStmt> statements) implements IrStmt {
    public Block {
      statements = List.copyOf(statements);
    }
  }

  /**
   * A statement that a jump to {@code end} leaves: a labelled statement, the end of a desugared
   * one.
   */
  record Labeled(IrLabel end, IrStmt body) implements IrStmt {}

  record If(IrExpr condition, IrStmt then, @Nullable IrStmt otherwise, int line)
      implements IrStmt {}

  /**
   * A loop of any kind.
   *
   * @param condition {@code null} when it is always true (also when Java's flow analysis says so: a
   *     constant)
   * @param testFirst false for {@code do}
   * @param update runs after the body and after {@code continue}
   */
  record Loop(
      @Nullable IrExpr condition,
      boolean testFirst,
      IrStmt body,
      List<IrStmt> update,
      IrLabel breakLabel,
      IrLabel continueLabel,
      int line)
      implements IrStmt {
    public Loop {
      update = List.copyOf(update);
    }
  }

  /**
   * A switch whose groups fall through into each other; an arrow case ends in a jump to {@code
   * breakLabel}.
   *
   * @param exhaustive whether Java demands that some group is taken though there is no default
   */
  record Switch(IrExpr selector, List<Case> cases, IrLabel breakLabel, boolean exhaustive, int line)
      implements IrStmt {
    public Switch {
      cases = List.copyOf(cases);
    }
  }

  /**
   * A group of a switch.
   *
   * @param labels each label as it stands without colon or arrow: {@code case 1, 2}, {@code
   *     default}
   */
  record Case(List<Code> labels, List<IrStmt> body) {
    public Case {
      labels = List.copyOf(labels);
      body = List.copyOf(body);
    }
  }

  record Try(IrStmt body, List<Catch> catches, @Nullable IrStmt finallyBody, int line)
      implements IrStmt {
    public Try {
      catches = List.copyOf(catches);
    }
  }

  /** {@code catch (A | B parameter) body}. */
  record Catch(IrVar parameter, List<TypeMirror> types, IrStmt body, int line) {
    public Catch {
      types = List.copyOf(types);
    }
  }

  /** {@code break}, {@code continue} or a desugared {@code yield}. */
  record Jump(IrLabel target, int line) implements IrStmt {}

  /** Ends the coroutine with this value; {@code null} is the value of a {@code Coroutine<Void>}. */
  record Return(@Nullable IrExpr value, int line) implements IrStmt {}

  record Throw(IrExpr exception, int line) implements IrStmt {}
}
