package dev.fermata.processor.validate;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.SynchronizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import dev.fermata.processor.diag.DiagnosticKey;
import dev.fermata.processor.diag.Report;
import dev.fermata.processor.find.CoroutineFunctions;
import dev.fermata.processor.model.FunctionKind;
import dev.fermata.processor.model.Owners;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.type.PrimitiveType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/**
 * Where {@code await} may stand: in the body of a coroutine function, or in a lambda inside one
 * whose functional interface returns {@code Coroutine}; never in a {@code synchronized} block of
 * either.
 *
 * <p>Goes outwards from an await and reports the first thing that forbids it, so each misplaced one
 * gets one error, at its own place.
 */
final class PlacementRules {
  private final Attribution attribution;
  private final Report.Builder report;

  PlacementRules(Attribution attribution, Report.Builder report) {
    this.attribution = attribution;
    this.report = report;
  }

  /** Reports a method reference to await, which is wrong wherever it stands. */
  void reference(TreePath reference) {
    report.add(DiagnosticKey.AWAIT_REFERENCE, reference, reference.getLeaf());
  }

  /**
   * Checks one call.
   *
   * @param await the path of the call
   * @param type the tree of the {@code @Async} type
   * @return whether it may stand there
   */
  boolean await(TreePath await, Tree type) {
    TreePath name = Awaits.name(await);
    boolean inCoroutineLambda = false;
    TreePath inner = await;
    for (TreePath path = await.getParentPath();
        path != null;
        inner = path, path = path.getParentPath()) {
      Tree leaf = path.getLeaf();
      if (leaf instanceof LambdaExpressionTree) {
        if (!inCoroutineLambda && !lambda(path, name)) {
          return false;
        }
        inCoroutineLambda = true;
      } else if (leaf instanceof SynchronizedTree block) {
        if (!inCoroutineLambda && inner.getLeaf() == block.getBlock()) {
          report.add(
              DiagnosticKey.AWAIT_IN_SYNCHRONIZED, name, withoutParentheses(block.getExpression()));
          return false;
        }
      } else if (leaf instanceof MethodTree && path.getParentPath().getLeaf() == type) {
        return method(path, name);
      } else if (leaf instanceof ClassTree) {
        return leaf == type ? initializer(inner, name) : nestedClass(path, name);
      }
    }
    return true;
  }

  private boolean lambda(TreePath lambda, TreePath name) {
    TypeMirror type = attribution.type(lambda);
    Awaits.Descriptor descriptor = Awaits.descriptor(type, attribution);
    if (descriptor == null || descriptor.isCoroutine()) {
      return true;
    }
    report.add(
        DiagnosticKey.AWAIT_IN_LAMBDA,
        name,
        Wording.simple(type),
        descriptor.method().getSimpleName() + "()",
        Wording.type(descriptor.returns()));
    return false;
  }

  private boolean method(TreePath path, TreePath name) {
    if (!(attribution.element(path) instanceof ExecutableElement method)) {
      return true;
    }
    if (method.getKind() == ElementKind.CONSTRUCTOR) {
      report.add(DiagnosticKey.AWAIT_IN_CONSTRUCTOR, name, Owners.of(method).getSimpleName());
      return false;
    }
    if (method.getModifiers().contains(Modifier.STATIC)) {
      report.add(
          DiagnosticKey.AWAIT_IN_STATIC,
          name,
          Wording.method(method),
          FunctionKind.of(method.getReturnType()).isPresent()
              ? "Make it an instance method"
              : "Call run(..) in it, or make it an instance method that returns Coroutine");
      return false;
    }
    if (!CoroutineFunctions.isCoroutineFunction(method)) {
      TypeMirror returned = method.getReturnType();
      boolean isVoid = returned.getKind() == TypeKind.VOID;
      report.add(
          DiagnosticKey.AWAIT_IN_METHOD,
          name,
          Wording.method(method),
          Wording.type(returned),
          isVoid ? "Void" : Wording.type(boxed(returned)),
          isVoid ? "completed()" : "of(..)");
      return false;
    }
    return true;
  }

  private TypeMirror boxed(TypeMirror type) {
    return type instanceof PrimitiveType primitive
        ? attribution.types().boxedClass(primitive).asType()
        : type;
  }

  private boolean initializer(TreePath member, TreePath name) {
    if (member.getLeaf() instanceof VariableTree field) {
      report.add(
          DiagnosticKey.AWAIT_IN_INITIALIZER, name, "the initializer of field " + field.getName());
      return false;
    }
    if (member.getLeaf() instanceof BlockTree) {
      report.add(DiagnosticKey.AWAIT_IN_INITIALIZER, name, "an initializer block");
      return false;
    }
    return true;
  }

  private boolean nestedClass(TreePath path, TreePath name) {
    String simpleName = ((ClassTree) path.getLeaf()).getSimpleName().toString();
    report.add(
        DiagnosticKey.AWAIT_IN_NESTED_CLASS,
        name,
        simpleName.isEmpty() ? "an anonymous class" : "class " + simpleName,
        Wording.enclosingMember(path.getParentPath()));
    return false;
  }

  private static String withoutParentheses(Tree expression) {
    String text = expression.toString();
    return text.startsWith("(") && text.endsWith(")") ? text.substring(1, text.length() - 1) : text;
  }
}
