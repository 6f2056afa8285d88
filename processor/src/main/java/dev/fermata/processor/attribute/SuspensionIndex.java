package dev.fermata.processor.attribute;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.util.TreePath;
import dev.fermata.processor.ir.Suspension;
import dev.fermata.processor.model.RuntimeNames;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/** Which trees of a method suspend: computed once, consulted by all. */
final class SuspensionIndex {

  private final JavacAnswers javac;
  private final Set<Tree> suspending = Collections.newSetFromMap(new IdentityHashMap<>());

  private final Set<Tree> awaiting = Collections.newSetFromMap(new IdentityHashMap<>());

  /**
   * Looks through the trees of a method.
   *
   * @param isTakenApart whether a tree has to be, though nothing in it suspends
   * @param isCoroutine whether a return in this method or lambda, of which is said whether {@code
   *     await} is called in it, returns a coroutine
   */
  SuspensionIndex(
      JavacAnswers javac,
      Map<Tree, TreePath> trees,
      Predicate<Tree> isTakenApart,
      BiPredicate<TreePath, Boolean> isCoroutine) {
    this.javac = javac;
    trees.forEach(
        (tree, path) -> {
          if (of(tree) != null || (tree instanceof TryTree attempt && entersAsync(attempt))) {
            mark(path);
            markBodies(path);
          } else if (isTakenApart.test(tree)) {
            mark(path);
          }
        });
    trees.forEach(
        (tree, path) -> {
          if (tree instanceof ReturnTree returned && awaits(returned, path, isCoroutine)) {
            mark(path);
          }
        });
  }

  /** Whether {@code await} is called in the body of this method or lambda, or in one inside it. */
  boolean awaits(Tree methodOrLambda) {
    return awaiting.contains(methodOrLambda);
  }

  boolean suspends(@Nullable Tree tree) {
    return tree != null && suspending.contains(tree);
  }

  /** How the tree itself suspends; null if it does not. */
  @Nullable Suspension of(Tree tree) {
    Element method = tree instanceof MethodInvocationTree ? javac.elementOf(tree) : null;
    if (isMember(method, RuntimeNames.ASYNCIO, RuntimeNames.AWAIT)) {
      return Suspension.AWAIT;
    } else if (isMember(method, RuntimeNames.GENERATOR, RuntimeNames.YIELD)
        || isMember(method, RuntimeNames.ASYNC_GENERATOR, RuntimeNames.YIELD)) {
      return Suspension.YIELD;
    }
    return isMember(method, RuntimeNames.GENERATOR, RuntimeNames.YIELD_FROM)
        ? Suspension.YIELD_FROM
        : null;
  }

  boolean isReadyResult(ExpressionTree tree) {
    Tree call = tree;
    while (call instanceof ParenthesizedTree parenthesized) {
      call = parenthesized.getExpression();
    }
    Element method = call instanceof MethodInvocationTree ? javac.elementOf(call) : null;
    return isMember(method, RuntimeNames.COROUTINE, RuntimeNames.COROUTINE_OF)
        || isMember(method, RuntimeNames.COROUTINE, RuntimeNames.COROUTINE_COMPLETED)
        || isMember(method, RuntimeNames.GENERATOR, RuntimeNames.GENERATOR_COMPLETED)
        || isMember(method, RuntimeNames.ASYNC_GENERATOR, RuntimeNames.GENERATOR_COMPLETED)
        || isMember(method, RuntimeNames.SEND_GENERATOR, RuntimeNames.GENERATOR_RETURNING);
  }

  private boolean awaits(
      ReturnTree tree, TreePath path, BiPredicate<TreePath, Boolean> isCoroutine) {
    ExpressionTree value = tree.getExpression();
    TreePath body = boundary(path);
    return value != null && !isReadyResult(value) && isCoroutine.test(body, awaits(body.getLeaf()));
  }

  private void markBodies(TreePath await) {
    for (TreePath path = await; path != null; path = path.getParentPath()) {
      if (isBoundary(path.getLeaf()) && !awaiting.add(path.getLeaf())) {
        return;
      }
    }
  }

  /** Whether a resource is entered and left by awaiting. */
  private boolean entersAsync(TryTree tree) {
    return tree.getResources().stream()
        .anyMatch(
            resource ->
                javac.isSubtypeOf(javac.typeOf(resource), RuntimeNames.ASYNC_CONTEXT_MANAGER));
  }

  private void mark(TreePath from) {
    for (TreePath path = from; path != null; path = path.getParentPath()) {
      Tree tree = path.getLeaf();
      if (isBoundary(tree) || !suspending.add(tree)) {
        return;
      }
    }
  }

  /** The method, lambda or class whose body the tree belongs to. */
  static TreePath boundary(TreePath from) {
    TreePath path = from.getParentPath();
    while (!isBoundary(path.getLeaf())) {
      path = path.getParentPath();
    }
    return path;
  }

  private static boolean isBoundary(Tree tree) {
    return tree instanceof LambdaExpressionTree
        || tree instanceof ClassTree
        || tree instanceof MethodTree;
  }

  private static boolean isMember(@Nullable Element element, String type, String name) {
    return element != null
        && element.getSimpleName().contentEquals(name)
        && element.getEnclosingElement() instanceof TypeElement owner
        && owner.getQualifiedName().contentEquals(type);
  }
}
