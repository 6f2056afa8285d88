package dev.fermata.processor.attribute;

import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import javax.lang.model.element.Element;
import javax.lang.model.type.TypeVariable;

/**
 * What javac's trees and types do otherwise than their documentation lets expect. One method each.
 */
final class TreeQuirks {

  private TreeQuirks() {}

  /**
   * A captured type variable looks like any other in the API (javac 17 to 25); the name of its
   * element, which no source can contain, tells it.
   */
  static boolean isCapture(TypeVariable type) {
    return type.asElement().getSimpleName().toString().startsWith("<");
  }

  /**
   * Whether the expression is the constant of a {@code case}. Its parent is the case itself in
   * javac 17, and a label, of a kind that javac 17 lacks, in later ones.
   */
  static boolean isCaseConstant(TreePath path) {
    Tree parent = path.getParentPath().getLeaf();
    return parent.getKind().name().equals("CONSTANT_CASE_LABEL")
        || (parent instanceof CaseTree group
            && group.getExpressions().stream().anyMatch(e -> e == path.getLeaf()));
  }

  /** {@code this} and {@code super} are fields and have names in javac's symbol table. */
  static boolean isThisOrSuper(Element element) {
    return element.getSimpleName().contentEquals("this")
        || element.getSimpleName().contentEquals("super");
  }

  /** Whether it is Java 25's {@code import module m}, which the tree of Java 17 cannot say. */
  static boolean isModuleImport(ImportTree tree) {
    try {
      return (Boolean) ImportTree.class.getMethod("isModule").invoke(tree);
    } catch (NoSuchMethodException older) {
      return false;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
