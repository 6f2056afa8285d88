package dev.fermata.processor.attribute;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.Tree;
import dev.fermata.processor.attribute.LocalClasses.Declaration;
import dev.fermata.processor.attribute.SourceText.Range;
import dev.fermata.processor.attribute.SourceTokens.Token;
import dev.fermata.processor.ir.Code;
import dev.fermata.processor.ir.Code.Access;
import dev.fermata.processor.ir.Code.Use;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import org.jspecify.annotations.Nullable;

/**
 * What to write where a body declares, names or creates a type of its own, which may have moved to
 * another place.
 *
 * <pre>{@code
 * Local                   =>  LocalScope.Local
 * new Local(a)            =>  new LocalScope(captured).new Local(a)
 * Local::new              =>  a -> new LocalScope(captured).new Local(a)
 * new Object() { .. }     =>  new Anonymous()
 * }</pre>
 */
final class LocalTypeNames {

  private final JavacBody body;
  private final MethodContext context;
  private final BodyVariables variables;
  private final PrivateCalls calls;
  private final Deque<TypeElement> classes;
  private final List<Edit> edits;
  private final JavacAnswers javac;
  private final SourceText source;
  private final LocalClasses locals;

  /**
   * Names of types that are created: one that has moved stands in its scope, and is found there.
   */
  private final Set<Tree> created = Collections.newSetFromMap(new IdentityHashMap<>());

  /**
   * For one body.
   *
   * @param classes those around the current tree in this body, innermost first
   * @param edits takes what is to be written
   */
  LocalTypeNames(
      JavacBody body,
      MethodContext context,
      BodyVariables variables,
      PrivateCalls calls,
      Deque<TypeElement> classes,
      List<Edit> edits) {
    this.body = body;
    this.context = context;
    this.variables = variables;
    this.calls = calls;
    this.classes = classes;
    this.edits = edits;
    this.javac = context.javac();
    this.source = context.type().source();
    this.locals = context.locals();
  }

  // What classes use

  /** The classes around the current tree, up to the method. */
  List<TypeElement> around() {
    List<TypeElement> around = new ArrayList<>(classes);
    around.addAll(body.around());
    return around;
  }

  /** Notes a use of a variable, or of the object of a type. */
  void use(Element used) {
    locals.use(around(), used);
  }

  void useTypeParameter() {
    locals.useTypeParameter(around());
  }

  /** The object of a type around, in as many lambdas and classes. */
  Use receiver(TypeElement type, int depth) {
    use(type);
    return variables.receiver(type, depth);
  }

  // Declarations

  /** A class of this body. */
  void declare(ClassTree tree, TypeElement type) {
    if (classes.isEmpty() && type.getNestingKind() == NestingKind.LOCAL) {
      Range statement = source.withComments(tree);
      locals.declare(
          new Declaration(
              type,
              body,
              type.getSimpleName().toString(),
              source.range(tree),
              statement,
              source.range(javac.path(tree).getParentPath().getLeaf()),
              null));
      if (holdsCoroutine(tree)) {
        locals.moveAlways(type);
      }
      takeOut(type, statement);
    }
  }

  /** Leaves the declaration out of a statement that stays whole, with the line break behind it. */
  private void takeOut(TypeElement type, Range statement) {
    hole(
        statement.start(),
        source.afterBlanks(statement.end()),
        whole -> {
          if (statement.contains(whole) || !locals.hasMoved(type, body, whole)) {
            return null;
          }
          locals.move(type);
          return Code.empty();
        });
  }

  /** Whether a method of the class is a coroutine function, whose machine names the class. */
  private boolean holdsCoroutine(ClassTree tree) {
    return tree.getMembers().stream()
        .anyMatch(member -> member instanceof MethodTree method && context.isCoroutine(method));
  }

  /** An anonymous class of this body that may need a name; at its creation. */
  void declareAnonymous(NewClassTree tree, int depth) {
    ClassTree declaration = tree.getClassBody();
    if (declaration == null
        || !classes.isEmpty()
        || !(javac.elementOf(declaration) instanceof TypeElement type)
        || type.getNestingKind() != NestingKind.ANONYMOUS) {
      return;
    }
    boolean coroutine = holdsCoroutine(declaration);
    if (coroutine) {
      context.anonymous().need(type);
    }
    if (!context.anonymous().isNeeded(type)) {
      return;
    }
    NamedAnonymous named = new NamedAnonymous(source, tree, type, context.anonymous().name(type));
    Range whole = source.range(tree);
    locals.declare(
        new Declaration(
            type,
            body,
            named.name(),
            whole,
            named.body(),
            context.anonymous().extent(type),
            named));
    if (coroutine) {
      locals.moveAlways(type);
    }
    noteHeader(type, named);
    create(tree, type, named, depth);
  }

  /** What the header of a named class uses that the user did not write as such. */
  private void noteHeader(TypeElement type, NamedAnonymous named) {
    List<TypeElement> itself = List.of(type);
    if (named.mentioned().stream().anyMatch(LocalTypeNames::mentionsVariable)) {
      locals.useTypeParameter(itself);
    }
    TypeElement outer = named.outerOfSuperclass();
    TypeElement receiver = outer == null ? null : body.receiver(outer);
    if (receiver != null) {
      locals.use(itself, receiver);
    }
  }

  private static boolean mentionsVariable(TypeMirror type) {
    if (type instanceof DeclaredType declared) {
      return declared.getTypeArguments().stream().anyMatch(LocalTypeNames::mentionsVariable);
    } else if (type instanceof ArrayType array) {
      return mentionsVariable(array.getComponentType());
    } else if (type instanceof WildcardType wildcard) {
      return (wildcard.getExtendsBound() != null && mentionsVariable(wildcard.getExtendsBound()))
          || (wildcard.getSuperBound() != null && mentionsVariable(wildcard.getSuperBound()));
    }
    return type.getKind() == TypeKind.TYPEVAR;
  }

  private void create(NewClassTree tree, TypeElement type, NamedAnonymous named, int depth) {
    Range whole = source.range(tree);
    Range identifier = source.range(tree.getIdentifier());
    ExpressionTree outer = tree.getEnclosingExpression();
    Token paren = Objects.requireNonNull(source.tokens().codeFrom(identifier.end()));
    if (outer == null) {
      hole(whole.start(), identifier.end(), text -> creation(type, named, text, depth));
    } else {
      Range object = source.range(outer);
      edits.add(
          new Edit.Hole(
              whole.start(),
              whole.start(),
              whole.end(),
              text -> {
                Code start = creation(type, named, text, depth);
                return start == null ? null : Code.builder().add(start).add("(").build();
              }));
      String separator = tree.getArguments().isEmpty() ? "" : ", ";
      hole(object.end(), paren.end(), text -> isGone(type, text) ? Code.text(separator) : null);
    }
    Token end = Objects.requireNonNull(source.tokens().codeBefore(named.body().start()));
    hole(
        end.end(),
        whole.end(),
        text -> {
          if (!isGone(type, text)) {
            return null;
          }
          locals.move(type);
          return Code.empty();
        });
  }

  private boolean isGone(TypeElement type, Range text) {
    return locals.hasMoved(type, body, text);
  }

  /** The creation of an anonymous class that has got a name, up to that. */
  private @Nullable Code creation(TypeElement type, NamedAnonymous named, Range text, int depth) {
    if (!isGone(type, text)) {
      return null;
    }
    Code.Builder out = Code.builder();
    if (isOutside(type, text)) {
      out.add(scope(type, depth)).add(".");
    }
    return out.add("new " + named.name()).build();
  }

  // Uses

  /** The name of a type of the body's own. */
  void name(IdentifierTree tree, Token word, TypeElement named) {
    if (!locals.isDeclared(named)) {
      nameOfMember(tree, word, named);
      return;
    }
    locals.mention(around(), named);
    if (locals.home(named) != body) {
      locals.moveAlways(named);
    }
    boolean isCreated = created.contains(tree);
    hole(
        word.start(),
        word.end(),
        whole -> {
          boolean known = locals.isInner(named) && (isCreated || locals.isScoped(whole));
          return known || !locals.hasMoved(named, body, whole)
              ? null
              : Code.builder().add(new Code.NameOf(named)).build();
        });
  }

  /** A member type of a local class is known inside that alone. */
  private void nameOfMember(IdentifierTree tree, Token word, TypeElement named) {
    if (created.contains(tree)) {
      return;
    }
    Element outer = named.getEnclosingElement();
    while (outer instanceof TypeElement type && !locals.isDeclared(type)) {
      outer = type.getEnclosingElement();
    }
    if (outer instanceof TypeElement type && locals.home(type) != body) {
      locals.mention(around(), type);
      put(word.start(), word.end(), Code.builder().add(new Code.NameOf(named)).build());
    }
  }

  /** {@code new Local(a) => new LocalScope(captured).new Local(a)}, unless the scope is around. */
  void create(NewClassTree tree, TypeElement local, int depth) {
    Token keyword = source.tokens().startingAt(source.range(tree).start());
    if (keyword == null || !keyword.is("new")) {
      // The constants of an enum are such trees, made up by javac.
      return;
    }
    created.add(nameOf(tree.getIdentifier()));
    hole(
        keyword.start(),
        keyword.end(),
        whole ->
            isOutside(local, whole)
                ? Code.builder().add(scope(local, depth)).add(".new").build()
                : null);
  }

  /** Notes the creation of an inner class: Java looks for its name in the outer object's class. */
  void create(NewClassTree tree) {
    created.add(nameOf(tree.getIdentifier()));
  }

  static Tree nameOf(Tree type) {
    return type instanceof ParameterizedTypeTree generic ? generic.getType() : type;
  }

  /** A reference to a constructor of such a class. */
  void reference(MemberReferenceTree tree, ExecutableElement constructor, int depth) {
    TypeElement local = (TypeElement) Objects.requireNonNull(constructor.getEnclosingElement());
    Range range = source.range(tree);
    hole(
        range.start(),
        range.end(),
        whole ->
            isOutside(local, whole)
                ? calls.creation(constructor, tree, scope(local, depth + 1))
                : null);
  }

  /** Whether a class that needs a scope has moved out of a text that has none for it. */
  private boolean isOutside(TypeElement local, Range whole) {
    return locals.isInner(local) && locals.hasMoved(local, body, whole) && !locals.isScoped(whole);
  }

  private Code.NewScope scope(TypeElement local, int depth) {
    List<Use> captured = new ArrayList<>();
    for (Element element : locals.captured(local)) {
      Use use =
          element instanceof TypeElement receiver
              ? variables.receiver(receiver, depth)
              : variables.use(element, Access.READ, depth);
      if (use == null) {
        throw new IllegalStateException(local + " captures " + element + ", which is unknown");
      }
      captured.add(use);
    }
    return new Code.NewScope(local, captured);
  }

  private void put(int start, int end, Code code) {
    hole(start, end, whole -> code);
  }

  private void hole(int start, int end, Function<Range, @Nullable Code> code) {
    edits.add(new Edit.Hole(start, end, end, code));
  }
}
