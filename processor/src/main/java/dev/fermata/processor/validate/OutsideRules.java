package dev.fermata.processor.validate;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import dev.fermata.processor.diag.DiagnosticKey;
import dev.fermata.processor.diag.Report;
import dev.fermata.processor.diag.TreeAccess;
import dev.fermata.processor.find.AsyncTypeFinder;
import dev.fermata.processor.find.CoroutineFunctions;
import dev.fermata.processor.model.RuntimeNames;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/**
 * The rules about what stands in no {@code @Async} type: an await there, which is most often a
 * forgotten annotation, and a coroutine that is made and dropped.
 *
 * <p>Entered twice. In the rounds, an await is looked for, because a forgotten annotation is the
 * cause of other errors, about faces that do not exist; every source of the compilation is seen, so
 * the bare syntax comes first, and javac attributes only a type that seems to await. Then each type
 * is looked at once more after javac has attributed it for itself.
 */
public final class OutsideRules {
  private final Trees trees;
  private final Elements elements;
  private final Attribution attribution;

  /** Top-level types in which awaits were judged in the rounds. */
  private final Set<String> judged = new HashSet<>();

  /** The file of the last type that was asked for: the next may stand in it too. */
  private @Nullable CompilationUnitTree lastUnit;

  public OutsideRules(TreeAccess access, Elements elements, Types types) {
    this.trees = access.trees();
    this.elements = elements;
    this.attribution = new Attribution(trees::getElement, trees::getTypeMirror, elements, types);
  }

  /** Whether the type, or one nested in it, seems to await without being annotated. */
  public boolean isSuspect(TypeElement root) {
    TreePath path = pathOf(root);
    return path != null
        && mentionsRuntime(path.getCompilationUnit())
        && new Suspicion().raisedBy(path);
  }

  /** javac finds a path by going through the file up to it, the bodies of other types included. */
  private @Nullable TreePath pathOf(TypeElement root) {
    if (lastUnit != null) {
      for (Tree declaration : lastUnit.getTypeDecls()) {
        TreePath path = new TreePath(new TreePath(lastUnit), declaration);
        if (root.equals(trees.getElement(path))) {
          return path;
        }
      }
    }
    TreePath path = trees.getPath(root);
    lastUnit = path == null ? null : path.getCompilationUnit();
    return path;
  }

  /** Checks a top-level type by symbols; makes javac attribute it. */
  public void check(TypeElement root, Report.Builder report) {
    TreePath path = trees.getPath(root);
    if (path != null) {
      skip(root);
      new Judgement(report).scan(path, null);
    }
  }

  /** Leaves out a top-level type that was checked on other trees. */
  public void skip(TypeElement root) {
    judged.add(root.getQualifiedName().toString());
  }

  /** Checks a top-level type that javac has attributed. */
  public void checkAnalyzed(TypeElement root, CompilationUnitTree unit, Report.Builder report) {
    for (Tree declaration : unit.getTypeDecls()) {
      TreePath path = new TreePath(new TreePath(unit), declaration);
      if (root.equals(trees.getElement(path))) {
        if (!judged.contains(root.getQualifiedName().toString())) {
          new Judgement(report).scan(path, null);
        }
        new Dropped(report).scan(path, null);
      }
    }
  }

  /** A file that calls await imports it, or its class, or names the class in full. */
  private static boolean mentionsRuntime(CompilationUnitTree unit) {
    return unit.getImports().stream()
            .anyMatch(
                each ->
                    each.getQualifiedIdentifier()
                        .toString()
                        .startsWith(RuntimeNames.ASYNCIO_PACKAGE + "."))
        || (unit.getPackageName() != null
            && unit.getPackageName().toString().equals(RuntimeNames.ASYNCIO_PACKAGE));
  }

  /** Goes through all types but those annotated; members of these are types of their own. */
  private abstract class Outside extends TreePathScanner<@Nullable Void, @Nullable Void> {
    @Override
    public @Nullable Void visitClass(ClassTree tree, @Nullable Void unused) {
      Tree parent = getCurrentPath().getParentPath().getLeaf();
      // To ask for the symbol of a class inside a body would have javac attribute that body, which
      // may name faces that do not exist yet.
      boolean inBody = !(parent instanceof ClassTree || parent instanceof CompilationUnitTree);
      boolean async =
          !inBody
              && trees.getElement(getCurrentPath()) instanceof TypeElement type
              && AsyncTypeFinder.isAsync(elements, type);
      if (!async) {
        return super.visitClass(tree, null);
      }
      for (Tree member : tree.getMembers()) {
        if (member instanceof ClassTree) {
          scan(member, null);
        }
      }
      return null;
    }
  }

  /** By syntax alone. */
  private final class Suspicion extends Outside {
    private boolean raised;

    boolean raisedBy(TreePath path) {
      scan(path, null);
      return raised;
    }

    @Override
    public @Nullable Void visitMethodInvocation(MethodInvocationTree tree, @Nullable Void unused) {
      raised |= Awaits.looksLikeAwait(tree) || YieldRules.looksLikeYield(tree);
      return super.visitMethodInvocation(tree, null);
    }

    @Override
    public @Nullable Void visitMemberReference(MemberReferenceTree tree, @Nullable Void unused) {
      raised |= tree.getName().contentEquals(RuntimeNames.AWAIT);
      return super.visitMemberReference(tree, null);
    }
  }

  /** By symbols. */
  private final class Judgement extends Outside {
    private final Report.Builder report;
    private final Set<Tree> reported = Collections.newSetFromMap(new IdentityHashMap<>());

    Judgement(Report.Builder report) {
      this.report = report;
    }

    @Override
    public @Nullable Void visitMethodInvocation(MethodInvocationTree tree, @Nullable Void unused) {
      if (Awaits.isAwait(getCurrentPath(), attribution)) {
        add(Awaits.name(getCurrentPath()));
      } else if (YieldRules.isYield(getCurrentPath(), attribution)) {
        report.add(
            DiagnosticKey.YIELD_PLACE,
            Awaits.name(getCurrentPath()),
            "a type that is not annotated @Async");
      }
      return super.visitMethodInvocation(tree, null);
    }

    @Override
    public @Nullable Void visitMemberReference(MemberReferenceTree tree, @Nullable Void unused) {
      if (Awaits.isReference(getCurrentPath(), attribution)) {
        report.add(DiagnosticKey.AWAIT_REFERENCE, getCurrentPath(), tree);
      }
      return super.visitMemberReference(tree, null);
    }

    private void add(TreePath name) {
      for (TreePath path = name; path != null; path = path.getParentPath()) {
        if (path.getLeaf() instanceof ClassTree tree && !tree.getSimpleName().isEmpty()) {
          if (trees.getElement(path) instanceof TypeElement local
              && AsyncTypeFinder.isAsync(elements, local)) {
            // A processor is not shown what a method declares, so no other rule has seen it.
            if (reported.add(tree)) {
              report.add(
                  DiagnosticKey.TYPE_LOCAL,
                  path,
                  local.getSimpleName(),
                  "a method",
                  "out of the method");
            }
            return;
          }
          if (trees.getElement(path) instanceof TypeElement type
              && !type.getQualifiedName().isEmpty()) {
            report.add(
                DiagnosticKey.AWAIT_OUTSIDE_ASYNC, name, type.getSimpleName(), advice(name, type));
            return;
          }
        }
      }
    }

    /** Where the annotation was forgotten, to add it; else to run the coroutine. */
    private String advice(TreePath name, TypeElement type) {
      TreePath path = name;
      while (!(path.getLeaf() instanceof MethodTree || path.getLeaf() instanceof ClassTree)) {
        path = path.getParentPath();
      }
      boolean forgotten =
          (type.getKind() == ElementKind.CLASS || type.getKind() == ElementKind.INTERFACE)
              && trees.getElement(path) instanceof ExecutableElement method
              && CoroutineFunctions.isCoroutineFunction(method);
      return forgotten
          ? "Annotate it, and create its generated face "
              + new AsyncTypeFinder(elements).describe(type).faceName()
          : "Run the coroutine with run(..), or await it in a method of an @Async type";
    }
  }

  private final class Dropped extends Outside {
    private final UnawaitedRule rule;

    Dropped(Report.Builder report) {
      rule = new UnawaitedRule(attribution, report);
    }

    @Override
    public @Nullable Void visitExpressionStatement(
        ExpressionStatementTree tree, @Nullable Void unused) {
      rule.statement(getCurrentPath());
      return super.visitExpressionStatement(tree, null);
    }

    @Override
    public @Nullable Void visitVariable(VariableTree tree, @Nullable Void unused) {
      rule.variable(getCurrentPath());
      return super.visitVariable(tree, null);
    }

    @Override
    public @Nullable Void visitLambdaExpression(LambdaExpressionTree tree, @Nullable Void unused) {
      rule.lambda(
          getCurrentPath(), Awaits.descriptor(attribution.type(getCurrentPath()), attribution));
      return super.visitLambdaExpression(tree, null);
    }

    @Override
    public @Nullable Void visitMemberReference(MemberReferenceTree tree, @Nullable Void unused) {
      rule.reference(getCurrentPath());
      return super.visitMemberReference(tree, null);
    }
  }
}
