package dev.fermata.processor.desugar;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.util.TreeScanner;
import dev.fermata.processor.attribute.AttributedBody;
import java.util.HashSet;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import org.jspecify.annotations.Nullable;

/**
 * Answers which expressions have the same value, and no effect, whenever they are evaluated: only
 * these may be left where they are while a later operand suspends.
 *
 * <p>A local variable qualifies if nothing but its declaration assigns it. Java's own notion of
 * "effectively final" is wider and is not to be had from the compiler.
 */
final class Stability {

  private final AttributedBody body;
  private final Set<Element> assigned = new HashSet<>();

  Stability(AttributedBody body, Tree root) {
    this.body = body;
    root.accept(new Assignments(), null);
  }

  boolean isStable(ExpressionTree tree) {
    if (tree instanceof ParenthesizedTree parenthesized) {
      return isStable(parenthesized.getExpression());
    }
    if (body.constantOf(tree) != null) {
      return true;
    }
    return switch (tree.getKind()) {
      case NULL_LITERAL, LAMBDA_EXPRESSION -> true;
      case IDENTIFIER -> isFixedVariable((IdentifierTree) tree);
      // The class literal of a class that exists neither fails nor initialises the class.
      case MEMBER_SELECT -> ((MemberSelectTree) tree).getIdentifier().contentEquals("class");
      // A bound receiver is evaluated and checked for null where the reference stands.
      case MEMBER_REFERENCE -> isUnbound((MemberReferenceTree) tree);
      default -> false;
    };
  }

  private boolean isFixedVariable(IdentifierTree tree) {
    if (tree.getName().contentEquals("this")) {
      return true;
    }
    Element element = body.elementOf(tree);
    return element != null && isLocal(element) && !assigned.contains(element);
  }

  private boolean isUnbound(MemberReferenceTree tree) {
    ExpressionTree qualifier = tree.getQualifierExpression();
    Element element = body.elementOf(qualifier);
    return switch (qualifier.getKind()) {
      case ARRAY_TYPE, PRIMITIVE_TYPE, PARAMETERIZED_TYPE, ANNOTATED_TYPE -> true;
      default -> isThisOrSuper(qualifier) || (element != null && isType(element));
    };
  }

  private static boolean isThisOrSuper(ExpressionTree tree) {
    return tree instanceof IdentifierTree identifier
        && (identifier.getName().contentEquals("this")
            || identifier.getName().contentEquals("super"));
  }

  static boolean isType(Element element) {
    ElementKind kind = element.getKind();
    return kind.isClass() || kind.isInterface() || kind == ElementKind.TYPE_PARAMETER;
  }

  static boolean isLocal(Element element) {
    return switch (element.getKind()) {
      case LOCAL_VARIABLE, PARAMETER, EXCEPTION_PARAMETER, RESOURCE_VARIABLE, BINDING_VARIABLE ->
          true;
      default -> false;
    };
  }

  static ExpressionTree skipParentheses(ExpressionTree tree) {
    return tree instanceof ParenthesizedTree parenthesized
        ? skipParentheses(parenthesized.getExpression())
        : tree;
  }

  private final class Assignments extends TreeScanner<@Nullable Void, @Nullable Void> {

    @Override
    public @Nullable Void visitAssignment(AssignmentTree tree, @Nullable Void unused) {
      note(tree.getVariable());
      return super.visitAssignment(tree, null);
    }

    @Override
    public @Nullable Void visitCompoundAssignment(
        CompoundAssignmentTree tree, @Nullable Void unused) {
      note(tree.getVariable());
      return super.visitCompoundAssignment(tree, null);
    }

    @Override
    public @Nullable Void visitUnary(UnaryTree tree, @Nullable Void unused) {
      switch (tree.getKind()) {
        case PREFIX_INCREMENT, PREFIX_DECREMENT, POSTFIX_INCREMENT, POSTFIX_DECREMENT ->
            note(tree.getExpression());
        default -> {}
      }
      return super.visitUnary(tree, null);
    }

    private void note(ExpressionTree target) {
      if (skipParentheses(target) instanceof IdentifierTree identifier) {
        Element element = body.elementOf(identifier);
        if (element != null && isLocal(element)) {
          assigned.add(element);
        }
      }
    }
  }
}
