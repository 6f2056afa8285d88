package dev.fermata.processor.attribute;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BreakTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ContinueTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.InstanceOfTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.tree.YieldTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreeScanner;
import dev.fermata.processor.attribute.SourceText.Range;
import dev.fermata.processor.attribute.SourceTokens.Token;
import dev.fermata.processor.diag.DiagnosticKey;
import dev.fermata.processor.ir.Code;
import dev.fermata.processor.ir.Code.Access;
import dev.fermata.processor.ir.Code.Use;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import org.jspecify.annotations.Nullable;

/**
 * Finds every place of a body whose text means something else, or nothing, in the generated class,
 * and says what to write there.
 *
 * <pre>{@code
 * field          =>  self.field                   this           =>  self
 * LIMIT          =>  Sums.LIMIT                   helper(a)      =>  helper(self, a)
 * List<T>        =>  the names of both types      x              =>  the variable's place
 * break outer;   =>  a jump, if it leaves         () -> { await(y); .. }   =>  () -> new ..Lambda1(self, y)
 * }</pre>
 *
 * <p>Trees that javac made up have no place in the source, or one where other text stands; they are
 * passed over.
 */
final class NameResolver extends TreeScanner<@Nullable Void, @Nullable Void> {

  private final JavacBody body;
  private final TypeContext type;
  private final JavacAnswers javac;
  private final SourceText source;
  private final BodyVariables variables;
  private final PrivateCalls calls;
  private final LocalClasses locals;
  private final List<Edit> edits = new ArrayList<>();

  /** The local and anonymous classes around the current tree, innermost first. */
  private final Deque<TypeElement> classes = new ArrayDeque<>();

  /**
   * Names of inner classes where they are created: Java looks for these in the outer object's
   * class.
   */
  private final Set<Tree> unqualified = Collections.newSetFromMap(new IdentityHashMap<>());

  /** How many lambdas and classes of this body are around the current tree. */
  private int depth;

  NameResolver(
      JavacBody body,
      TypeContext type,
      JavacAnswers javac,
      BodyVariables variables,
      LocalClasses locals) {
    this.body = body;
    this.type = type;
    this.javac = javac;
    this.source = type.source();
    this.variables = variables;
    this.locals = locals;
    this.calls = new PrivateCalls(body, type, javac);
  }

  List<Edit> edits() {
    return edits;
  }

  // Variables

  @Override
  public @Nullable Void visitVariable(VariableTree tree, @Nullable Void unused) {
    Element element = javac.elementOf(tree);
    if (element != null && !element.getKind().isField()) {
      if (!classes.isEmpty()) {
        variables.leave(element);
      } else {
        declare(tree, element);
      }
    }
    return super.visitVariable(tree, null);
  }

  private void declare(VariableTree tree, Element element) {
    Token name = source.name(tree);
    if (name != null) {
      Use use = new Use(variables.declare(element, depth), Access.DECLARE);
      put(name.start(), name.end(), Code.builder().add(use).build());
    }
  }

  private boolean isLocalVariable(Element element) {
    return switch (element.getKind()) {
      case LOCAL_VARIABLE, PARAMETER, EXCEPTION_PARAMETER, RESOURCE_VARIABLE, BINDING_VARIABLE ->
          !TreeQuirks.isThisOrSuper(element);
      default -> false;
    };
  }

  private static Access access(TreePath path) {
    Tree tree = path.getLeaf();
    TreePath parent = path.getParentPath();
    while (parent.getLeaf() instanceof ParenthesizedTree) {
      tree = parent.getLeaf();
      parent = parent.getParentPath();
    }
    Tree around = parent.getLeaf();
    if (around instanceof AssignmentTree assignment && assignment.getVariable() == tree) {
      return Access.WRITE;
    }
    if (around instanceof CompoundAssignmentTree compound && compound.getVariable() == tree) {
      return Access.READ_WRITE;
    }
    if (around instanceof UnaryTree) {
      return switch (around.getKind()) {
        case PREFIX_INCREMENT, PREFIX_DECREMENT, POSTFIX_INCREMENT, POSTFIX_DECREMENT ->
            Access.READ_WRITE;
        default -> Access.READ;
      };
    }
    return Access.READ;
  }

  // Names

  @Override
  public @Nullable Void visitIdentifier(IdentifierTree tree, @Nullable Void unused) {
    Token word = source.word(tree);
    Element element = word == null ? null : javac.elementOf(tree);
    if (word == null || element == null) {
      return null;
    }
    if (element instanceof TypeElement named && Reach.isLocal(named)) {
      localType(tree, word, named);
      return null;
    }
    Code code = resolve(tree, element);
    if (code != null) {
      put(word.start(), word.end(), code);
    }
    return null;
  }

  /** What to write for a simple name; null if it stays. */
  private @Nullable Code resolve(IdentifierTree tree, Element element) {
    if (tree.getName().contentEquals("this")) {
      return classes.isEmpty() ? receiver().build() : null;
    }
    if (tree.getName().contentEquals("super")) {
      return null;
    }
    if (isLocalVariable(element)) {
      Use use = variables.use(element, access(javac.path(tree)), depth);
      if (use != null && use.var().constant() == null) {
        locals.use(classes, element);
      }
      return use == null ? null : Code.builder().add(use).build();
    }
    if (element instanceof TypeElement named) {
      return resolveType(tree, named);
    }
    if (element.getKind() == ElementKind.TYPE_PARAMETER) {
      Element generic = element.getEnclosingElement();
      boolean ours = generic.equals(type.owner()) || generic.equals(body.function());
      if (ours) {
        locals.useTypeParameter(classes);
      }
      return ours ? Code.builder().add(new Code.NameOf(element)).build() : null;
    }
    boolean member = element.getKind().isField() || element.getKind() == ElementKind.METHOD;
    // An enum's constant stands by its simple name as a label, and must; any other is a constant
    // field.
    boolean label =
        element.getKind() == ElementKind.ENUM_CONSTANT
            && TreeQuirks.isCaseConstant(javac.path(tree));
    if (!member || label) {
      return null;
    }
    return resolveMember(tree, element);
  }

  private @Nullable Code resolveType(IdentifierTree tree, TypeElement named) {
    if (unqualified.contains(tree)) {
      checkReach(named, tree);
      return null;
    }
    checkReach(named, tree);
    return Code.builder().add(new Code.NameOf(named)).build();
  }

  /** The name of a type of the body's own, which may have moved to where it is to be qualified. */
  private void localType(IdentifierTree tree, Token word, TypeElement named) {
    if (body.isLambda() && !body.declares(named)) {
      report(DiagnosticKey.LOCAL_TYPE, tree, named.getSimpleName());
    }
    if (!locals.isDeclared(named)) {
      return;
    }
    locals.mention(classes, named);
    boolean created = unqualified.contains(tree);
    hole(
        word.start(),
        word.end(),
        word.end(),
        whole -> {
          boolean known = locals.isInner(named) && (created || locals.isScoped(whole));
          return known || !locals.hasMoved(named, whole)
              ? null
              : Code.builder().add(new Code.NameOf(named)).build();
        });
  }

  private @Nullable Code resolveMember(IdentifierTree tree, Element member) {
    if (classes.stream().anyMatch(nested -> type.reach().isMemberOf(member, nested))) {
      return null;
    }
    checkReach(member, tree);
    if (member.getModifiers().contains(Modifier.STATIC)) {
      return Code.builder()
          .add(new Code.NameOf(type.reach().qualifier(member)))
          .add("." + tree.getName())
          .build();
    }
    if (!type.reach().isMemberOf(member, type.owner())) {
      // A member of a type around that is no supertype: only a class inside a body has such.
      return null;
    }
    return receiver().add("." + tree.getName()).build();
  }

  private Code.Builder receiver() {
    return Code.builder().add(self(depth));
  }

  private Use self(int where) {
    locals.use(classes, type.owner());
    return variables.self(where);
  }

  @Override
  public @Nullable Void visitMemberSelect(MemberSelectTree tree, @Nullable Void unused) {
    ExpressionTree qualifier = tree.getExpression();
    if (tree.getIdentifier().contentEquals("this")) {
      Element named = javac.elementOf(qualifier);
      if (type.owner().equals(named)) {
        Range range = source.range(tree);
        put(range.start(), range.end(), receiver().build());
        return null;
      }
    } else if (classes.isEmpty() && isSuper(qualifier)) {
      report(DiagnosticKey.SUPER_ACCESS, tree, tree.getIdentifier());
      return null;
    } else if (!tree.getIdentifier().contentEquals("class") && !isSuper(qualifier)) {
      Element member = javac.elementOf(tree);
      if (member != null) {
        checkReach(member, tree);
      }
    }
    return super.visitMemberSelect(tree, null);
  }

  /** {@code super}, {@code Type.super}. */
  private static boolean isSuper(Tree tree) {
    return (tree instanceof IdentifierTree simple && simple.getName().contentEquals("super"))
        || (tree instanceof MemberSelectTree select
            && select.getIdentifier().contentEquals("super"));
  }

  @Override
  public @Nullable Void visitAnnotation(AnnotationTree tree, @Nullable Void unused) {
    scan(tree.getAnnotationType(), null);
    for (ExpressionTree argument : tree.getArguments()) {
      // The left side is the name of an element of the annotation.
      scan(argument instanceof AssignmentTree named ? named.getExpression() : argument, null);
    }
    return null;
  }

  // Calls

  @Override
  public @Nullable Void visitMethodInvocation(MethodInvocationTree tree, @Nullable Void unused) {
    if (!(javac.elementOf(tree) instanceof ExecutableElement method)
        || !calls.isGeneratedAgain(method)) {
      return super.visitMethodInvocation(tree, null);
    }
    ExpressionTree select = tree.getMethodSelect();
    Range whole = source.range(tree);
    Token paren = source.tokens().codeFrom(source.range(select).end());
    if (paren == null || !paren.is("(")) {
      throw new IllegalStateException("no arguments in " + tree);
    }
    String separator = tree.getArguments().isEmpty() ? "" : ", ";
    if (select instanceof MemberSelectTree member && !isType(member.getExpression())) {
      Range object = source.range(member.getExpression());
      hole(whole.start(), whole.start(), whole.end(), range -> calls.callee(method, tree));
      put(object.end(), paren.end(), Code.text(separator));
      scan(member.getExpression(), null);
    } else {
      Use self = self(depth);
      hole(
          whole.start(),
          paren.end(),
          whole.end(),
          range -> Code.builder().add(calls.callee(method, tree)).add(self).add(separator).build());
    }
    scan(tree.getTypeArguments(), null);
    scan(tree.getArguments(), null);
    return null;
  }

  private boolean isType(ExpressionTree tree) {
    return javac.elementOf(tree) instanceof TypeElement;
  }

  @Override
  public @Nullable Void visitMemberReference(MemberReferenceTree tree, @Nullable Void unused) {
    if (classes.isEmpty() && isSuper(tree.getQualifierExpression())) {
      report(DiagnosticKey.SUPER_ACCESS, tree, tree.getName());
      return null;
    }
    Element member = javac.elementOf(tree);
    if (member instanceof ExecutableElement method && calls.isGeneratedAgain(method)) {
      Code lambda = calls.lambda(method, tree, self(depth + 1));
      if (lambda != null) {
        Range range = source.range(tree);
        put(range.start(), range.end(), lambda);
        return null;
      }
    }
    if (member != null && !isSuper(tree.getQualifierExpression())) {
      checkReach(member, tree);
    }
    if (member instanceof ExecutableElement constructor
        && member.getKind() == ElementKind.CONSTRUCTOR
        && member.getEnclosingElement() instanceof TypeElement created
        && locals.isDeclared(created)) {
      Range range = source.range(tree);
      int inside = depth + 1;
      hole(
          range.start(),
          range.end(),
          range.end(),
          whole ->
              isOutside(created, whole)
                  ? calls.creation(constructor, tree, scope(created, inside))
                  : null);
    }
    return super.visitMemberReference(tree, null);
  }

  @Override
  public @Nullable Void visitNewClass(NewClassTree tree, @Nullable Void unused) {
    Element constructor = javac.elementOf(tree);
    if (constructor != null) {
      checkReach(constructor, tree);
    }
    if (javac.elementOf(tree.getIdentifier()) instanceof TypeElement local
        && locals.isDeclared(local)) {
      createLocal(tree, local);
      return super.visitNewClass(tree, null);
    }
    if (!(javac.elementOf(tree.getIdentifier()) instanceof TypeElement created)
        || created.getNestingKind() != NestingKind.MEMBER
        || created.getModifiers().contains(Modifier.STATIC)
        || Reach.isLocal(created)) {
      return super.visitNewClass(tree, null);
    }
    Token keyword = source.tokens().lastWord("new", 0, source.range(tree.getIdentifier()).start());
    Token before = keyword == null ? null : source.tokens().codeBefore(keyword.start());
    boolean qualified = before != null && before.is(".");
    boolean ofNested =
        classes.stream().anyMatch(nested -> type.reach().isMemberOf(created, nested));
    if (keyword != null && !qualified && !ofNested) {
      put(keyword.start(), keyword.end(), receiver().add(".new").build());
    }
    unqualified.add(nameOf(tree.getIdentifier()));
    return super.visitNewClass(tree, null);
  }

  private static Tree nameOf(Tree type) {
    return type instanceof ParameterizedTypeTree generic ? generic.getType() : type;
  }

  /** {@code new Local(a) => new LocalScope(captured).new Local(a)}, unless the scope is around. */
  private void createLocal(NewClassTree tree, TypeElement local) {
    Token keyword = source.tokens().startingAt(source.range(tree).start());
    if (keyword == null || !keyword.is("new")) {
      // The constants of an enum are such trees, made up by javac.
      return;
    }
    unqualified.add(nameOf(tree.getIdentifier()));
    int where = depth;
    hole(
        keyword.start(),
        keyword.end(),
        keyword.end(),
        whole ->
            isOutside(local, whole)
                ? Code.builder().add(scope(local, where)).add(".new").build()
                : null);
  }

  /** Whether a class that needs a scope has moved out of a text that has none for it. */
  private boolean isOutside(TypeElement local, Range whole) {
    return locals.isInner(local) && locals.hasMoved(local, whole) && !locals.isScoped(whole);
  }

  private Code.NewScope scope(TypeElement local, int where) {
    List<Use> captured = new ArrayList<>();
    for (Element element : locals.captured(local)) {
      Use use =
          element.equals(type.owner())
              ? variables.self(where)
              : variables.use(element, Access.READ, where);
      if (use == null) {
        throw new IllegalStateException(local + " captures " + element + ", which is unknown");
      }
      captured.add(use);
    }
    return new Code.NewScope(local, captured);
  }

  // Bodies within the body

  @Override
  public @Nullable Void visitClass(ClassTree tree, @Nullable Void unused) {
    if (!(javac.elementOf(tree) instanceof TypeElement nested)) {
      return super.visitClass(tree, null);
    }
    if (classes.isEmpty() && depth == 0 && nested.getNestingKind() == NestingKind.LOCAL) {
      Tree around = javac.path(tree).getParentPath().getLeaf();
      locals.declare(nested, source.range(tree), source.withComments(tree), source.range(around));
    }
    checkSuperclass(tree, nested);
    classes.push(nested);
    depth++;
    super.visitClass(tree, null);
    depth--;
    classes.pop();
    return null;
  }

  /**
   * Java has no place where a class that stays could say in which scope its superclass stands, but
   * for constructors of its own.
   */
  private void checkSuperclass(ClassTree tree, TypeElement nested) {
    if (nested.getNestingKind() == NestingKind.ANONYMOUS
        || !(nested.getSuperclass() instanceof DeclaredType superclass)
        || !(superclass.asElement() instanceof TypeElement extended)
        || !locals.isDeclared(extended)) {
      return;
    }
    int start = source.range(tree).start();
    List<String> reported = new ArrayList<>();
    hole(
        start,
        start,
        source.range(tree).end(),
        whole -> {
          if (isOutside(extended, whole) && reported.isEmpty()) {
            reported.add("once");
            Element used = locals.captured(extended).stream().findFirst().orElse(null);
            report(
                DiagnosticKey.LOCAL_TYPE_CAPTURE,
                tree,
                nested.getSimpleName(),
                extended.getSimpleName(),
                used == null
                    ? "a type parameter"
                    : used.equals(type.owner()) ? "this" : used.getSimpleName());
          }
          return null;
        });
  }

  @Override
  public @Nullable Void visitLambdaExpression(LambdaExpressionTree tree, @Nullable Void unused) {
    depth++;
    if (classes.isEmpty() && type.isCoroutine(javac, tree)) {
      scan(tree.getParameters(), null);
      creation(tree);
    } else {
      super.visitLambdaExpression(tree, null);
    }
    depth--;
    return null;
  }

  /** Puts the creation of its machine in place of a coroutine lambda's body. */
  private void creation(LambdaExpressionTree tree) {
    JavacBody lambda = body.lambda(tree);
    List<Use> arguments = new ArrayList<>();
    arguments.add(variables.self(depth));
    for (Element captured : lambda.captured()) {
      Use use = variables.use(captured, Access.READ, depth);
      if (use == null) {
        throw new IllegalStateException("a lambda captures " + captured + ", which is unknown");
      }
      arguments.add(use);
    }
    for (VariableTree parameter : tree.getParameters()) {
      Element element = javac.elementOf(parameter);
      // One without a name is not passed: nothing can mention it.
      if (element != null && parameter.getName().length() > 0) {
        arguments.add(new Use(variables.declare(element, depth), Access.READ));
      }
    }
    Range range = source.range(tree.getBody());
    hole(
        range.start(),
        range.end(),
        range.end(),
        whole -> Code.builder().add(new Code.NewMachine(lambda.translated(), arguments)).build());
  }

  @Override
  public @Nullable Void visitInstanceOf(InstanceOfTree tree, @Nullable Void unused) {
    if (classes.isEmpty() && tree.getPattern() != null) {
      Range range = source.range(tree);
      edits.add(
          new Edit.Wrap(
              range.start(),
              range.end(),
              test -> Code.builder().add(new Code.Pattern(test, body.bindings(tree))).build()));
    }
    return super.visitInstanceOf(tree, null);
  }

  // Jumps

  @Override
  public @Nullable Void visitReturn(ReturnTree tree, @Nullable Void unused) {
    if (depth == 0 && body.isCoroutine()) {
      Range range = source.range(tree);
      hole(range.start(), range.end(), range.end(), whole -> body.returned(tree, whole));
    }
    return super.visitReturn(tree, null);
  }

  @Override
  public @Nullable Void visitBreak(BreakTree tree, @Nullable Void unused) {
    return jump(tree);
  }

  @Override
  public @Nullable Void visitContinue(ContinueTree tree, @Nullable Void unused) {
    return jump(tree);
  }

  private @Nullable Void jump(StatementTree tree) {
    if (depth == 0) {
      Range target = source.range(body.jumps().target(tree));
      leaving(tree, target, whole -> body.jump(tree, whole));
    }
    return null;
  }

  @Override
  public @Nullable Void visitYield(YieldTree tree, @Nullable Void unused) {
    if (depth == 0) {
      Range target = source.range(body.jumps().target(tree));
      leaving(tree, target, whole -> body.yielded(tree, whole));
    }
    return super.visitYield(tree, null);
  }

  /** A jump stays text where its target is part of what is written. */
  private void leaving(Tree tree, Range target, Function<Range, Code> jump) {
    Range range = source.range(tree);
    hole(
        range.start(),
        range.end(),
        range.end(),
        whole -> whole.contains(target) ? null : jump.apply(whole));
  }

  // Tools

  private void checkReach(Element element, Tree tree) {
    String hindrance = type.reach().hindrance(element);
    if (hindrance != null && !(hindrance.equals("protected") && !classes.isEmpty())) {
      report(
          DiagnosticKey.OUT_OF_REACH,
          tree,
          element.getKind() == ElementKind.CONSTRUCTOR
              ? "This constructor"
              : element.getSimpleName(),
          hindrance,
          element.getEnclosingElement().getSimpleName());
    }
  }

  private void report(DiagnosticKey key, Tree tree, Object... arguments) {
    type.report().add(key, javac.path(tree), arguments);
  }

  private void put(int start, int end, Code code) {
    edits.add(new Edit.Hole(start, end, end, whole -> code));
  }

  private void hole(int start, int end, int extent, Function<Range, @Nullable Code> code) {
    edits.add(new Edit.Hole(start, end, extent, code));
  }
}
