package dev.fermata.processor.validate;

import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import org.jspecify.annotations.Nullable;

/**
 * What a stream, scanner or channel reads from in the end, as far as this file tells: goes from a
 * variable to its initializer, and from an object to what it was made of.
 */
final class Origins {
  private static final int FARTHEST = 16;
  private static final Set<String> MEMORY =
      Set.of("java.io.ByteArrayInputStream", "java.io.StringReader", "java.io.CharArrayReader");

  private final Attribution attribution;

  Origins(Attribution attribution) {
    this.attribution = attribution;
  }

  /** Whether nothing is read but memory. */
  boolean isMemory(TreePath expression) {
    return hasMemoryType(of(expression));
  }

  /** Whether it is the program's standard input. */
  boolean isStandardInput(TreePath expression) {
    return attribution.element(of(expression)) instanceof VariableElement field
        && field.getSimpleName().contentEquals("in")
        && field.getEnclosingElement() instanceof TypeElement type
        && type.getQualifiedName().contentEquals("java.lang.System");
  }

  /** Whether it is a channel that was opened in this file, where none is told not to block. */
  boolean isBlockingChannel(TreePath expression) {
    TreePath origin = of(expression);
    if (!(origin.getLeaf() instanceof MethodInvocationTree)) {
      return false;
    }
    Element method = attribution.element(Awaits.name(origin));
    return method != null && method.getSimpleName().contentEquals("open") && !configures(origin);
  }

  private TreePath of(TreePath expression) {
    TreePath path = expression;
    for (int i = 0; i < FARTHEST; i++) {
      TreePath next = next(path);
      if (next == null) {
        break;
      }
      path = next;
    }
    return path;
  }

  private @Nullable TreePath next(TreePath path) {
    Tree tree = path.getLeaf();
    if (tree instanceof ParenthesizedTree parenthesized) {
      return new TreePath(path, parenthesized.getExpression());
    }
    if (tree instanceof NewClassTree created && !hasMemoryType(path)) {
      return created.getArguments().isEmpty()
          ? null
          : new TreePath(path, created.getArguments().get(0));
    }
    return tree instanceof IdentifierTree
            && attribution.element(path) instanceof VariableElement variable
        ? initializer(variable, path)
        : null;
  }

  private boolean hasMemoryType(TreePath expression) {
    return attribution.type(expression) instanceof DeclaredType type
        && type.asElement() instanceof TypeElement element
        && MEMORY.contains(element.getQualifiedName().toString());
  }

  private @Nullable TreePath initializer(VariableElement variable, TreePath use) {
    TreePathScanner<@Nullable TreePath, @Nullable Void> declaration =
        new TreePathScanner<>() {
          @Override
          public @Nullable TreePath visitVariable(VariableTree tree, @Nullable Void unused) {
            return tree.getInitializer() != null
                    && tree.getName().contentEquals(variable.getSimpleName())
                    && variable.equals(attribution.element(getCurrentPath()))
                ? new TreePath(getCurrentPath(), tree.getInitializer())
                : super.visitVariable(tree, null);
          }

          @Override
          public @Nullable TreePath reduce(@Nullable TreePath one, @Nullable TreePath other) {
            return one != null ? one : other;
          }
        };
    return declaration.scan(new TreePath(use.getCompilationUnit()), null);
  }

  private static boolean configures(TreePath place) {
    return place.getCompilationUnit().toString().contains(".configureBlocking(");
  }
}
