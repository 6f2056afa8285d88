package dev.fermata.processor.validate;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreeScanner;
import dev.fermata.processor.diag.DiagnosticKey;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Is a key silenced at a place: {@code @SuppressWarnings("fermata.blocking-call")} on it or around
 * it.
 */
final class Suppressions {
  private static final String ALL = "all";

  static boolean silence(DiagnosticKey key, TreePath place) {
    for (TreePath path = place; path != null; path = path.getParentPath()) {
      ModifiersTree modifiers = modifiers(path.getLeaf());
      if (modifiers != null) {
        Set<String> keys = keys(modifiers);
        if (keys.contains(key.key()) || keys.contains(ALL)) {
          return true;
        }
      }
    }
    return false;
  }

  private static @Nullable ModifiersTree modifiers(Tree tree) {
    if (tree instanceof MethodTree method) {
      return method.getModifiers();
    }
    if (tree instanceof ClassTree type) {
      return type.getModifiers();
    }
    return tree instanceof VariableTree variable ? variable.getModifiers() : null;
  }

  private static Set<String> keys(ModifiersTree modifiers) {
    Set<String> result = new HashSet<>();
    for (AnnotationTree annotation : modifiers.getAnnotations()) {
      if (annotation.getAnnotationType().toString().endsWith("SuppressWarnings")) {
        new TreeScanner<@Nullable Void, @Nullable Void>() {
          @Override
          public @Nullable Void visitLiteral(LiteralTree literal, @Nullable Void unused) {
            if (literal.getValue() instanceof String text) {
              result.add(text);
            }
            return null;
          }
        }.scan(annotation.getArguments(), null);
      }
    }
    return result;
  }

  private Suppressions() {}
}
