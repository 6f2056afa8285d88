package dev.fermata.processor.validate;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.SynchronizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import dev.fermata.processor.diag.DiagnosticKey;
import dev.fermata.processor.diag.Report;
import dev.fermata.processor.model.FunctionKind;
import dev.fermata.processor.model.Owners;
import dev.fermata.processor.model.RuntimeNames;
import dev.fermata.processor.model.Supertypes;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import org.jspecify.annotations.Nullable;

/**
 * Where {@code yield} may stand, and what may be yielded there: in a generator of the kind that the
 * call names, a value of its type. And where {@code await} may not: in a generator that has no
 * loop.
 */
final class YieldRules {

  private final Attribution attribution;
  private final Report.Builder report;

  YieldRules(Attribution attribution, Report.Builder report) {
    this.attribution = attribution;
    this.report = report;
  }

  /** Whether the call is one of yield or yieldFrom. */
  static boolean isYield(TreePath call, Attribution attribution) {
    return call.getLeaf() instanceof MethodInvocationTree tree
        && looksLikeYield(tree)
        && attribution.element(Awaits.name(call)) instanceof ExecutableElement method
        && isGenerator(Owners.of(method));
  }

  /** Whether the text alone could be such a call. */
  static boolean looksLikeYield(MethodInvocationTree call) {
    String name = call.getMethodSelect().toString();
    return name.endsWith("." + RuntimeNames.YIELD) || name.endsWith(RuntimeNames.YIELD_FROM);
  }

  private static boolean isGenerator(TypeElement type) {
    return type.getQualifiedName().contentEquals(RuntimeNames.GENERATOR)
        || type.getQualifiedName().contentEquals(RuntimeNames.ASYNC_GENERATOR);
  }

  /** The method or lambda that a call belongs to, and what it returns. */
  private record Around(@Nullable TypeMirror returned, @Nullable String hindrance) {}

  /** Checks a call of yield or yieldFrom. */
  void check(TreePath call, ClassTree type) {
    TreePath name = Awaits.name(call);
    Around around = around(call, type);
    if (around.hindrance() != null || around.returned() == null) {
      misplaced(name, around.hindrance() == null ? "another place" : around.hindrance());
      return;
    }
    FunctionKind kind = FunctionKind.of(around.returned()).orElse(null);
    if (kind == null || !kind.yields()) {
      misplaced(name, "a body that returns " + Wording.type(around.returned()));
      return;
    }
    if (!(attribution.element(name) instanceof ExecutableElement method)) {
      return;
    }
    boolean async = kind == FunctionKind.ASYNC_GENERATOR;
    String owner = Owners.of(method).getSimpleName().toString();
    if (async != owner.equals("AsyncGenerator")) {
      report.add(
          DiagnosticKey.YIELD_KIND,
          name,
          owner,
          Wording.type(around.returned()),
          async
              ? method.getSimpleName().contentEquals(RuntimeNames.YIELD)
                  ? "Write AsyncGenerator.yield(..)"
                  : "Write a loop over it, and AsyncGenerator.yield(..) in that"
              : "Write Generator.yield(..)");
      return;
    }
    value(call, method, around.returned());
  }

  /** Checks an await: it needs a body that can wait. */
  boolean await(TreePath call, ClassTree type) {
    return canWait(call, Awaits.name(call), type);
  }

  /** Checks a resource: what is entered and left by awaiting needs a body that can wait, too. */
  void resource(TreePath resource, ClassTree type) {
    TypeElement manager = attribution.elements().getTypeElement(RuntimeNames.ASYNC_CONTEXT_MANAGER);
    TypeMirror given =
        resource.getLeaf() instanceof VariableTree
                && attribution.element(resource) instanceof VariableElement variable
            ? variable.asType()
            : attribution.type(resource);
    if (manager != null
        && given != null
        && Supertypes.as(manager, given, attribution.types()).isPresent()) {
      canWait(resource, resource, type);
    }
  }

  private boolean canWait(TreePath path, TreePath reported, ClassTree type) {
    Around around = around(path, type);
    TypeMirror returned = around.returned();
    FunctionKind kind = returned == null ? null : FunctionKind.of(returned).orElse(null);
    if (around.hindrance() != null || returned == null || kind == null || kind.awaits()) {
      return true;
    }
    report.add(DiagnosticKey.AWAIT_IN_GENERATOR, reported, Wording.type(returned));
    return false;
  }

  /** Checks what is yielded against what the generator is said to yield. */
  private void value(TreePath call, ExecutableElement method, TypeMirror returned) {
    MethodInvocationTree tree = (MethodInvocationTree) call.getLeaf();
    TreePath argument = new TreePath(call, tree.getArguments().get(0));
    TypeMirror given = attribution.type(argument);
    TypeMirror declared = argumentOf(returned);
    if (given == null || declared == null) {
      return;
    }
    TypeMirror wanted = declared;
    TypeMirror element = given;
    if (method.getSimpleName().contentEquals(RuntimeNames.YIELD_FROM)) {
      DeclaredType source = source(given);
      element = source == null ? null : argumentOf(source);
      if (source == null || element == null) {
        return;
      }
      WildcardType any = attribution.types().getWildcardType(declared, null);
      wanted = attribution.types().getDeclaredType((TypeElement) source.asElement(), any);
    }
    if (!new TargetTyping(attribution).fits(argument, wanted)) {
      report.add(
          DiagnosticKey.YIELD_TYPE,
          argument,
          Wording.type(returned),
          Wording.type(element),
          advice(argument, method, Wording.type(declared)));
    }
  }

  private static String advice(TreePath argument, ExecutableElement method, String wanted) {
    boolean isInferred =
        TargetTyping.isInferred(argument.getLeaf())
            && method.getSimpleName().contentEquals(RuntimeNames.YIELD);
    return isInferred
        ? "If it could be one of that type, say so: %s.<%s, Void>yield(..)"
            .formatted(Owners.of(method).getSimpleName(), wanted)
        : "Yield a value of that type, or return a generator of another";
  }

  /** The iterable or iterator that a type is; null if it is neither. */
  private @Nullable DeclaredType source(TypeMirror type) {
    for (String name : new String[] {"java.lang.Iterable", "java.util.Iterator"}) {
      TypeElement target = attribution.elements().getTypeElement(name);
      if (target != null) {
        Optional<DeclaredType> found = Supertypes.as(target, type, attribution.types());
        if (found.isPresent()) {
          return found.get();
        }
      }
    }
    return null;
  }

  private static @Nullable TypeMirror argumentOf(TypeMirror type) {
    if (!(type instanceof DeclaredType declared) || declared.getTypeArguments().isEmpty()) {
      return null;
    }
    TypeMirror argument = declared.getTypeArguments().get(0);
    return argument instanceof WildcardType wildcard ? wildcard.getExtendsBound() : argument;
  }

  private void misplaced(TreePath name, String place) {
    report.add(DiagnosticKey.YIELD_PLACE, name, place);
  }

  private Around around(TreePath call, ClassTree type) {
    TreePath inner = call;
    for (TreePath path = call.getParentPath();
        path != null;
        inner = path, path = path.getParentPath()) {
      Tree leaf = path.getLeaf();
      if (leaf instanceof LambdaExpressionTree) {
        Awaits.Descriptor descriptor = Awaits.descriptor(attribution.type(path), attribution);
        return new Around(descriptor == null ? null : descriptor.returns(), null);
      } else if (leaf instanceof SynchronizedTree block && inner.getLeaf() == block.getBlock()) {
        return new Around(null, "a synchronized block, whose monitor cannot be carried along");
      } else if (leaf instanceof MethodTree method) {
        boolean isOwn = path.getParentPath().getLeaf() == type;
        boolean isStatic = method.getModifiers().getFlags().contains(Modifier.STATIC);
        TypeMirror returned =
            attribution.element(path) instanceof ExecutableElement element
                ? element.getReturnType()
                : null;
        return new Around(
            returned,
            isStatic && isOwn ? "a static method, which the generated face cannot override" : null);
      } else if (leaf instanceof ClassTree) {
        return new Around(null, "an initializer");
      }
    }
    return new Around(null, null);
  }
}
