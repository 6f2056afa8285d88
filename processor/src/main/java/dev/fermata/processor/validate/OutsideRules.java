package dev.fermata.processor.validate;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import dev.fermata.processor.diag.DiagnosticKey;
import dev.fermata.processor.diag.Report;
import dev.fermata.processor.diag.TreeAccess;
import dev.fermata.processor.find.AsyncTypeFinder;
import dev.fermata.processor.model.RuntimeNames;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/**
 * Finds an await in a type that is not annotated {@code @Async}: most often the annotation was
 * forgotten.
 *
 * <p>Looks at every source of the compilation, and so at the bare syntax first: javac attributes
 * only a type that seems to await.
 */
public final class OutsideRules {
  private final Trees trees;
  private final Elements elements;
  private final Attribution attribution;

  public OutsideRules(TreeAccess access, Elements elements, Types types) {
    this.trees = access.trees();
    this.elements = elements;
    this.attribution = new Attribution(trees::getElement, trees::getTypeMirror, elements, types);
  }

  /** Whether the type, or one nested in it, seems to await without being annotated. */
  public boolean isSuspect(TypeElement root) {
    TreePath path = trees.getPath(root);
    return path != null
        && mentionsRuntime(path.getCompilationUnit())
        && new Scan(null).isSuspect(path);
  }

  /** Checks a top-level type by symbols; makes javac attribute it. */
  public void check(TypeElement root, Report.Builder report) {
    TreePath path = trees.getPath(root);
    if (path != null) {
      new Scan(report).scan(path, null);
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

  private final class Scan extends TreePathScanner<@Nullable Void, @Nullable Void> {
    private final Report.@Nullable Builder report;
    private boolean suspect;

    Scan(Report.@Nullable Builder report) {
      this.report = report;
    }

    boolean isSuspect(TreePath path) {
      scan(path, null);
      return suspect;
    }

    @Override
    public @Nullable Void visitClass(ClassTree tree, @Nullable Void unused) {
      // To ask for the symbol of a class inside a body would have javac attribute that body, which
      // may
      // name faces that do not exist yet.
      boolean inBody =
          !(getCurrentPath().getParentPath().getLeaf() instanceof ClassTree
              || getCurrentPath().getParentPath().getLeaf() instanceof CompilationUnitTree);
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

    @Override
    public @Nullable Void visitMethodInvocation(MethodInvocationTree tree, @Nullable Void unused) {
      if (Awaits.looksLikeAwait(tree)) {
        suspect = true;
        if (report != null && Awaits.isAwait(getCurrentPath(), attribution)) {
          report(Awaits.name(getCurrentPath()), report);
        }
      }
      return super.visitMethodInvocation(tree, null);
    }

    @Override
    public @Nullable Void visitMemberReference(MemberReferenceTree tree, @Nullable Void unused) {
      if (tree.getName().contentEquals(RuntimeNames.AWAIT)) {
        suspect = true;
        if (report != null && Awaits.isReference(getCurrentPath(), attribution)) {
          report.add(DiagnosticKey.AWAIT_REFERENCE, getCurrentPath(), tree);
        }
      }
      return super.visitMemberReference(tree, null);
    }

    private void report(TreePath name, Report.Builder report) {
      for (TreePath path = name; path != null; path = path.getParentPath()) {
        if (path.getLeaf() instanceof ClassTree tree && !tree.getSimpleName().isEmpty()) {
          Element element = trees.getElement(path);
          if (element instanceof TypeElement type && !type.getQualifiedName().isEmpty()) {
            report.add(
                DiagnosticKey.AWAIT_OUTSIDE_ASYNC,
                name,
                type.getSimpleName(),
                new AsyncTypeFinder(elements).describe(type).faceName());
            return;
          }
        }
      }
    }
  }
}
