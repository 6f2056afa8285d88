package dev.fermata.processor.validate;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import dev.fermata.processor.diag.DiagnosticKey;
import dev.fermata.processor.diag.Report;
import javax.lang.model.element.Element;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import org.jspecify.annotations.Nullable;

/**
 * Finds variables whose type is, or mentions, an anonymous class: those declared with {@code var},
 * and parameters of lambdas that leave their types out.
 *
 * <p>Attribution writes the type into the tree, and javac does not take it back before it compiles
 * the class. It then looks for a class of the name that the anonymous class has in its class file,
 * and finds none. So it is of no matter where in the file's top-level class the variable stands.
 */
public final class NamelessTypeRule extends TreePathScanner<@Nullable Void, @Nullable Void> {

  private final Attribution attribution;
  private final Report.Builder report;

  private NamelessTypeRule(Attribution attribution, Report.Builder report) {
    this.attribution = attribution;
    this.report = report;
  }

  /** Checks the top-level class around the attributed type at the path. */
  public static void check(TreePath type, Attribution attribution, Report.Builder report) {
    TreePath outermost = type;
    while (outermost.getParentPath().getLeaf() instanceof ClassTree) {
      outermost = outermost.getParentPath();
    }
    new NamelessTypeRule(attribution, report).scan(outermost, null);
  }

  @Override
  public @Nullable Void visitVariable(VariableTree tree, @Nullable Void unused) {
    Element variable = attribution.element(getCurrentPath());
    Tree parent = getCurrentPath().getParentPath().getLeaf();
    if (variable != null && !(parent instanceof ClassTree) && isNameless(variable.asType())) {
      report.add(DiagnosticKey.NAMELESS_TYPE, getCurrentPath(), tree.getName());
    }
    return super.visitVariable(tree, null);
  }

  private static boolean isNameless(TypeMirror type) {
    if (type instanceof IntersectionType intersection) {
      // To javac the class of an intersection is anonymous too.
      return intersection.getBounds().stream().anyMatch(NamelessTypeRule::isNameless);
    } else if (type instanceof DeclaredType declared) {
      return (declared.asElement() instanceof TypeElement element
              && element.getNestingKind() == NestingKind.ANONYMOUS)
          || declared.getTypeArguments().stream().anyMatch(NamelessTypeRule::isNameless);
    } else if (type instanceof ArrayType array) {
      return isNameless(array.getComponentType());
    }
    return type instanceof WildcardType wildcard
        && wildcard.getExtendsBound() != null
        && isNameless(wildcard.getExtendsBound());
  }
}
