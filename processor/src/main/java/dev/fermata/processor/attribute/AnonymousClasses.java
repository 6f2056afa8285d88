package dev.fermata.processor.attribute;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import dev.fermata.processor.attribute.SourceText.Range;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import org.jspecify.annotations.Nullable;

/**
 * The anonymous classes of one method whose very type matters: that of a {@code var}, or one whose
 * own members are used from outside. Where such a place is taken apart, the class needs a name.
 *
 * <pre>{@code
 * var counter = new Object() { int n; };    =>    var counter = new Counter();
 * }</pre>
 */
final class AnonymousClasses extends TreeScanner<@Nullable Void, @Nullable Void> {

  private static final int DEPTH = 8;

  private final JavacAnswers javac;
  private final SourceText source;
  private final Set<String> taken;
  private final Map<TypeElement, Range> creations = new HashMap<>();
  private final Map<TypeElement, Range> extents = new HashMap<>();
  private final Map<TypeElement, String> names = new HashMap<>();

  /**
   * Those of a method.
   *
   * @param words every identifier in the source of the method
   */
  AnonymousClasses(JavacAnswers javac, SourceText source, Tree method, Set<String> words) {
    this.javac = javac;
    this.source = source;
    this.taken = new HashSet<>(words);
    scan(method, null);
  }

  /** Whether the type may be needed by name. */
  boolean isNeeded(TypeElement type) {
    return extents.containsKey(type);
  }

  /** Has the class get a name wherever it stands. */
  void need(TypeElement type) {
    extents.putIfAbsent(type, extent(type));
  }

  /** The least that a text must hold for the class to stay anonymous in it. */
  Range extent(TypeElement type) {
    Range extent = extents.get(type);
    Range creation = creations.get(type);
    if (creation == null) {
      throw new IllegalArgumentException("no class of this method: " + type);
    }
    return extent == null ? creation : extent;
  }

  /** The name that it gets. */
  String name(TypeElement type) {
    return names.computeIfAbsent(
        type,
        anonymous -> {
          Element supertype = javac.types().asElement(supertype(anonymous));
          boolean plain = supertype == null || supertype.getSimpleName().contentEquals("Object");
          return fresh(plain ? "Anonymous" : supertype.getSimpleName() + "Impl");
        });
  }

  /** What the class extends or implements, as the source says after {@code new}. */
  static TypeMirror supertype(TypeElement anonymous) {
    return anonymous.getInterfaces().isEmpty()
        ? anonymous.getSuperclass()
        : anonymous.getInterfaces().get(0);
  }

  private String fresh(String wish) {
    String name = wish;
    for (int number = 2; !taken.add(name); number++) {
      name = wish + number;
    }
    return name;
  }

  @Override
  public @Nullable Void visitNewClass(NewClassTree tree, @Nullable Void unused) {
    ClassTree declaration = tree.getClassBody();
    if (declaration != null
        && javac.elementOf(declaration) instanceof TypeElement type
        && type.getNestingKind() == NestingKind.ANONYMOUS) {
      creations.put(type, source.range(tree));
    }
    return super.visitNewClass(tree, null);
  }

  @Override
  public @Nullable Void visitVariable(VariableTree tree, @Nullable Void unused) {
    super.visitVariable(tree, null);
    Element variable = javac.elementOf(tree);
    if (variable != null && !variable.getKind().isField()) {
      Range scope = source.range(javac.path(tree).getParentPath().getLeaf());
      note(variable.asType(), scope, 0);
      nameAfter(tree, variable);
    }
    return null;
  }

  private void nameAfter(VariableTree tree, Element variable) {
    @Nullable ExpressionTree value = tree.getInitializer();
    while (value instanceof ParenthesizedTree parenthesized) {
      value = parenthesized.getExpression();
    }
    if (value instanceof NewClassTree created
        && javac.types().asElement(variable.asType()) instanceof TypeElement type
        && type.getNestingKind() == NestingKind.ANONYMOUS
        && created.getClassBody() != null
        && !tree.getName().isEmpty()) {
      String name = tree.getName().toString();
      names.put(type, fresh(name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1)));
    }
  }

  @Override
  public @Nullable Void visitMemberSelect(MemberSelectTree tree, @Nullable Void unused) {
    super.visitMemberSelect(tree, null);
    member(tree);
    return null;
  }

  @Override
  public @Nullable Void visitMemberReference(MemberReferenceTree tree, @Nullable Void unused) {
    super.visitMemberReference(tree, null);
    member(tree);
    return null;
  }

  private void member(Tree tree) {
    Element member = javac.elementOf(tree);
    if (member != null && member.getEnclosingElement() instanceof TypeElement type) {
      note(type.asType(), source.range(tree), 0);
    }
  }

  private void note(TypeMirror type, Range where, int depth) {
    if (depth > DEPTH) {
      return;
    }
    if (type instanceof DeclaredType declared) {
      declared.getTypeArguments().forEach(argument -> note(argument, where, depth + 1));
      if (declared.asElement() instanceof TypeElement element) {
        Range creation = creations.get(element);
        if (creation != null && !isWithin(where, creation)) {
          extents.merge(element, where.around(creation), Range::around);
        }
      }
    } else if (type instanceof ArrayType array) {
      note(array.getComponentType(), where, depth + 1);
    } else if (type instanceof WildcardType wildcard && wildcard.getExtendsBound() != null) {
      note(wildcard.getExtendsBound(), where, depth + 1);
    } else if (type instanceof IntersectionType intersection) {
      intersection.getBounds().forEach(bound -> note(bound, where, depth + 1));
    } else if (type instanceof TypeVariable variable && TreeQuirks.isCapture(variable)) {
      note(variable.getUpperBound(), where, depth + 1);
    }
  }

  /** Whether the place is inside the class itself, and not all of it. */
  private static boolean isWithin(Range where, Range creation) {
    return creation.contains(where) && !where.contains(creation);
  }
}
