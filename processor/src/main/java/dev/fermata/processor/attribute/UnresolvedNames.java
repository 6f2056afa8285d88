package dev.fermata.processor.attribute;

import com.sun.source.tree.AnnotatedTypeTree;
import com.sun.source.tree.ArrayTypeTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.InstanceOfTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.TypeParameterTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.tree.WildcardTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/**
 * The names of types that are missing, found without attribution.
 *
 * <p>javac must not attribute a class while a name in it is missing: a variable declared with
 * {@code var} and a lambda parameter without a type then keep their erroneous type in the tree for
 * good, and javac 17 to 25 crashes on them once the name is there. Nothing in the API undoes that.
 *
 * <p>What is found is certain, since a name taken for missing by mistake would be waited for in
 * vain; so names are looked at only where a type must stand, and not inside anonymous and local
 * classes, which may inherit types. What is overlooked here is found by {@link UnresolvedTypes},
 * after attribution.
 */
final class UnresolvedNames extends TreeScanner<@Nullable Void, @Nullable Void> {

  private final Trees trees;
  private final Elements elements;
  private final Imports imports;
  private final Set<String> declared = new HashSet<>();
  private final Set<TypeElement> checked = new HashSet<>();
  private final Set<String> missing = new TreeSet<>();

  /** Whether each simple name met so far is that of a type. */
  private final Map<String, Boolean> resolved = new HashMap<>();

  private boolean inBody;

  private UnresolvedNames(
      Trees trees, Elements elements, TypesByName types, TypeElement outermost, TreePath path) {
    this.trees = trees;
    this.elements = elements;
    this.imports = new Imports(elements, types, outermost, path.getCompilationUnit());
  }

  /** Those in a top-level class, which javac attributes as a whole. */
  static Set<String> in(Trees trees, Elements elements, TypesByName types, TypeElement outermost) {
    TreePath path = trees.getPath(outermost);
    UnresolvedNames names = new UnresolvedNames(trees, elements, types, outermost, path);
    names.declare(outermost, path.getLeaf());
    names.checkMembers(outermost);
    names.scan(path.getLeaf(), null);
    return names.missing;
  }

  /** Collects what is declared anywhere in the class, without regard to scopes. */
  private void declare(TypeElement outermost, Tree tree) {
    declareMembersOf(outermost);
    new TreeScanner<@Nullable Void, @Nullable Void>() {
      @Override
      public @Nullable Void visitClass(ClassTree nested, @Nullable Void unused) {
        declared.add(nested.getSimpleName().toString());
        return super.visitClass(nested, null);
      }

      @Override
      public @Nullable Void visitTypeParameter(TypeParameterTree parameter, @Nullable Void unused) {
        declared.add(parameter.getName().toString());
        return super.visitTypeParameter(parameter, null);
      }

      @Override
      public @Nullable Void visitVariable(VariableTree variable, @Nullable Void unused) {
        declared.add(variable.getName().toString());
        return super.visitVariable(variable, null);
      }
    }.scan(tree, null);
  }

  private void declareMembersOf(TypeElement type) {
    for (Element member : elements.getAllMembers(type)) {
      if (member instanceof TypeElement || member instanceof VariableElement) {
        declared.add(member.getSimpleName().toString());
      }
    }
    ElementFilter.typesIn(type.getEnclosedElements()).forEach(this::declareMembersOf);
  }

  // Where a type must stand

  @Override
  public @Nullable Void visitClass(ClassTree tree, @Nullable Void unused) {
    for (Tree member : tree.getMembers()) {
      // Headers, fields and signatures are checked by element.
      if (member instanceof MethodTree method) {
        body(method.getBody());
      } else if (member instanceof VariableTree field) {
        body(field.getInitializer());
      } else if (!inBody) {
        scan(member, null);
      }
    }
    return null;
  }

  private void body(@Nullable Tree tree) {
    if (!inBody) {
      inBody = true;
      scan(tree, null);
      inBody = false;
    }
  }

  @Override
  public @Nullable Void visitVariable(VariableTree tree, @Nullable Void unused) {
    type(tree.getType());
    return super.visitVariable(tree, null);
  }

  @Override
  public @Nullable Void visitNewClass(NewClassTree tree, @Nullable Void unused) {
    if (tree.getEnclosingExpression() == null) {
      type(tree.getIdentifier());
    }
    scan(tree.getEnclosingExpression(), null);
    return scan(tree.getArguments(), null);
  }

  @Override
  public @Nullable Void visitNewArray(NewArrayTree tree, @Nullable Void unused) {
    type(tree.getType());
    return super.visitNewArray(tree, null);
  }

  @Override
  public @Nullable Void visitTypeCast(TypeCastTree tree, @Nullable Void unused) {
    type(tree.getType());
    return super.visitTypeCast(tree, null);
  }

  @Override
  public @Nullable Void visitInstanceOf(InstanceOfTree tree, @Nullable Void unused) {
    if (tree.getPattern() == null) {
      type(tree.getType());
    }
    return super.visitInstanceOf(tree, null);
  }

  @Override
  public @Nullable Void visitMethodInvocation(MethodInvocationTree tree, @Nullable Void unused) {
    tree.getTypeArguments().forEach(this::type);
    return super.visitMethodInvocation(tree, null);
  }

  @Override
  public @Nullable Void visitMemberSelect(MemberSelectTree tree, @Nullable Void unused) {
    if (tree.getIdentifier().contentEquals("class")) {
      type(tree.getExpression());
    } else if (tree.getExpression() instanceof IdentifierTree name
        && Character.isUpperCase(name.getName().charAt(0))) {
      // By custom a type; were it a package, its name would be said to be missing in vain.
      type(name);
    }
    return super.visitMemberSelect(tree, null);
  }

  private void type(@Nullable Tree tree) {
    if (tree instanceof IdentifierTree name) {
      if (!name.getName().contentEquals("var") && !known(name)) {
        missing.add(name.getName().toString());
      }
    } else if (tree instanceof ParameterizedTypeTree generic) {
      type(generic.getType());
      generic.getTypeArguments().forEach(this::type);
    } else if (tree instanceof ArrayTypeTree array) {
      type(array.getType());
    } else if (tree instanceof AnnotatedTypeTree annotated) {
      type(annotated.getUnderlyingType());
    } else if (tree instanceof WildcardTree wildcard) {
      type(wildcard.getBound());
    }
  }

  // Resolution

  /** Whether a simple name is that of a type; the members of one that is are checked as well. */
  private boolean known(IdentifierTree tree) {
    String name = tree.getName().toString();
    return name.isEmpty() || declared.contains(name) || resolved.computeIfAbsent(name, this::find);
  }

  private boolean find(String name) {
    if (imports.staticMembers().contains(name)) {
      return true;
    }
    TypeElement type = imports.find(name);
    if (type != null) {
      checkMembers(type);
    }
    return type != null;
  }

  /**
   * Adds the missing types in the signatures of a class of this compilation. Libraries are left
   * out: what they lack never comes.
   */
  private void checkMembers(TypeElement type) {
    if (!checked.add(type) || trees.getTree(type) == null) {
      return;
    }
    for (Element member : type.getEnclosedElements()) {
      if (member instanceof ExecutableElement method) {
        check(method.getReturnType());
        method.getParameters().forEach(parameter -> check(parameter.asType()));
      } else if (member instanceof VariableElement) {
        check(member.asType());
      } else if (member instanceof TypeElement nested) {
        checkMembers(nested);
      }
    }
  }

  private void check(TypeMirror type) {
    if (type.getKind() == TypeKind.ERROR) {
      missing.add(((DeclaredType) type).asElement().getSimpleName().toString());
    } else if (type instanceof DeclaredType declaredType) {
      declaredType.getTypeArguments().forEach(this::check);
    } else if (type instanceof ArrayType array) {
      check(array.getComponentType());
    } else if (type instanceof WildcardType wildcard) {
      TypeMirror upper = wildcard.getExtendsBound();
      TypeMirror bound = upper == null ? wildcard.getSuperBound() : upper;
      if (bound != null) {
        check(bound);
      }
    }
  }
}
