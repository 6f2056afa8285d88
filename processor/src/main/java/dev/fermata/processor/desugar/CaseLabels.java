package dev.fermata.processor.desugar;

import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.Tree;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What Java 21 added to the labels of a switch, read by reflection: the tree interface of Java 17
 * lacks it, or has it as a preview.
 */
final class CaseLabels {

  private CaseLabels() {}

  /**
   * Whether a case has a pattern, a guard or {@code null}, so that Java 17 could not compile it.
   */
  static boolean isModern(List<? extends CaseTree> cases) {
    return cases.stream()
        .anyMatch(c -> guard(c) != null || labels(c).stream().anyMatch(CaseLabels::isModern));
  }

  private static boolean isModern(Tree label) {
    return pattern(label) != null
        || (constant(label) != null && label(constant(label)).equals("NULL_LITERAL"));
  }

  static boolean isDefault(CaseTree tree) {
    List<? extends Tree> labels = labels(tree);
    return labels.isEmpty() || labels.stream().anyMatch(CaseLabels::isDefault);
  }

  static boolean isDefault(Tree label) {
    return label(label).equals("DEFAULT_CASE_LABEL");
  }

  /** The labels of a case; none, or a default label, for {@code default}. */
  static List<? extends Tree> labels(CaseTree tree) {
    if (call(tree, CaseTree.class, "getLabels") instanceof List<?> labels) {
      return labels.stream().map(Tree.class::cast).toList();
    }
    return tree.getExpressions();
  }

  /** The constant that a label names, if it does. */
  static @Nullable ExpressionTree constant(@Nullable Tree label) {
    if (label instanceof ExpressionTree expression) {
      return expression;
    }
    return label != null && label(label).equals("CONSTANT_CASE_LABEL")
        ? (ExpressionTree) member(label, "getConstantExpression")
        : null;
  }

  /** The pattern of a label, if it has one. */
  static @Nullable Tree pattern(Tree label) {
    return switch (label(label)) {
      case "PATTERN_CASE_LABEL" -> (Tree) member(label, "getPattern");
      // Java 17 with previews: the pattern itself is the label.
      case "BINDING_PATTERN", "GUARDED_PATTERN", "PARENTHESIZED_PATTERN" -> label;
      default -> null;
    };
  }

  static @Nullable ExpressionTree guard(CaseTree tree) {
    return (ExpressionTree) call(tree, CaseTree.class, "getGuard");
  }

  private static String label(@Nullable Tree tree) {
    return tree == null ? "" : tree.getKind().name();
  }

  private static @Nullable Object member(Tree tree, String name) {
    return call(tree, tree.getKind().asInterface(), name);
  }

  private static @Nullable Object call(Tree tree, Class<? extends Tree> type, String name) {
    try {
      return type.getMethod(name).invoke(tree);
    } catch (NoSuchMethodException absent) {
      return null;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
