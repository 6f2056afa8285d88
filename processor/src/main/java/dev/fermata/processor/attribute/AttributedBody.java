package dev.fermata.processor.attribute;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.tree.YieldTree;
import com.sun.source.util.TreePath;
import dev.fermata.processor.ir.Code;
import dev.fermata.processor.ir.IrLabel;
import dev.fermata.processor.ir.IrStmt;
import dev.fermata.processor.ir.IrVar;
import dev.fermata.processor.ir.Suspension;
import dev.fermata.processor.model.FunctionType;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/**
 * One coroutine body, of a method or of a coroutine lambda, and javac's answers for every tree in
 * it.
 *
 * <p>Each method that takes a tree wants one of this body's own: the inside of a coroutine lambda
 * has an {@code AttributedBody} of its own, with its own variables.
 */
public interface AttributedBody {

  /** The block of the method or lambda, or the expression that is a lambda's whole body. */
  Tree root();

  /** The {@code @Async} type. */
  TypeElement owner();

  /** The function's name as stack traces show it; a lambda's is that of the method around it. */
  String method();

  /** A wish for the name of the class that runs this body, one inside another body. */
  String machineWish();

  /** The simple name of the source file. */
  String file();

  /** The line of the declaration. */
  int line();

  /** The user's line on which the tree begins. */
  int line(Tree tree);

  /** Those of the type, then those of the method. */
  List<TypeParameterElement> typeParameters();

  /** The receiver, then what a lambda captures, then the declared parameters. */
  List<IrVar> parameters();

  /** What kind of coroutine function it is, and of which types. */
  FunctionType functionType();

  /** The object whose coroutine function runs: the user's {@code this}. */
  IrVar self();

  /** Every identifier that stands in the source of the method, so that none is claimed anew. */
  Set<String> names();

  /**
   * The simple names of the types and type parameters that the method declares, at any depth: what
   * stands around the body must not be called so.
   */
  Set<String> typeNames();

  /** Where the tree stands, to report something there. */
  TreePath path(Tree tree);

  /**
   * Whether the tree contains a suspension: a call of {@code await} or {@code yield}, or a {@code
   * return c} of a coroutine or generator that is not a {@linkplain #isReadyResult ready result}.
   * Lambdas and class bodies inside it do not count: what they hold does not suspend this body.
   */
  boolean suspends(@Nullable Tree tree);

  /** How this very tree suspends, if it is a call of {@code await} or {@code yield}; else null. */
  @Nullable Suspension suspensionOf(Tree tree);

  /** Whether a resource of this type is entered and left by awaiting, not closed. */
  boolean isAsyncContextManager(TypeMirror type);

  /**
   * Whether this is {@code Coroutine.of(v)}, {@code Coroutine.completed()} or what generators have
   * in their place, parentheses aside.
   */
  boolean isReadyResult(ExpressionTree tree);

  /** The attributed type, in a form that can be written down: captures are projected upward. */
  TypeMirror typeOf(Tree tree);

  /** The type as attributed. */
  TypeMirror rawTypeOf(Tree tree);

  /**
   * What the tree names or declares; for a call or an object creation, the method or constructor.
   */
  @Nullable Element elementOf(Tree tree);

  /** The value of a constant expression in the sense of JLS 15.29. */
  @Nullable Object constantOf(ExpressionTree tree);

  /**
   * The one variable that stands for a local, a parameter or a binding, given its declaration or a
   * use.
   */
  IrVar variable(Tree declarationOrIdentifier);

  /**
   * The variables that patterns in the tree bind, in source order; nested lambdas and classes
   * aside.
   */
  List<IrVar> bindings(Tree tree);

  /** A new variable of the compiler's own. */
  IrVar temporary(String wish, TypeMirror type);

  /**
   * The text of an expression or statement without suspension, names resolved. A statement comes
   * with the comments before it and one behind it on its last line; jumps that leave it and returns
   * are holes.
   */
  Code code(Tree tree);

  /**
   * The text of a tree cut around some of the trees in it, given in source order: one piece more
   * than there are children.
   */
  List<Code> around(Tree tree, List<? extends Tree> children);

  /**
   * How a field is read and assigned that the generated class can only reach by a function; null
   * for any other target of an assignment.
   */
  @Nullable FieldAccess fieldAccess(ExpressionTree target);

  /**
   * Access to a field by a function: {@code count(self)}, {@code count(self, value)}.
   *
   * @param object what stands before the dot; null if nothing does, or it does not matter
   * @param receiver what is passed for an object that is not written; empty if none is
   */
  record FieldAccess(String function, @Nullable ExpressionTree object, Code receiver) {}

  /** The text of a type. */
  Code typeCode(Tree typeTree);

  /** Modifiers, annotations and type of a local variable as they stand before its name. */
  Code header(VariableTree variable);

  /**
   * The comments above a statement or case, as whole lines without the last line break; empty if
   * none.
   */
  String commentsBefore(Tree tree);

  /** The comments behind a statement or case, on its last line; empty if none. */
  String commentsAfter(Tree tree);

  /**
   * The comments between a part of a statement and the keyword of the next, such as {@code else};
   * empty if there are none.
   *
   * @param onItsLine whether that behind the part on its last line is one of them
   */
  String commentsBetween(Tree part, boolean onItsLine);

  /** The comments before the brace that closes a block or switch; empty if none. */
  String commentsAtEnd(Tree tree);

  /**
   * The end of a statement, where a {@code break} of it goes; of a switch expression, its value's
   * end.
   */
  IrLabel breakLabel(Tree target);

  /** Where a {@code continue} of the loop goes. */
  IrLabel continueLabel(Tree loop);

  /** Where this {@code break} or {@code continue} goes. */
  IrLabel jumpTarget(StatementTree jump);

  /** The switch expression to which this statement yields a value. */
  SwitchExpressionTree yieldTarget(YieldTree yield);

  /** The variable that receives what the switch yields, once it is taken apart. */
  IrVar switchResult(SwitchExpressionTree tree);

  /** A type that is declared among the statements of this body, to be written by itself. */
  IrStmt.LocalType localType(TypeElement type);

  /**
   * The types that no text of this body holds any more though it holds the place of their
   * declaration: another body names them, or they are anonymous classes that need a name. To be
   * asked for after all texts.
   */
  List<IrStmt.LocalType> movedTypes();

  /** Whether the type has a source, and a static block in it. */
  boolean hasStaticBlock(TypeElement type);

  Types types();

  Elements elements();
}
