package dev.fermata.processor.validate;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import dev.fermata.processor.diag.DiagnosticKey;
import dev.fermata.processor.diag.Report;
import java.util.HashSet;
import java.util.Set;
import javax.lang.model.element.VariableElement;
import org.jspecify.annotations.Nullable;

/**
 * Is a key silenced at a place: {@code @SuppressWarnings("fermata.blocking-call")} on it or around
 * it.
 */
final class Suppressions {
  private static final String ALL = "all";

  /** Adds a warning unless an annotation around the place silences its key. */
  static void warn(
      Attribution attribution,
      Report.Builder report,
      DiagnosticKey key,
      TreePath place,
      Object... arguments) {
    if (!new Suppressions(attribution).silence(key, place)) {
      report.add(key, place, arguments);
    }
  }

  private final Attribution attribution;

  private Suppressions(Attribution attribution) {
    this.attribution = attribution;
  }

  private boolean silence(DiagnosticKey key, TreePath place) {
    for (TreePath path = place; path != null; path = path.getParentPath()) {
      ModifiersTree modifiers = modifiers(path.getLeaf());
      if (modifiers != null) {
        Set<String> keys = keys(new TreePath(path, modifiers), modifiers);
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

  private Set<String> keys(TreePath path, ModifiersTree modifiers) {
    Set<String> result = new HashSet<>();
    for (AnnotationTree annotation : modifiers.getAnnotations()) {
      if (annotation.getAnnotationType().toString().endsWith("SuppressWarnings")) {
        new TreePathScanner<@Nullable Void, @Nullable Void>() {
          @Override
          public @Nullable Void visitLiteral(LiteralTree literal, @Nullable Void unused) {
            add(literal.getValue());
            return null;
          }

          @Override
          public @Nullable Void visitIdentifier(IdentifierTree name, @Nullable Void unused) {
            addConstant();
            return null;
          }

          @Override
          public @Nullable Void visitMemberSelect(MemberSelectTree name, @Nullable Void unused) {
            addConstant();
            return null;
          }

          private void addConstant() {
            if (attribution.element(getCurrentPath()) instanceof VariableElement constant) {
              add(constant.getConstantValue());
            }
          }

          private void add(@Nullable Object value) {
            if (value instanceof String text) {
              result.add(text);
            }
          }
        }.scan(new TreePath(path, annotation), null);
      }
    }
    return result;
  }
}
