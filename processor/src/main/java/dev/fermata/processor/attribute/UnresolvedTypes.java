package dev.fermata.processor.attribute;

import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * The names in attributed trees that javac could not resolve: of classes that are yet to be
 * generated, or of nothing. A type that depends on such a one has no name of its own and adds
 * {@code <any>}, but only if no name was found.
 */
final class UnresolvedTypes extends TreeScanner<@Nullable Void, @Nullable Void> {

  private static final String NAMELESS = "<any>";

  private final Trees trees;
  private final Set<String> names = new TreeSet<>();
  private TreePath path;

  private UnresolvedTypes(Trees trees, TreePath root) {
    this.trees = trees;
    this.path = root.getParentPath();
  }

  static Set<String> in(Trees trees, TreePath root) {
    UnresolvedTypes scanner = new UnresolvedTypes(trees, root);
    scanner.scan(root.getLeaf(), null);
    return scanner.names;
  }

  /** The names less those of members of other unresolved names. */
  static Set<String> essential(Set<String> names) {
    Set<String> essential = new TreeSet<>(names);
    essential.removeIf(name -> names.stream().anyMatch(other -> name.startsWith(other + ".")));
    if (essential.size() > 1) {
      essential.remove(NAMELESS);
    }
    return essential;
  }

  @Override
  public @Nullable Void scan(@Nullable Tree tree, @Nullable Void unused) {
    if (tree == null) {
      return null;
    }
    TreePath outer = path;
    path = new TreePath(outer, tree);
    note(trees.getTypeMirror(path));
    Element element = trees.getElement(path);
    note(element == null ? null : element.asType());
    super.scan(tree, null);
    path = outer;
    return null;
  }

  private void note(@Nullable TypeMirror type) {
    if (type != null && type.getKind() == TypeKind.ERROR) {
      String name = type.toString();
      names.add(SourceVersion.isName(name) ? name : NAMELESS);
    }
  }
}
