package dev.fermata.processor.validate;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import dev.fermata.processor.diag.Report;
import dev.fermata.processor.find.CoroutineFunctions;
import dev.fermata.processor.model.FunctionKind;
import javax.lang.model.element.ExecutableElement;
import org.jspecify.annotations.Nullable;

/**
 * The rules about the bodies of one {@code @Async} type, in one walk over its attributed tree.
 *
 * <p>Goes through field initializers, constructors and ordinary methods too, since await may stand
 * in none of them; not through member types, which are annotated or not in their own right.
 */
public final class BodyRules extends TreePathScanner<@Nullable Void, @Nullable Void> {
  private final ClassTree type;
  private final Attribution attribution;
  private final PlacementRules placement;
  private final YieldRules yields;
  private final CatchRule catches;
  private final BlockingCallRule blocking;
  private final UnawaitedRule unawaited;
  private final LockRule locks;
  private final VariableTypeRule variableTypes;
  private boolean inCoroutine;

  private BodyRules(ClassTree type, Attribution attribution, Report.Builder report) {
    this.type = type;
    this.attribution = attribution;
    this.placement = new PlacementRules(attribution, report);
    this.yields = new YieldRules(attribution, report);
    this.catches = new CatchRule(attribution, report);
    this.blocking = new BlockingCallRule(attribution, report);
    this.unawaited = new UnawaitedRule(attribution, report);
    this.locks = new LockRule(attribution, report);
    this.variableTypes = new VariableTypeRule(attribution, report);
  }

  /**
   * Checks a type.
   *
   * @param path the path of the type's own tree, attributed and without unresolved names
   */
  public static void check(TreePath path, Attribution attribution, Report.Builder report) {
    new BodyRules((ClassTree) path.getLeaf(), attribution, report).scan(path, null);
  }

  @Override
  public @Nullable Void visitClass(ClassTree tree, @Nullable Void unused) {
    boolean isMember = getCurrentPath().getParentPath().getLeaf() == type;
    if (isMember) {
      return null;
    }
    boolean outside = inCoroutine;
    inCoroutine = false;
    super.visitClass(tree, null);
    inCoroutine = outside;
    return null;
  }

  @Override
  public @Nullable Void visitMethod(MethodTree tree, @Nullable Void unused) {
    boolean outside = inCoroutine;
    inCoroutine =
        attribution.element(getCurrentPath()) instanceof ExecutableElement method
            && CoroutineFunctions.isCoroutineFunction(method)
            && FunctionKind.of(method).filter(FunctionKind::awaits).isPresent();
    if (inCoroutine && tree.getBody() != null) {
      locks.check(new TreePath(getCurrentPath(), tree.getBody()));
    }
    super.visitMethod(tree, null);
    inCoroutine = outside;
    return null;
  }

  @Override
  public @Nullable Void visitLambdaExpression(LambdaExpressionTree tree, @Nullable Void unused) {
    Awaits.Descriptor descriptor =
        Awaits.descriptor(attribution.type(getCurrentPath()), attribution);
    boolean outside = inCoroutine;
    inCoroutine = descriptor != null && descriptor.isCoroutine();
    if (inCoroutine) {
      locks.check(new TreePath(getCurrentPath(), tree.getBody()));
    }
    unawaited.lambda(getCurrentPath(), descriptor);
    super.visitLambdaExpression(tree, null);
    inCoroutine = outside;
    return null;
  }

  @Override
  public @Nullable Void visitMethodInvocation(MethodInvocationTree tree, @Nullable Void unused) {
    if (Awaits.isAwait(getCurrentPath(), attribution)) {
      if (yields.await(getCurrentPath(), type)) {
        placement.await(getCurrentPath(), type);
      }
    } else if (YieldRules.isYield(getCurrentPath(), attribution)) {
      yields.check(getCurrentPath(), type);
    } else if (inCoroutine && !locks.hasWarned(tree)) {
      blocking.call(getCurrentPath());
    }
    return super.visitMethodInvocation(tree, null);
  }

  @Override
  public @Nullable Void visitNewClass(NewClassTree tree, @Nullable Void unused) {
    if (inCoroutine) {
      blocking.creation(getCurrentPath());
    }
    return super.visitNewClass(tree, null);
  }

  @Override
  public @Nullable Void visitVariable(VariableTree tree, @Nullable Void unused) {
    unawaited.variable(getCurrentPath());
    variableTypes.check(getCurrentPath());
    return super.visitVariable(tree, null);
  }

  @Override
  public @Nullable Void visitMemberReference(MemberReferenceTree tree, @Nullable Void unused) {
    if (Awaits.isReference(getCurrentPath(), attribution)) {
      placement.reference(getCurrentPath());
    } else {
      unawaited.reference(getCurrentPath());
    }
    return super.visitMemberReference(tree, null);
  }

  @Override
  public @Nullable Void visitTry(TryTree tree, @Nullable Void unused) {
    if (inCoroutine) {
      catches.check(getCurrentPath());
    }
    for (Tree resource : tree.getResources()) {
      yields.resource(new TreePath(getCurrentPath(), resource), type);
    }
    return super.visitTry(tree, null);
  }

  @Override
  public @Nullable Void visitExpressionStatement(
      ExpressionStatementTree tree, @Nullable Void unused) {
    unawaited.statement(getCurrentPath());
    return super.visitExpressionStatement(tree, null);
  }
}
