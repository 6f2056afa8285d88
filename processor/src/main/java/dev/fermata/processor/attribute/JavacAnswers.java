package dev.fermata.processor.attribute;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import dev.fermata.processor.model.PrivateTypes;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.function.Predicate;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** Asks javac about the trees of one method, each found by its identity. */
final class JavacAnswers {

  private final Trees trees;
  private final Types types;
  private final Elements elements;
  private final TypeProjection projection;
  private Predicate<TypeElement> named = type -> false;
  private final Map<Tree, TreePath> paths = new IdentityHashMap<>();

  JavacAnswers(Trees trees, Types types, Elements elements, TreePath method) {
    this.trees = trees;
    this.types = types;
    this.elements = elements;
    this.projection = new TypeProjection(types, elements, this::isNamed);
    new Paths(method.getParentPath()).scan(method.getLeaf(), null);
  }

  /** Has the types of these anonymous classes kept, since they get names. */
  void keep(Predicate<TypeElement> anonymous) {
    named = named.or(anonymous);
  }

  private boolean isNamed(TypeElement anonymous) {
    return named.test(anonymous);
  }

  Types types() {
    return types;
  }

  Elements elements() {
    return elements;
  }

  Map<Tree, TreePath> paths() {
    return paths;
  }

  TreePath path(Tree tree) {
    TreePath path = paths.get(tree);
    if (path == null) {
      throw new IllegalArgumentException("a tree of another method: " + tree);
    }
    return path;
  }

  @Nullable Element elementOf(Tree tree) {
    return trees.getElement(path(tree));
  }

  TypeMirror rawTypeOf(Tree tree) {
    TypeMirror type = trees.getTypeMirror(path(tree));
    if (type == null || type.getKind() == TypeKind.NONE) {
      Element element = elementOf(tree);
      type = element == null ? null : element.asType();
    }
    if (type == null) {
      throw new IllegalStateException("javac knows no type of " + tree);
    }
    return type;
  }

  /**
   * Whether a class beside this one would have to name private types to do what the method does.
   */
  boolean namesPrivateTypes() {
    for (TreePath path : paths.values()) {
      Tree tree = path.getLeaf();
      boolean typed = tree instanceof ExpressionTree || tree instanceof VariableTree;
      if (typed && PrivateTypes.areIn(trees.getTypeMirror(path))) {
        return true;
      }
      Element element = typed ? trees.getElement(path) : null;
      if (element != null
          && (element instanceof ExecutableElement || element.getKind().isField())
          && PrivateTypes.areIn(element)) {
        return true;
      }
    }
    return false;
  }

  TypeMirror typeOf(Tree tree) {
    return projection.upward(rawTypeOf(tree));
  }

  boolean hasStaticBlock(TypeElement type) {
    ClassTree source = trees.getTree(type);
    return source != null
        && source.getMembers().stream()
            .anyMatch(member -> member instanceof BlockTree block && block.isStatic());
  }

  TypeMirror upward(TypeMirror type) {
    return projection.upward(type);
  }

  /** Goes through trees of every kind, those younger than this compiler's API too. */
  private final class Paths extends TreeScanner<@Nullable Void, @Nullable Void> {
    private TreePath path;

    Paths(TreePath root) {
      this.path = root;
    }

    @Override
    public @Nullable Void scan(@Nullable Tree tree, @Nullable Void unused) {
      if (tree == null) {
        return null;
      }
      TreePath outer = path;
      path = new TreePath(outer, tree);
      paths.putIfAbsent(tree, path);
      super.scan(tree, null);
      path = outer;
      return null;
    }
  }

  /** Whether a type, if it exists at all, is a supertype of the other. */
  boolean isSubtypeOf(TypeMirror type, String supertype) {
    TypeElement element = elements.getTypeElement(supertype);
    return element != null && types.isSubtype(types.erasure(type), types.erasure(element.asType()));
  }
}
