package dev.fermata.processor.attribute;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.UnaryTree;
import java.util.regex.Pattern;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/**
 * Constant expressions of JLS 15.29. javac has their values, but its API tells only those of
 * variables. Integers are computed as long or int, the rest as double or float, by the promotion of
 * JLS 5.6.
 */
final class Constants {

  /** A sign, a cast, a quotient that is not a number. */
  private static final Pattern PUNCTUATION = Pattern.compile("[-(/]");

  private final JavacAnswers javac;

  Constants(JavacAnswers javac) {
    this.javac = javac;
  }

  /** The value: a boxed primitive or a string; null if the expression is no constant. */
  @Nullable Object valueOf(Tree tree) {
    if (tree instanceof LiteralTree literal) {
      return literal.getValue();
    } else if (tree instanceof ParenthesizedTree parenthesized) {
      return valueOf(parenthesized.getExpression());
    } else if (tree instanceof IdentifierTree || tree instanceof MemberSelectTree) {
      return javac.elementOf(tree) instanceof VariableElement variable
          ? variable.getConstantValue()
          : null;
    } else if (tree instanceof UnaryTree unary) {
      return unary(unary.getKind(), valueOf(unary.getExpression()));
    } else if (tree instanceof BinaryTree binary) {
      Object left = valueOf(binary.getLeftOperand());
      Object right = left == null ? null : valueOf(binary.getRightOperand());
      return left == null || right == null ? null : binary(binary.getKind(), left, right);
    } else if (tree instanceof ConditionalExpressionTree choice) {
      return conditional(choice);
    } else if (tree instanceof TypeCastTree cast) {
      Object value = valueOf(cast.getExpression());
      return value == null ? null : cast(javac.rawTypeOf(cast.getType()).getKind(), value);
    }
    return null;
  }

  private @Nullable Object conditional(ConditionalExpressionTree choice) {
    Object condition = valueOf(choice.getCondition());
    Object then = valueOf(choice.getTrueExpression());
    Object otherwise = valueOf(choice.getFalseExpression());
    if (!(condition instanceof Boolean chosen) || then == null || otherwise == null) {
      return null;
    }
    return cast(javac.rawTypeOf(choice).getKind(), chosen ? then : otherwise);
  }

  private static @Nullable Object unary(Tree.Kind kind, @Nullable Object value) {
    if (value instanceof Boolean flag) {
      return kind == Tree.Kind.LOGICAL_COMPLEMENT ? !flag : null;
    }
    Number number = value == null ? null : number(value);
    if (number == null) {
      return null;
    }
    return switch (kind) {
      case UNARY_PLUS -> number;
      case UNARY_MINUS -> binary(Tree.Kind.MULTIPLY, -1, number);
      case BITWISE_COMPLEMENT -> binary(Tree.Kind.XOR, -1, number);
      default -> null;
    };
  }

  private static @Nullable Object binary(Tree.Kind kind, Object left, Object right) {
    if (left instanceof String || right instanceof String) {
      return text(kind, left, right);
    }
    if (left instanceof Boolean a && right instanceof Boolean b) {
      return logical(kind, a, b);
    }
    Number a = number(left);
    Number b = number(right);
    if (a == null || b == null) {
      return null;
    }
    if (kind == Tree.Kind.LEFT_SHIFT
        || kind == Tree.Kind.RIGHT_SHIFT
        || kind == Tree.Kind.UNSIGNED_RIGHT_SHIFT) {
      return shift(kind, a, b.longValue());
    }
    if (a instanceof Double || b instanceof Double) {
      return floating(kind, a.doubleValue(), b.doubleValue(), true);
    } else if (a instanceof Float || b instanceof Float) {
      return floating(kind, a.floatValue(), b.floatValue(), false);
    }
    Object result = integral(kind, a.longValue(), b.longValue());
    boolean isLong = a instanceof Long || b instanceof Long;
    return result instanceof Long number && !isLong ? (Object) number.intValue() : result;
  }

  private static @Nullable Object text(Tree.Kind kind, Object left, Object right) {
    return switch (kind) {
      case PLUS -> String.valueOf(left) + right;
      // Constant strings are interned.
      case EQUAL_TO -> left.equals(right);
      case NOT_EQUAL_TO -> !left.equals(right);
      default -> null;
    };
  }

  private static @Nullable Object logical(Tree.Kind kind, boolean a, boolean b) {
    return switch (kind) {
      case CONDITIONAL_AND, AND -> a && b;
      case CONDITIONAL_OR, OR -> a || b;
      case XOR, NOT_EQUAL_TO -> a != b;
      case EQUAL_TO -> a == b;
      default -> null;
    };
  }

  private static @Nullable Object integral(Tree.Kind kind, long a, long b) {
    return switch (kind) {
      case PLUS -> a + b;
      case MINUS -> a - b;
      case MULTIPLY -> a * b;
      case DIVIDE -> b == 0 ? null : (Object) (a / b);
      case REMAINDER -> b == 0 ? null : (Object) (a % b);
      case AND -> a & b;
      case OR -> a | b;
      case XOR -> a ^ b;
      case EQUAL_TO -> a == b;
      case NOT_EQUAL_TO -> a != b;
      case LESS_THAN -> a < b;
      case LESS_THAN_EQUAL -> a <= b;
      case GREATER_THAN -> a > b;
      case GREATER_THAN_EQUAL -> a >= b;
      default -> null;
    };
  }

  private static @Nullable Object floating(Tree.Kind kind, double a, double b, boolean wide) {
    Double result =
        switch (kind) {
          case PLUS -> a + b;
          case MINUS -> a - b;
          case MULTIPLY -> a * b;
          case DIVIDE -> a / b;
          case REMAINDER -> a % b;
          default -> null;
        };
    if (result != null) {
      return wide ? (Object) result : (Object) result.floatValue();
    }
    return switch (kind) {
      case EQUAL_TO -> a == b;
      case NOT_EQUAL_TO -> a != b;
      case LESS_THAN -> a < b;
      case LESS_THAN_EQUAL -> a <= b;
      case GREATER_THAN -> a > b;
      case GREATER_THAN_EQUAL -> a >= b;
      default -> null;
    };
  }

  private static @Nullable Object shift(Tree.Kind kind, Number value, long distance) {
    if (value instanceof Long number) {
      return switch (kind) {
        case LEFT_SHIFT -> number << distance;
        case RIGHT_SHIFT -> number >> distance;
        default -> number >>> distance;
      };
    } else if (value instanceof Integer number) {
      return switch (kind) {
        case LEFT_SHIFT -> number << distance;
        case RIGHT_SHIFT -> number >> distance;
        default -> number >>> distance;
      };
    }
    return null;
  }

  /** The value after unary promotion; null if it is no number. */
  private static @Nullable Number number(Object value) {
    if (value instanceof Character c) {
      return (int) c;
    } else if (value instanceof Byte || value instanceof Short) {
      return ((Number) value).intValue();
    }
    return value instanceof Number number ? number : null;
  }

  private static @Nullable Object cast(TypeKind kind, Object value) {
    if (value instanceof String || value instanceof Boolean) {
      return value;
    }
    Number number = number(value);
    if (number == null) {
      return null;
    }
    boolean fraction = number instanceof Double || number instanceof Float;
    // A fraction becomes an int first, as in Java.
    int small = fraction ? (int) number.doubleValue() : number.intValue();
    return switch (kind) {
      case BYTE -> (byte) small;
      case SHORT -> (short) small;
      case CHAR -> (char) small;
      case INT -> small;
      case LONG -> number.longValue();
      case FLOAT -> number.floatValue();
      case DOUBLE -> number.doubleValue();
      default -> null;
    };
  }

  /**
   * A constant's value as an expression of the constant's type that needs no parentheses around it;
   * null if there is none.
   */
  static @Nullable String text(@Nullable Object value, TypeMirror type, Elements elements) {
    if (value == null) {
      return null;
    }
    String text = elements.getConstantExpression(value);
    if (type.getKind() == TypeKind.SHORT && !text.startsWith("(")) {
      text = "(short) " + text;
    }
    boolean simple =
        value instanceof String
            || value instanceof Character
            || value instanceof Boolean
            || !PUNCTUATION.matcher(text).find();
    return simple ? text : "(" + text + ")";
  }
}
