package dev.fermata.processor.attribute;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import dev.fermata.processor.attribute.AttributedBody.FieldAccess;
import dev.fermata.processor.attribute.SourceText.Range;
import dev.fermata.processor.attribute.SourceTokens.Token;
import dev.fermata.processor.ir.Code;
import dev.fermata.processor.ir.IrMember.Use;
import dev.fermata.processor.model.Owners;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * What to write for members that no class but the user's can name: calls of functions that stand
 * for them.
 *
 * <pre>{@code
 * count                =>  count(self)
 * other.count          =>  count(other)
 * count = n            =>  count(self, n)
 * count += n           =>  count(self, count(self) + (n))
 * count++              =>  countThenIncrement(self)
 * add(n)               =>  add(self, n)
 * super.add(n)         =>  superAdd(self, n)
 * new Counter(n)       =>  newCounter(n)
 * }</pre>
 *
 * <p>A constant is written as its value.
 */
final class MemberAccess {

  private final JavacBody body;
  private final TypeContext type;
  private final JavacAnswers javac;
  private final SourceText source;
  private final List<Edit> edits;

  /** Gives the object around that has a member; null if there is none. */
  private final Function<Element, @Nullable Code> receivers;

  private final Collection<TypeElement> classes;

  /**
   * For one body.
   *
   * @param classes those around the current tree in this body
   * @param edits takes what is to be written
   */
  MemberAccess(
      JavacBody body,
      TypeContext type,
      JavacAnswers javac,
      Collection<TypeElement> classes,
      List<Edit> edits,
      Function<Element, @Nullable Code> receivers) {
    this.body = body;
    this.type = type;
    this.javac = javac;
    this.source = type.source();
    this.classes = classes;
    this.edits = edits;
    this.receivers = receivers;
  }

  // Fields

  /** A field that is assigned, and the object that has it. */
  private record Target(VariableElement field, @Nullable ExpressionTree object, Code implicit) {}

  private @Nullable Target target(ExpressionTree tree) {
    ExpressionTree plain = tree;
    while (plain instanceof ParenthesizedTree parenthesized) {
      plain = parenthesized.getExpression();
    }
    if (!(javac.elementOf(plain) instanceof VariableElement field)
        || field.getKind() != ElementKind.FIELD
        || !isOut(field)) {
      return null;
    }
    if (plain instanceof IdentifierTree || isStatic(field)) {
      Code implicit = isStatic(field) ? Code.empty() : receivers.apply(field);
      return implicit == null ? null : new Target(field, null, implicit);
    }
    ExpressionTree object = ((MemberSelectTree) plain).getExpression();
    if (NameResolver.isSuper(object)) {
      Code self = receivers.apply(field);
      return self == null ? null : new Target(field, null, self);
    }
    return new Target(field, object, Code.empty());
  }

  boolean isOut(Element member) {
    return type.reach().hindrance(member) != null;
  }

  private static boolean isStatic(Element element) {
    return element.getModifiers().contains(Modifier.STATIC);
  }

  /** What a field's name stands for. */
  Code read(VariableElement field, Code receiver) {
    Object constant = field.getConstantValue();
    if (constant != null) {
      return Code.text(literal(constant));
    }
    String function = function(type.members().field(Use.GET, field));
    return Code.builder().add(function).add(receiver).add(")").build();
  }

  private String literal(Object value) {
    String text = javac.elements().getConstantExpression(value);
    return text.startsWith("-") || text.startsWith("(") ? "(" + text + ")" : text;
  }

  /** {@code o.f}; the object is still to be looked at. */
  void read(MemberSelectTree tree, VariableElement field) {
    Range range = source.range(tree);
    if (isStatic(field) || NameResolver.isSuper(tree.getExpression())) {
      Code receiver = isStatic(field) ? Code.empty() : receivers.apply(field);
      put(range.start(), range.end(), read(field, receiver == null ? Code.empty() : receiver));
      return;
    }
    Object constant = field.getConstantValue();
    if (constant != null) {
      put(range.start(), range.end(), Code.text(literal(constant)));
      return;
    }
    enclose(tree, function(type.members().field(Use.GET, field)), ")");
    put(source.range(tree.getExpression()).end(), range.end(), Code.empty());
  }

  /**
   * {@code o.f = v}; whether that was for this to write. Object and value are still to be looked
   * at.
   */
  boolean assign(AssignmentTree tree) {
    Target target = target(tree.getVariable());
    if (target == null) {
      return false;
    }
    String cast = narrowing(target.field().asType(), javac.typeOf(tree.getExpression()));
    String function = function(type.members().field(Use.SET, target.field()));
    type.members().field(Use.GET, target.field());
    int value = source.range(tree.getExpression()).start();
    Code.Builder prefix = Code.builder().add(function);
    if (target.object() == null) {
      prefix.add(target.implicit()).add(target.implicit().isEmpty() ? "" : ", ").add(cast);
      enclose(tree, prefix.build(), cast.isEmpty() ? ")" : "))");
      put(source.range(tree).start(), value, Code.empty());
    } else {
      enclose(tree, prefix.build(), cast.isEmpty() ? ")" : "))");
      Range object = source.range(target.object());
      put(source.range(tree).start(), object.start(), Code.empty());
      put(object.end(), value, Code.text(", " + cast));
    }
    return true;
  }

  /** The cast that assignment of a constant implies and passing it as an argument does not. */
  private static String narrowing(TypeMirror field, TypeMirror value) {
    String name = field.toString();
    String primitive =
        switch (name.substring(name.lastIndexOf('.') + 1)) {
          case "byte", "Byte" -> "byte";
          case "short", "Short" -> "short";
          case "char", "Character" -> "char";
          default -> "";
        };
    boolean same = primitive.equals(value.toString()) || value.getKind() == TypeKind.DECLARED;
    return primitive.isEmpty() || same || value.getKind() == TypeKind.NULL
        ? ""
        : "(" + primitive + ") (";
  }

  /**
   * {@code o.f += v}; whether that was for this to write. Object and value are still to be looked
   * at.
   */
  boolean assign(CompoundAssignmentTree tree) {
    Target target = target(tree.getVariable());
    if (target == null) {
      return false;
    }
    type.members().field(Use.SET, target.field());
    if (target.object() == null || isStable(target.object())) {
      Range range = source.range(tree);
      edits.add(
          new Edit.Hole(range.start(), range.end(), range.end(), whole -> compound(tree, target)));
    }
    return true;
  }

  private Code compound(CompoundAssignmentTree tree, Target target) {
    String function = function(type.members().field(Use.GET, target.field()));
    Code object =
        target.object() == null ? target.implicit() : body.render(source.range(target.object()));
    String cast = cast(tree, target.field().asType());
    return Code.builder()
        .add(function)
        .add(object)
        .add(object.isEmpty() ? "" : ", ")
        .add(cast)
        .add(function)
        .add(object)
        .add(") ")
        .add(operator(tree))
        .add(" (")
        .add(body.render(source.range(tree.getExpression())))
        .add(cast.isEmpty() ? "))" : ")))")
        .build();
  }

  private static String operator(CompoundAssignmentTree tree) {
    return switch (tree.getKind()) {
      case PLUS_ASSIGNMENT -> "+";
      case MINUS_ASSIGNMENT -> "-";
      case MULTIPLY_ASSIGNMENT -> "*";
      case DIVIDE_ASSIGNMENT -> "/";
      case REMAINDER_ASSIGNMENT -> "%";
      case AND_ASSIGNMENT -> "&";
      case OR_ASSIGNMENT -> "|";
      case XOR_ASSIGNMENT -> "^";
      case LEFT_SHIFT_ASSIGNMENT -> "<<";
      case RIGHT_SHIFT_ASSIGNMENT -> ">>";
      default -> ">>>";
    };
  }

  /** The cast that a compound assignment implies, where it is not to the type there is already. */
  private String cast(CompoundAssignmentTree tree, TypeMirror field) {
    TypeMirror value = unboxed(field);
    TypeMirror right = unboxed(javac.typeOf(tree.getExpression()));
    boolean shift =
        switch (tree.getKind()) {
          case LEFT_SHIFT_ASSIGNMENT, RIGHT_SHIFT_ASSIGNMENT, UNSIGNED_RIGHT_SHIFT_ASSIGNMENT ->
              true;
          default -> false;
        };
    int rank = Math.max(rank(TypeKind.INT), rank(value.getKind()));
    int promoted = shift ? rank : Math.max(rank, rank(right.getKind()));
    return !value.getKind().isPrimitive()
            || value.getKind() == TypeKind.BOOLEAN
            || promoted == rank(value.getKind())
        ? ""
        : "(" + text(value) + ") (";
  }

  private TypeMirror unboxed(TypeMirror boxed) {
    if (boxed.getKind() != TypeKind.DECLARED) {
      return boxed;
    }
    try {
      return javac.types().unboxedType(boxed);
    } catch (IllegalArgumentException notBoxed) {
      return boxed;
    }
  }

  private static int rank(TypeKind kind) {
    return switch (kind) {
      case INT -> 1;
      case LONG -> 2;
      case FLOAT -> 3;
      case DOUBLE -> 4;
      default -> 0;
    };
  }

  private static String text(TypeMirror primitive) {
    return primitive.getKind().name().toLowerCase(Locale.ROOT);
  }

  /** {@code o.f++}; whether that was for this to write. The object is still to be looked at. */
  boolean increment(UnaryTree tree) {
    Use use =
        switch (tree.getKind()) {
          case PREFIX_INCREMENT -> Use.INCREMENT;
          case PREFIX_DECREMENT -> Use.DECREMENT;
          case POSTFIX_INCREMENT -> Use.THEN_INCREMENT;
          case POSTFIX_DECREMENT -> Use.THEN_DECREMENT;
          default -> null;
        };
    Target target = use == null ? null : target(tree.getExpression());
    if (use == null || target == null) {
      return false;
    }
    type.members().field(Use.GET, target.field());
    type.members().field(Use.SET, target.field());
    String function = function(type.members().field(use, target.field()));
    Range range = source.range(tree);
    if (target.object() == null) {
      enclose(tree, Code.builder().add(function).add(target.implicit()).build(), ")");
      put(range.start(), range.end(), Code.empty());
    } else {
      enclose(tree, function, ")");
      Range object = source.range(target.object());
      put(range.start(), object.start(), Code.empty());
      put(object.end(), range.end(), Code.empty());
    }
    return true;
  }

  /** The expression whose value is to be looked at before the field of it is assigned. */
  static @Nullable ExpressionTree objectOf(ExpressionTree target) {
    ExpressionTree plain = target;
    while (plain instanceof ParenthesizedTree parenthesized) {
      plain = parenthesized.getExpression();
    }
    return plain instanceof MemberSelectTree select ? select.getExpression() : null;
  }

  /** Whether evaluating it twice is no different from once: a name that stands for itself. */
  static boolean isStable(ExpressionTree object) {
    return object instanceof IdentifierTree
        || (object instanceof ParenthesizedTree parenthesized
            && isStable(parenthesized.getExpression()))
        || (object instanceof MemberSelectTree select
            && select.getIdentifier().contentEquals("this"));
  }

  @Nullable FieldAccess access(ExpressionTree assigned) {
    Target target = target(assigned);
    if (target == null) {
      return null;
    }
    // A compound assignment reads it too.
    type.members().field(Use.GET, target.field());
    return new FieldAccess(
        function(type.members().field(Use.SET, target.field())),
        target.object(),
        target.implicit());
  }

  // Methods and constructors

  /**
   * A call; its arguments and its object are still to be looked at.
   *
   * @param function the beginning of the call that stands for it
   * @param receiver what is passed for an object that is not written
   */
  void call(MethodInvocationTree tree, String function, @Nullable Code receiver) {
    ExpressionTree select = tree.getMethodSelect();
    Range whole = source.range(tree);
    Token paren = parenthesisBehind(source.range(select).end(), tree);
    String separator = tree.getArguments().isEmpty() ? "" : ", ";
    if (receiver == null) {
      Range object = source.range(((MemberSelectTree) select).getExpression());
      edits.add(
          new Edit.Hole(whole.start(), whole.start(), whole.end(), range -> Code.text(function)));
      put(object.end(), paren.end(), Code.text(separator));
    } else {
      Code.Builder begin = Code.builder().add(function).add(receiver);
      put(whole.start(), paren.end(), begin.add(receiver.isEmpty() ? "" : separator).build());
    }
  }

  /** Where no object is written, or it does not matter: what to pass for it; else null. */
  @Nullable Code receiver(MethodInvocationTree tree, ExecutableElement method) {
    if (isStatic(method)) {
      return Code.empty();
    }
    return tree.getMethodSelect() instanceof MemberSelectTree select
            && !NameResolver.isSuper(select.getExpression())
        ? null
        : receivers.apply(method);
  }

  /**
   * A creation; its arguments and the object before its {@code new} are still to be looked at.
   *
   * @param outer what is passed for an outer object that is not written; empty if there is none
   */
  void create(NewClassTree tree, ExecutableElement constructor, Code outer) {
    Range whole = source.range(tree);
    Token paren = parenthesisBehind(source.range(tree.getIdentifier()).end(), tree);
    ExpressionTree object = tree.getEnclosingExpression();
    boolean isLast = tree.getArguments().isEmpty() || (object == null && outer.isEmpty());
    String separator = isLast ? "" : ", ";
    if (object == null) {
      edits.add(
          new Edit.Hole(
              whole.start(),
              paren.end(),
              paren.end(),
              range -> creation(tree, constructor).add(outer).add(separator).build()));
    } else {
      // Java checks it before it evaluates the arguments.
      TypeElement objects = javac.elements().getTypeElement("java.util.Objects");
      Code checked = Code.builder().add(new Code.NameOf(objects)).add(".requireNonNull(").build();
      edits.add(
          new Edit.Hole(
              whole.start(),
              whole.start(),
              whole.end(),
              range -> creation(tree, constructor).add(checked).build()));
      put(source.range(object).end(), paren.end(), Code.text(")" + separator));
    }
  }

  /** The beginning of a creation, with the type arguments that are written. */
  private Code.Builder creation(NewClassTree tree, ExecutableElement constructor) {
    String name = type.members().create(constructor);
    boolean written =
        tree.getIdentifier() instanceof ParameterizedTypeTree named
            && !named.getTypeArguments().isEmpty()
            && Owners.typeParameters(Owners.of(constructor)).size()
                == named.getTypeArguments().size();
    if (!written) {
      return Code.builder().add(function(name));
    }
    List<? extends Tree> arguments =
        ((ParameterizedTypeTree) tree.getIdentifier()).getTypeArguments();
    int start = source.range(arguments.get(0)).start();
    int end = source.range(arguments.get(arguments.size() - 1)).end();
    return Code.builder()
        .add(type.holder() + ".<")
        .add(body.render(new Range(start, end)))
        .add(">" + name + "(");
  }

  private Token parenthesisBehind(int position, Tree tree) {
    Token paren = source.tokens().codeFrom(position);
    if (paren == null || !paren.is("(")) {
      throw new IllegalStateException("no arguments in " + tree);
    }
    return paren;
  }

  /** The beginning of a call of a function; the class is named, since a local one may hide it. */
  String function(String name) {
    return (!classes.isEmpty() ? type.holder() + "." : "") + name + "(";
  }

  private void enclose(Tree tree, String prefix, String suffix) {
    enclose(tree, Code.text(prefix), suffix);
  }

  private void enclose(Tree tree, Code prefix, String suffix) {
    Range range = source.range(tree);
    edits.add(new Edit.Enclose(range.start(), range.end(), prefix, Code.text(suffix)));
  }

  private void put(int start, int end, Code code) {
    if (end > start) {
      edits.add(new Edit.Hole(start, end, end, whole -> code));
    }
  }
}
