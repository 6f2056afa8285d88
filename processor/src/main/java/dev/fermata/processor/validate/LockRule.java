package dev.fermata.processor.validate;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import dev.fermata.processor.diag.DiagnosticKey;
import dev.fermata.processor.diag.Report;
import dev.fermata.processor.model.Owners;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/**
 * Warns of a lock of {@code java.util.concurrent} that is held across an await. It belongs to the
 * thread, so the other tasks of the loop, which have the same thread, walk through it.
 *
 * <p>Goes through a body in the order of its text: from a {@code lock()} to the {@code unlock()} on
 * the same expression.
 */
final class LockRule {
  private static final String LOCK = "java.util.concurrent.locks.Lock";
  private static final Set<String> ACQUIRING = Set.of("lock", "lockInterruptibly");

  private final Attribution attribution;
  private final Report.Builder report;
  private final Set<Tree> warned = new HashSet<>();

  LockRule(Attribution attribution, Report.Builder report) {
    this.attribution = attribution;
    this.report = report;
  }

  /** Checks the body of a coroutine function or coroutine lambda. */
  void check(TreePath body) {
    new Walk().scan(body, null);
  }

  /** Whether the call takes a lock that has been warned of, so that this need not be said twice. */
  boolean hasWarned(Tree call) {
    return warned.contains(call);
  }

  private boolean isLock(ExecutableElement method) {
    TypeElement lock = attribution.elements().getTypeElement(LOCK);
    return lock != null && attribution.types().isSubtype(Owners.of(method).asType(), lock.asType());
  }

  private final class Walk extends TreePathScanner<@Nullable Void, @Nullable Void> {
    /** Calls that took what is held, by the text of the lock. */
    private final Map<String, TreePath> held = new LinkedHashMap<>();

    @Override
    public @Nullable Void visitMethodInvocation(MethodInvocationTree tree, @Nullable Void unused) {
      super.visitMethodInvocation(tree, null);
      TreePath call = getCurrentPath();
      if (Awaits.isAwait(call, attribution)) {
        held.values().forEach(this::warn);
        held.clear();
      } else if (tree.getMethodSelect() instanceof MemberSelectTree select
          && attribution.element(Awaits.name(call)) instanceof ExecutableElement method
          && isLock(method)) {
        String lock = select.getExpression().toString();
        String name = method.getSimpleName().toString();
        if (ACQUIRING.contains(name)) {
          held.put(lock, call);
        } else if (name.equals("unlock")) {
          held.remove(lock);
        }
      }
      return null;
    }

    /** {@code if (lock.tryLock(..))} holds the lock in the first branch. */
    @Override
    public @Nullable Void visitIf(IfTree tree, @Nullable Void unused) {
      scan(tree.getCondition(), null);
      ExpressionTree condition = tree.getCondition();
      TreePath path = new TreePath(getCurrentPath(), condition);
      while (condition instanceof ParenthesizedTree parenthesized) {
        condition = parenthesized.getExpression();
        path = new TreePath(path, condition);
      }
      String lock = null;
      if (condition instanceof MethodInvocationTree call
          && call.getMethodSelect() instanceof MemberSelectTree select
          && attribution.element(Awaits.name(path)) instanceof ExecutableElement method
          && method.getSimpleName().contentEquals("tryLock")
          && isLock(method)) {
        lock = select.getExpression().toString();
        held.put(lock, path);
      }
      scan(tree.getThenStatement(), null);
      if (lock != null) {
        held.remove(lock);
      }
      scan(tree.getElseStatement(), null);
      return null;
    }

    private void warn(TreePath call) {
      warned.add(call.getLeaf());
      Suppressions.warn(
          attribution,
          report,
          DiagnosticKey.LOCK_ACROSS_AWAIT,
          Awaits.name(call),
          ((MemberSelectTree) Awaits.name(call).getLeaf()).getExpression());
    }

    @Override
    public @Nullable Void visitLambdaExpression(
        LambdaExpressionTree lambda, @Nullable Void unused) {
      return null;
    }

    @Override
    public @Nullable Void visitClass(ClassTree type, @Nullable Void unused) {
      return null;
    }
  }
}
