package dev.fermata.processor;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import dev.fermata.processor.diag.Report;
import dev.fermata.processor.diag.TreeAccess;
import dev.fermata.processor.emit.StubEmitter;
import dev.fermata.processor.model.AsyncType;
import dev.fermata.processor.validate.Attribution;
import dev.fermata.processor.validate.BodyRules;
import java.util.ArrayList;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Attributes and judges bodies as the real one does, and makes machines that throw. */
final class TestGenerator implements MachineGenerator {
  private final ProcessingEnvironment environment;
  private final Trees trees;

  TestGenerator(ProcessingEnvironment environment, TreeAccess access, ProcessorOptions options) {
    this.environment = environment;
    this.trees = access.trees();
  }

  @Override
  public Result generate(AsyncType type, Report.Builder report) {
    TreePath path = trees.getPath(type.element());
    Unresolved unresolved = unresolved(path);
    if (!unresolved.isEmpty()) {
      return new Result.NotYet(unresolved);
    }
    if (unresolved.erroneous) {
      return new Result.Failed(); // javac says why
    }
    BodyRules.check(
        path,
        new Attribution(
            trees::getElement,
            trees::getTypeMirror,
            environment.getElementUtils(),
            environment.getTypeUtils()),
        report);
    return report.hasErrors()
        ? new Result.Failed()
        : new Result.Generated(
            new StubEmitter(environment.getElementUtils(), environment.getTypeUtils()).emit(type));
  }

  /** What the scan of a body found. */
  private static final class Unresolved extends ArrayList<String> {
    private static final long serialVersionUID = 1L;
    private boolean erroneous;
  }

  private Unresolved unresolved(TreePath type) {
    Unresolved result = new Unresolved();
    new TreePathScanner<Void, Void>() {
      private boolean inBody;

      @Override
      public Void visitClass(ClassTree tree, Void unused) {
        return getCurrentPath().getParentPath().getLeaf() == type.getLeaf()
            ? null
            : super.visitClass(tree, null);
      }

      @Override
      public Void visitMethod(MethodTree tree, Void unused) {
        boolean outside = inBody;
        inBody = true;
        scan(tree.getBody(), null);
        inBody = outside;
        return null;
      }

      @Override
      public Void scan(Tree tree, Void unused) {
        if (inBody && tree instanceof ExpressionTree) {
          TreePath path = new TreePath(getCurrentPath(), tree);
          Element element = trees.getElement(path);
          TypeMirror found = trees.getTypeMirror(path);
          boolean isError =
              isErroneous(found) || (element != null && isErroneous(element.asType()));
          boolean isMethodName =
              path.getParentPath().getLeaf() instanceof MethodInvocationTree call
                  && call.getMethodSelect() == tree;
          result.erroneous |= isError;
          if (isError
              && tree instanceof IdentifierTree
              && !isMethodName
              && element != null
              && element.getKind().isClass()
              && !result.contains(tree.toString())) {
            result.add(tree.toString());
          }
        }
        return super.scan(tree, null);
      }
    }.scan(type, null);
    return result;
  }

  private static boolean isErroneous(TypeMirror type) {
    return type != null && type.getKind() == TypeKind.ERROR;
  }
}
