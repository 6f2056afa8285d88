package dev.fermata.processor.validate;

import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import dev.fermata.processor.model.Owners;
import dev.fermata.processor.model.Supertypes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import org.jspecify.annotations.Nullable;

/**
 * Whether an expression is of a wanted type, had javac known of it. The parameter of {@code yield}
 * is of any type, so that javac finds {@code List<Object>} for {@code List.of()} there, which would
 * be a {@code List<String>} in {@code list.add(List.of())}.
 *
 * <p>Less than the inference of JLS 18, and never more: type variables come from the wanted type,
 * and the arguments must fit what they become. Where that is not enough users can say the type.
 */
final class TargetTyping {

  private final Attribution attribution;

  TargetTyping(Attribution attribution) {
    this.attribution = attribution;
  }

  /** Whether the expression could be assigned to a variable of the type. */
  boolean fits(TreePath expression, TypeMirror wanted) {
    TypeMirror given = attribution.type(expression);
    if (given == null
        || given.getKind() == TypeKind.NULL
        || given.getKind() == TypeKind.ERROR
        || attribution.types().isAssignable(given, wanted)) {
      return true;
    }
    if (expression.getLeaf() instanceof ParenthesizedTree parenthesized) {
      return fits(new TreePath(expression, parenthesized.getExpression()), wanted);
    }
    if (expression.getLeaf() instanceof ConditionalExpressionTree conditional) {
      return fits(new TreePath(expression, conditional.getTrueExpression()), wanted)
          && fits(new TreePath(expression, conditional.getFalseExpression()), wanted);
    }
    return wanted instanceof DeclaredType target && infersTo(expression, target);
  }

  /** Whether the expression leaves type arguments to javac. */
  static boolean isInferred(Tree expression) {
    return expression instanceof MethodInvocationTree call
        ? call.getTypeArguments().isEmpty()
        : expression instanceof NewClassTree creation
            && creation.getClassBody() == null
            && creation.getIdentifier() instanceof ParameterizedTypeTree diamond
            && diamond.getTypeArguments().isEmpty();
  }

  private boolean infersTo(TreePath expression, DeclaredType wanted) {
    if (!isInferred(expression.getLeaf())) {
      return false;
    }
    if (expression.getLeaf() instanceof MethodInvocationTree call
        && attribution.element(Awaits.name(expression)) instanceof ExecutableElement method) {
      return infersTo(expression, method, method.getReturnType(), call.getArguments(), wanted);
    }
    if (expression.getLeaf() instanceof NewClassTree creation
        && attribution.element(expression) instanceof ExecutableElement constructor) {
      TypeMirror created = Owners.of(constructor).asType();
      return infersTo(expression, constructor, created, creation.getArguments(), wanted);
    }
    return false;
  }

  private boolean infersTo(
      TreePath call,
      ExecutableElement method,
      TypeMirror result,
      List<? extends ExpressionTree> arguments,
      DeclaredType wanted) {
    DeclaredType given =
        Supertypes.as((TypeElement) wanted.asElement(), result, attribution.types()).orElse(null);
    if (given == null || given.getTypeArguments().size() != wanted.getTypeArguments().size()) {
      return false;
    }
    Map<Element, TypeMirror> inferred = new HashMap<>();
    for (int i = 0; i < wanted.getTypeArguments().size(); i++) {
      if (!infer(given.getTypeArguments().get(i), wanted.getTypeArguments().get(i), inferred)) {
        return false;
      }
    }
    for (int i = 0; i < arguments.size(); i++) {
      TypeMirror parameter = substituted(parameter(method, i, arguments.size()), inferred);
      if (!fits(new TreePath(call, arguments.get(i)), parameter)) {
        return false;
      }
    }
    return true;
  }

  /** Takes a type variable for what is wanted in its place. */
  private boolean infer(TypeMirror given, TypeMirror wanted, Map<Element, TypeMirror> inferred) {
    if (!(given instanceof TypeVariable variable)) {
      return attribution.types().contains(wanted, given);
    }
    TypeMirror type = wanted instanceof WildcardType wildcard ? bound(wildcard) : wanted;
    TypeMirror before = type == null ? null : inferred.putIfAbsent(variable.asElement(), type);
    TypeMirror limit = attribution.types().erasure(variable.getUpperBound());
    return type != null
        && (before == null || attribution.types().isSameType(before, type))
        && attribution.types().isAssignable(type, limit);
  }

  private @Nullable TypeMirror bound(WildcardType wildcard) {
    return wildcard.getExtendsBound() != null
        ? wildcard.getExtendsBound()
        : wildcard.getSuperBound();
  }

  private static TypeMirror parameter(ExecutableElement method, int index, int arguments) {
    int last = method.getParameters().size() - 1;
    TypeMirror type = method.getParameters().get(Math.min(index, last)).asType();
    boolean spread = method.isVarArgs() && index >= last && (arguments != last + 1 || index > last);
    boolean single = method.isVarArgs() && index == last && arguments == last + 1;
    return (spread || single) && type instanceof ArrayType array ? array.getComponentType() : type;
  }

  /** The type with what its variables became; without arguments where they are not known. */
  private TypeMirror substituted(TypeMirror type, Map<Element, TypeMirror> inferred) {
    if (type instanceof TypeVariable variable) {
      TypeMirror known = inferred.get(variable.asElement());
      return known == null ? attribution.types().erasure(variable) : known;
    }
    if (type instanceof ArrayType array) {
      return attribution.types().getArrayType(substituted(array.getComponentType(), inferred));
    }
    if (type instanceof DeclaredType declared && !declared.getTypeArguments().isEmpty()) {
      return attribution
          .types()
          .getDeclaredType(
              (TypeElement) declared.asElement(),
              declared.getTypeArguments().stream()
                  .map(each -> substitutedArgument(each, inferred))
                  .toArray(TypeMirror[]::new));
    }
    return type;
  }

  private TypeMirror substitutedArgument(TypeMirror type, Map<Element, TypeMirror> inferred) {
    if (type instanceof WildcardType wildcard) {
      return attribution
          .types()
          .getWildcardType(
              wildcard.getExtendsBound() == null
                  ? null
                  : substituted(wildcard.getExtendsBound(), inferred),
              wildcard.getSuperBound() == null
                  ? null
                  : substituted(wildcard.getSuperBound(), inferred));
    }
    return type instanceof TypeVariable variable && !inferred.containsKey(variable.asElement())
        ? attribution.types().getWildcardType(null, null)
        : substituted(type, inferred);
  }
}
