package dev.fermata.processor.attribute;

import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import dev.fermata.processor.attribute.SourceText.Range;
import dev.fermata.processor.attribute.SourceTokens.Token;
import java.util.LinkedHashSet;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;

/**
 * What all bodies inside one method of an {@code @Async} type share.
 *
 * @param words every identifier in the source of the method
 */
record MethodContext(
    TypeContext type,
    JavacAnswers javac,
    ExecutableElement function,
    SuspensionIndex suspensions,
    LocalClasses locals,
    AnonymousClasses anonymous,
    Set<String> words) {

  static MethodContext of(
      TypeContext type, JavacAnswers javac, ExecutableElement function, MethodTree tree) {
    Set<String> words = words(type.source(), type.source().range(tree));
    AnonymousClasses anonymous = new AnonymousClasses(javac, type.source(), tree, words);
    SuspensionIndex suspensions =
        new SuspensionIndex(
            javac,
            javac.paths(),
            each -> needsATarget(type, javac, each),
            (path, awaits) -> isCoroutine(type, javac, path, awaits));
    javac.keep(named -> anonymous.isNeeded(named));
    return new MethodContext(
        type, javac, function, suspensions, new LocalClasses(), anonymous, words);
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
