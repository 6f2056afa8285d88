package dev.fermata.processor.detached;

import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.Scope;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import org.jspecify.annotations.Nullable;

/**
 * Finds parameters of lambdas that leave their types out and get one which mentions a captured
 * wildcard.
 *
 * <pre>{@code
 * List<? extends Number> numbers = ..;
 * numbers.forEach(n -> print(n));
 * }</pre>
 *
 * <p>This asks javac for the scope of the lambda's body, for which it attributes a copy of the
 * member around it, up to there.
 */
final class CapturedParameters extends TreePathScanner<@Nullable Void, @Nullable Void> {

  private final Trees trees;
  private final SourcePositions positions;
  private @Nullable TreePath found;

  private CapturedParameters(Trees trees) {
    this.trees = trees;
    this.positions = trees.getSourcePositions();
  }

  /** The first lambda with one in the top-level class at the path. */
  static Optional<TreePath> in(TreePath outermost, Trees trees) {
    CapturedParameters scanner = new CapturedParameters(trees);
    scanner.scan(outermost, null);
    return Optional.ofNullable(scanner.found);
  }

  @Override
  public @Nullable Void scan(@Nullable Tree tree, @Nullable Void unused) {
    return found == null ? super.scan(tree, null) : null;
  }

  @Override
  public @Nullable Void visitLambdaExpression(LambdaExpressionTree tree, @Nullable Void unused) {
    if (tree.getParameters().stream().anyMatch(this::isInferred) && hasCaptured(tree)) {
      found = getCurrentPath();
    }
    return super.visitLambdaExpression(tree, null);
  }

  private boolean isInferred(VariableTree parameter) {
    return NamelessVariables.isInferred(parameter, getCurrentPath(), positions);
  }

  private boolean hasCaptured(LambdaExpressionTree tree) {
    Scope scope = trees.getScope(new TreePath(getCurrentPath(), tree.getBody()));
    for (Element local : scope.getLocalElements()) {
      boolean isParameter =
          tree.getParameters().stream()
              .anyMatch(each -> local.getSimpleName().equals(each.getName()));
      if (isParameter && mentionsCaptured(local.asType())) {
        return true;
      }
    }
    return false;
  }

  private static boolean mentionsCaptured(@Nullable TypeMirror type) {
    if (type instanceof TypeVariable variable) {
      return variable.asElement().getSimpleName().toString().startsWith("<");
    } else if (type instanceof ArrayType array) {
      return mentionsCaptured(array.getComponentType());
    } else if (type instanceof WildcardType wildcard) {
      return mentionsCaptured(wildcard.getExtendsBound())
          || mentionsCaptured(wildcard.getSuperBound());
    }
    return type instanceof DeclaredType declared
        && (declared.getTypeArguments().stream().anyMatch(CapturedParameters::mentionsCaptured)
            || mentionsCaptured(declared.getEnclosingType()));
  }
}
