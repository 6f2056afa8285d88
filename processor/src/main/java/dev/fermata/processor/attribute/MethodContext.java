package dev.fermata.processor.attribute;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeParameterTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreeScanner;
import dev.fermata.processor.attribute.SourceText.Range;
import dev.fermata.processor.attribute.SourceTokens.Token;
import java.util.LinkedHashSet;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/**
 * What all bodies inside one method of an {@code @Async} type share.
 *
 * @param words every identifier in the source of the method
 * @param typeNames the simple names of the types and type parameters declared in the method, and of
 *     its type's parameters
 */
record MethodContext(
    TypeContext type,
    JavacAnswers javac,
    ExecutableElement function,
    SuspensionIndex suspensions,
    LocalClasses locals,
    AnonymousClasses anonymous,
    Set<String> words,
    Set<String> typeNames) {

  static MethodContext of(
      TypeContext type, JavacAnswers javac, ExecutableElement function, MethodTree tree) {
    Set<String> words = words(type.source(), type.source().range(tree));
    AnonymousClasses anonymous =
        new AnonymousClasses(javac, type.source(), tree, taken(type, words));
    SuspensionIndex suspensions =
        new SuspensionIndex(
            javac,
            javac.paths(),
            each -> needsATarget(type, javac, each),
            (path, awaits) -> isCoroutine(type, javac, path, awaits));
    javac.keep(named -> anonymous.isNeeded(named));
    return new MethodContext(
        type,
        javac,
        function,
        suspensions,
        new LocalClasses(),
        anonymous,
        words,
        typeNames(type, tree));
  }

  /** What an anonymous class cannot be called. */
  private static Set<String> taken(TypeContext type, Set<String> words) {
    Set<String> taken = new LinkedHashSet<>(words);
    taken.add(type.holder());
    type.type().declared().forEach(function -> taken.add(function.machineName()));
    return taken;
  }

  private static Set<String> typeNames(TypeContext type, MethodTree tree) {
    Set<String> names = new LinkedHashSet<>();
    type.owner().getTypeParameters().forEach(each -> names.add(each.getSimpleName().toString()));
    new TreeScanner<@Nullable Void, @Nullable Void>() {
      @Override
      public @Nullable Void visitClass(ClassTree declared, @Nullable Void unused) {
        names.add(declared.getSimpleName().toString());
        return super.visitClass(declared, null);
      }

      @Override
      public @Nullable Void visitTypeParameter(TypeParameterTree declared, @Nullable Void unused) {
        names.add(declared.getName().toString());
        return super.visitTypeParameter(declared, null);
      }
    }.scan(tree, null);
    return names;
  }

  /**
   * Whether this is a compound assignment to a field out of reach, of an object that has to be
   * saved: it is passed to two functions.
   */
  private static boolean needsATarget(TypeContext type, JavacAnswers javac, Tree tree) {
    if (!(tree instanceof CompoundAssignmentTree assignment)) {
      return false;
    }
    ExpressionTree object = MemberAccess.objectOf(assignment.getVariable());
    Element field = object == null ? null : javac.elementOf(assignment.getVariable());
    return object != null
        && !MemberAccess.isStable(object)
        && !NameResolver.isSuper(object)
        && field != null
        && field.getKind() == ElementKind.FIELD
        && !field.getModifiers().contains(Modifier.STATIC)
        && type.reach().hindrance(field) != null;
  }

  private static boolean isCoroutine(
      TypeContext type, JavacAnswers javac, TreePath body, boolean awaits) {
    if (body.getLeaf() instanceof LambdaExpressionTree lambda) {
      return type.isCoroutine(javac, lambda);
    }
    return javac.elementOf(body.getLeaf()) instanceof ExecutableElement method
        && (type.machineOf(method) != null || (awaits && isOfLocalClass(type, method)));
  }

  /**
   * Whether this method of a class inside a body is a coroutine function: it returns a coroutine,
   * and awaits.
   */
  boolean isCoroutine(MethodTree tree) {
    return suspensions.awaits(tree)
        && javac.elementOf(tree) instanceof ExecutableElement method
        && isOfLocalClass(type, method);
  }

  private static boolean isOfLocalClass(TypeContext type, ExecutableElement method) {
    return Reach.isLocal(method)
        && !method.getModifiers().contains(Modifier.STATIC)
        && type.coroutines().typeOf(method.getReturnType()) != null;
  }

  private static Set<String> words(SourceText source, Range range) {
    Set<String> words = new LinkedHashSet<>();
    for (Token token : source.tokens().in(range.start(), range.end())) {
      if (token.kind() == SourceTokens.Kind.WORD) {
        words.add(token.text());
      }
    }
    return words;
  }
}
