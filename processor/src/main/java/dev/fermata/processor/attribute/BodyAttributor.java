package dev.fermata.processor.attribute;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import dev.fermata.processor.diag.Report;
import dev.fermata.processor.find.AsyncTypeFinder;
import dev.fermata.processor.ir.IrBody;
import dev.fermata.processor.model.AsyncType;
import dev.fermata.processor.model.CoroutineFunction;
import dev.fermata.processor.model.Owners;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/**
 * Makes javac attribute the bodies of {@code @Async} types.
 *
 * <p>To ask for the symbol of any expression is enough: javac then attributes the whole class in
 * place. An instance serves for one round.
 */
public final class BodyAttributor {

  private final Trees trees;
  private final Types types;
  private final Elements elements;
  private final TypesByName typesByName;

  /** The names missing in each top-level class, which are so for all types in it. */
  private final Map<TypeElement, Set<String>> missingAround = new HashMap<>();

  /** The file of the last type: the next may stand in it too. */
  private @Nullable SourceText source;

  public BodyAttributor(Trees trees, Types types, Elements elements) {
    this.trees = trees;
    this.types = types;
    this.elements = elements;
    this.typesByName = new TypesByName(elements);
  }

  /**
   * The names in the type's bodies that do not resolve in this round. Attributes the type only if
   * none is seen to be missing before.
   */
  public Set<String> unresolved(AsyncType type) {
    Set<String> missing =
        missingAround.computeIfAbsent(
            Owners.outermost(type.element()),
            outermost -> UnresolvedNames.in(trees, elements, typesByName, outermost));
    if (!missing.isEmpty()) {
      return missing;
    }
    return UnresolvedTypes.essential(force(type));
  }

  /**
   * Attributes the type, whose bodies must hold no {@linkplain #unresolved unresolved} name.
   *
   * @param translate makes the body of a coroutine lambda one to be lowered; called while the code
   *     around the lambda is written
   * @param report takes what cannot be carried over into a generated class
   */
  public AttributedType attribute(
      AsyncType type, Function<AttributedBody, IrBody> translate, Report.Builder report) {
    TreePath declaration = trees.getPath(type.element());
    TypeContext context =
        new TypeContext(
            type,
            source(declaration.getCompilationUnit()),
            new Reach(type.element(), declaration.getCompilationUnit(), types, elements),
            new Coroutines(types, elements),
            new PrivateFunctions(type.element()),
            new MemberFunctions(type.element()),
            this::coroutineFunction,
            translate,
            report);
    Map<ExecutableElement, TreePath> methods = methods(type);
    return new AttributedType(
        context, methods, path -> new JavacAnswers(trees, types, elements, path));
  }

  private SourceText source(CompilationUnitTree unit) {
    SourceText known = source;
    if (known == null || !known.isOf(unit)) {
      known = new SourceText(trees, unit);
      source = known;
    }
    return known;
  }

  private @Nullable CoroutineFunction coroutineFunction(ExecutableElement method) {
    TypeElement declaring = Owners.of(method);
    return AsyncTypeFinder.isAsync(elements, declaring)
        ? new AsyncTypeFinder(elements).describe(declaring).declaredBy(method).orElse(null)
        : null;
  }

  /**
   * Attributes the type, though names in it may be missing: only when no later round can supply
   * them.
   *
   * @return the missing names
   */
  public Set<String> force(AsyncType type) {
    Set<String> names = new TreeSet<>();
    methods(type).values().forEach(path -> names.addAll(UnresolvedTypes.in(trees, path)));
    return names;
  }

  /** The methods whose bodies matter, in the order of the model. */
  private Map<ExecutableElement, TreePath> methods(AsyncType type) {
    Map<Element, TreePath> all = new HashMap<>();
    TreePath declaration = trees.getPath(type.element());
    for (Tree member : ((ClassTree) declaration.getLeaf()).getMembers()) {
      if (member instanceof MethodTree tree && tree.getBody() != null) {
        TreePath path = new TreePath(declaration, tree);
        all.put(trees.getElement(path), path);
      }
    }
    List<ExecutableElement> elements = new ArrayList<>();
    type.declared().stream().map(CoroutineFunction::method).forEach(elements::add);
    elements.addAll(type.helpers());
    Map<ExecutableElement, TreePath> methods = new LinkedHashMap<>();
    for (ExecutableElement method : elements) {
      TreePath path = all.get(method);
      if (path != null) {
        force(path);
        methods.put(method, path);
      }
    }
    return methods;
  }

  private void force(TreePath method) {
    FirstName first = new FirstName();
    first.scan(method, null);
    if (first.found != null) {
      // Asked from here, where the stack is not as deep as the tree.
      trees.getElement(first.found);
    }
  }

  /** Finds the first name in the body of a method. */
  private static final class FirstName extends TreePathScanner<@Nullable Void, @Nullable Void> {
    private @Nullable TreePath found;

    @Override
    public @Nullable Void scan(@Nullable Tree tree, @Nullable Void unused) {
      return found == null ? super.scan(tree, null) : null;
    }

    @Override
    public @Nullable Void visitMethod(MethodTree tree, @Nullable Void unused) {
      return scan(tree.getBody(), null);
    }

    @Override
    public @Nullable Void visitIdentifier(IdentifierTree tree, @Nullable Void unused) {
      found = getCurrentPath();
      return null;
    }
  }
}
