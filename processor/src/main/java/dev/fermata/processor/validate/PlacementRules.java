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
import dev.fermata.processor.model.RuntimeNames;
import java.util.List;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.PrimitiveType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * Where {@code await} may stand: in the body of a coroutine function; inside one, in a lambda whose
 * functional interface returns {@code Coroutine}, or in a method of a class that does; never in a
 * {@code synchronized} block of these.
 *
 * <p>Goes outwards from an await and reports the first thing that forbids it, so each misplaced one
 * gets one error, at its own place.
 */
final class PlacementRules {
  /** What a method may return that has no result yet. */
  private static final List<String> AWAITED =
      List.of(RuntimeNames.AWAITABLE, "java.util.concurrent.CompletionStage");

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
    @Nullable String coroutine = null;
    TreePath inner = await;
    for (TreePath path = await.getParentPath();
        path != null;
        inner = path, path = path.getParentPath()) {
      Tree leaf = path.getLeaf();
      if (leaf instanceof LambdaExpressionTree) {
        if (coroutine == null) {
          if (!lambda(path, name)) {
            return false;
          }
          coroutine = "a lambda";
        }
      } else if (leaf instanceof SynchronizedTree block) {
        if (coroutine == null && inner.getLeaf() == block.getBlock()) {
          report.add(
              DiagnosticKey.AWAIT_IN_SYNCHRONIZED, name, withoutParentheses(block.getExpression()));
          return false;
        }
      } else if (leaf instanceof MethodTree && path.getParentPath().getLeaf() == type) {
        return method(path, name, coroutine);
      } else if (leaf instanceof MethodTree member) {
        String hindrance = hindrance(path, coroutine != null);
        String method = member.getName() + "()";
        path = path.getParentPath();
        if (hindrance != null) {
          return nestedClass(hindrance, path, name);
        }
        coroutine = coroutine == null ? method + " of " + nestedClass(path) : coroutine;
      } else if (leaf instanceof ClassTree) {
        return leaf == type
            ? initializer(inner, name, coroutine)
            : nestedClass("an initializer", path, name);
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
        Wording.type(descriptor.returns()),
        descriptor.method().getParameters().isEmpty()
            ? "Await before the lambda and use the result in it, or write a coroutine function and"
                + " start it with createTask(..)"
            : "Write a loop that awaits, or collect coroutines and await gather(..)");
    return false;
  }

  private boolean method(TreePath path, TreePath name, @Nullable String coroutine) {
    if (!(attribution.element(path) instanceof ExecutableElement method)) {
      return true;
    }
    if (coroutine != null && !CoroutineFunctions.isCoroutineFunction(method)) {
      return localCoroutine(coroutine, Wording.plainMethod(method), Owners.of(method), name);
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
          isVoid ? "Void" : Wording.type(result(returned)),
          isVoid ? "completed()" : "of(..)");
      return false;
    }
    return true;
  }

  /** What a coroutine results in that stands for a method of this type. */
  private TypeMirror result(TypeMirror returned) {
    if (returned instanceof PrimitiveType primitive) {
      return attribution.types().boxedClass(primitive).asType();
    }
    return returned instanceof DeclaredType future
            && future.getTypeArguments().size() == 1
            && AWAITED.stream().anyMatch(each -> attribution.isSubtype(future, each))
        ? future.getTypeArguments().get(0)
        : returned;
  }

  private boolean initializer(TreePath member, TreePath name, @Nullable String coroutine) {
    String place;
    if (member.getLeaf() instanceof VariableTree field) {
      place = "the initializer of field " + field.getName();
    } else if (member.getLeaf() instanceof BlockTree) {
      place = "an initializer block";
    } else {
      return true;
    }
    if (coroutine != null
        && attribution.element(member.getParentPath()) instanceof TypeElement type) {
      return localCoroutine(coroutine, place, type, name);
    }
    report.add(DiagnosticKey.AWAIT_IN_INITIALIZER, name, place);
    return false;
  }

  /** A coroutine that would have to be compiled where nothing around it is. */
  private boolean localCoroutine(String coroutine, String place, TypeElement type, TreePath name) {
    report.add(
        DiagnosticKey.AWAIT_IN_LOCAL_COROUTINE, name, coroutine, place, type.getSimpleName());
    return false;
  }

  /** What keeps a method of a class inside a body from being a coroutine function. */
  private @Nullable String hindrance(TreePath path, boolean inCoroutine) {
    if (!(attribution.element(path) instanceof ExecutableElement method)
        || FunctionKind.of(method.getReturnType())
            .filter(kind -> inCoroutine || kind.awaits())
            .isPresent()) {
      return isStatic(path)
          ? ((MethodTree) path.getLeaf()).getName() + "(), which is static"
          : null;
    }
    return method.getKind() == ElementKind.CONSTRUCTOR
        ? "a constructor"
        : method.getSimpleName() + "(), which returns " + Wording.type(method.getReturnType());
  }

  private static boolean isStatic(TreePath method) {
    return ((MethodTree) method.getLeaf()).getModifiers().getFlags().contains(Modifier.STATIC);
  }

  private static String nestedClass(TreePath path) {
    String simpleName = ((ClassTree) path.getLeaf()).getSimpleName().toString();
    return simpleName.isEmpty() ? "an anonymous class" : "class " + simpleName;
  }

  private boolean nestedClass(String place, TreePath path, TreePath name) {
    report.add(
        DiagnosticKey.AWAIT_IN_NESTED_CLASS,
        name,
        place,
        nestedClass(path),
        Wording.enclosingMember(path.getParentPath()));
    return false;
  }

  private static String withoutParentheses(Tree expression) {
    String text = expression.toString();
    return text.startsWith("(") && text.endsWith(")") ? text.substring(1, text.length() - 1) : text;
  }
}
