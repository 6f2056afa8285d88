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
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
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
import dev.fermata.processor.ir.IrBody;
import dev.fermata.processor.ir.IrVar;
import dev.fermata.processor.model.CoroutineFunction;
import dev.fermata.processor.model.Owners;
import dev.fermata.processor.model.TestMethods;
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
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
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
  private final MethodContext context;
  private final LocalTypeNames locals;
  private final MemberAccess members;
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

  NameResolver(JavacBody body, MethodContext context, BodyVariables variables) {
    this.body = body;
    this.context = context;
    this.type = context.type();
    this.javac = context.javac();
    this.source = type.source();
    this.variables = variables;
    this.calls = new PrivateCalls(body, type, javac);
    this.locals = new LocalTypeNames(body, context, variables, calls, classes, edits);
    this.members = new MemberAccess(body, type, javac, classes, edits, this::receiverCode);
  }

  MemberAccess members() {
    return members;
  }

  List<Edit> edits() {
    return edits;
  }

  // Variables

  @Override
  public @Nullable Void visitVariable(VariableTree tree, @Nullable Void unused) {
    Element element = javac.elementOf(tree);
    if (element != null && !element.getKind().isField()) {
      context.locals().declare(element, source.range(tree).start());
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
      locals.name(tree, word, named);
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
      return classes.isEmpty() ? receiver(body.selfType()).build() : null;
    }
    if (tree.getName().contentEquals("super")) {
      return null;
    }
    if (isLocalVariable(element)) {
      Use use = variables.use(element, access(javac.path(tree)), depth);
      if (use != null && use.var().constant() == null) {
        locals.use(element);
      }
      return use == null ? null : Code.builder().add(use).build();
    }
    if (element instanceof TypeElement named) {
      return resolveType(tree, named);
    }
    if (element.getKind() == ElementKind.TYPE_PARAMETER) {
      boolean ours = body.typeParameters().contains(element);
      if (ours) {
        locals.useTypeParameter();
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

  private @Nullable Code resolveMember(IdentifierTree tree, Element member) {
    if (classes.stream().anyMatch(nested -> type.reach().isMemberOf(member, nested))) {
      return null;
    }
    if (member instanceof VariableElement field && members.isOut(field)) {
      checkSignature(field, tree);
      boolean isStatic = field.getModifiers().contains(Modifier.STATIC);
      Code receiver = isStatic ? Code.empty() : receiverCode(field);
      return receiver == null ? null : members.read(field, receiver);
    }
    if (member.getModifiers().contains(Modifier.STATIC)) {
      return Code.builder()
          .add(new Code.NameOf(type.reach().qualifier(member)))
          .add("." + tree.getName())
          .build();
    }
    TypeElement receiver = receiverWith(member);
    // A member of a type around that is no supertype: only a class inside a body has such.
    return receiver == null ? null : receiver(receiver).add("." + tree.getName()).build();
  }

  /** The type of the innermost object around this body that has the member. */
  private @Nullable TypeElement receiverWith(Element member) {
    return body.receivers().stream()
        .filter(each -> type.reach().isMemberOf(member, each))
        .findFirst()
        .orElse(null);
  }

  private @Nullable Code receiverCode(Element member) {
    TypeElement receiver = receiverWith(member);
    return receiver == null ? null : receiver(receiver).build();
  }

  private Code.Builder receiver(TypeElement wanted) {
    return Code.builder().add(locals.receiver(wanted, depth));
  }

  private Use self(int where) {
    return locals.receiver(type.owner(), where);
  }

  @Override
  public @Nullable Void visitMemberSelect(MemberSelectTree tree, @Nullable Void unused) {
    if (!source.range(tree).exists()) {
      // The type that javac has given to a variable without one.
      return null;
    }
    ExpressionTree qualifier = tree.getExpression();
    if (tree.getIdentifier().contentEquals("this")) {
      if (javac.elementOf(qualifier) instanceof TypeElement named
          && !classes.contains(named)
          && body.receivers().contains(named)) {
        Range range = source.range(tree);
        put(range.start(), range.end(), receiver(named).build());
        return null;
      }
    }
    Element member = javac.elementOf(tree);
    if (classes.isEmpty() && isSuper(qualifier)) {
      if (member instanceof VariableElement field) {
        members.read(tree, field);
      }
      return null;
    }
    boolean isOwn = isSuper(qualifier) || tree.getIdentifier().contentEquals("class");
    if (member instanceof VariableElement field && !isOwn && isOut(field)) {
      checkSignature(field, tree);
      members.read(tree, field);
      if (isType(qualifier)) {
        return null;
      }
    } else if (member instanceof TypeElement && !isOwn) {
      checkReach(member, tree);
    }
    return super.visitMemberSelect(tree, null);
  }

  /** Whether a member can only be reached by a function that stands for it. */
  private boolean isOut(Element member) {
    // A class inside a body may be a subclass of what declares it.
    boolean isInherited = !classes.isEmpty() && member.getModifiers().contains(Modifier.PROTECTED);
    return members.isOut(member) && !isInherited;
  }

  // Assignments to fields out of reach

  @Override
  public @Nullable Void visitAssignment(AssignmentTree tree, @Nullable Void unused) {
    if (!members.assign(tree)) {
      return super.visitAssignment(tree, null);
    }
    checkTarget(tree.getVariable());
    scan(MemberAccess.objectOf(tree.getVariable()), null);
    return scan(tree.getExpression(), null);
  }

  @Override
  public @Nullable Void visitCompoundAssignment(
      CompoundAssignmentTree tree, @Nullable Void unused) {
    if (!members.assign(tree)) {
      return super.visitCompoundAssignment(tree, null);
    }
    checkTarget(tree.getVariable());
    scan(MemberAccess.objectOf(tree.getVariable()), null);
    return scan(tree.getExpression(), null);
  }

  private void checkTarget(ExpressionTree target) {
    ExpressionTree plain = target;
    while (plain instanceof ParenthesizedTree parenthesized) {
      plain = parenthesized.getExpression();
    }
    Element field = javac.elementOf(plain);
    if (field != null) {
      checkSignature(field, plain);
    }
  }

  @Override
  public @Nullable Void visitUnary(UnaryTree tree, @Nullable Void unused) {
    return members.increment(tree)
        ? scan(MemberAccess.objectOf(tree.getExpression()), null)
        : super.visitUnary(tree, null);
  }

  /** {@code super}, {@code Type.super}. */
  static boolean isSuper(Tree tree) {
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
    if (!(javac.elementOf(tree) instanceof ExecutableElement method)) {
      return super.visitMethodInvocation(tree, null);
    }
    ExpressionTree select = tree.getMethodSelect();
    boolean throughSuper =
        select instanceof MemberSelectTree named && isSuper(named.getExpression());
    if (!calls.isGeneratedAgain(method)) {
      if (throughSuper && classes.isEmpty()) {
        members.call(tree, superFunction(method, tree), members.receiver(tree, method));
      } else if (!throughSuper && isOut(method) && !isOfNested(method)) {
        checkSignature(method, tree);
        Code receiver = members.receiver(tree, method);
        members.call(tree, members.function(type.members().call(method)), receiver);
        if (receiver == null) {
          scan(((MemberSelectTree) select).getExpression(), null);
        }
      } else {
        boolean isPrivate = method.getModifiers().contains(Modifier.PRIVATE);
        if (isPrivate && method.getKind() == ElementKind.CONSTRUCTOR) {
          // super(..) of a class in this body; to the JVM that is a class like any other.
          checkReach(method, tree);
        }
        return super.visitMethodInvocation(tree, null);
      }
      return scan(tree.getArguments(), null);
    }
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

  /** What stands for a method as the supertype named before {@code .super} has it. */
  private String superFunction(ExecutableElement method, MethodInvocationTree tree) {
    CoroutineFunction coroutine = type.coroutineFunction(method);
    if (coroutine != null && !TestMethods.isOne(coroutine)) {
      return calls.creation(coroutine, tree);
    }
    ExpressionTree qualifier = ((MemberSelectTree) tree.getMethodSelect()).getExpression();
    return members.function(type.members().callSuper(method, superclassNamed(qualifier)));
  }

  /** The supertype that {@code super} or {@code Type.super} names. */
  private TypeElement superclassNamed(ExpressionTree qualifier) {
    return qualifier instanceof MemberSelectTree named
            && javac.elementOf(named.getExpression()) instanceof TypeElement of
            && of.getKind() == ElementKind.INTERFACE
        ? of
        : (TypeElement) ((DeclaredType) body.selfType().getSuperclass()).asElement();
  }

  /** Whether a class inside the body has the method by itself. */
  private boolean isOfNested(Element member) {
    return classes.stream().anyMatch(nested -> type.reach().isMemberOf(member, nested));
  }

  private boolean isType(ExpressionTree tree) {
    return javac.elementOf(tree) instanceof TypeElement;
  }

  @Override
  public @Nullable Void visitMemberReference(MemberReferenceTree tree, @Nullable Void unused) {
    Element member = javac.elementOf(tree);
    if (member instanceof ExecutableElement method && calls.isGeneratedAgain(method)) {
      Code lambda = calls.lambda(method, tree, self(depth + 1));
      if (lambda != null) {
        Range range = source.range(tree);
        put(range.start(), range.end(), lambda);
        return null;
      }
    }
    if (member instanceof ExecutableElement method && reference(tree, method)) {
      return null;
    }
    if (member instanceof ExecutableElement constructor
        && member.getKind() == ElementKind.CONSTRUCTOR
        && member.getEnclosingElement() instanceof TypeElement created
        && context.locals().isDeclared(created)) {
      locals.reference(tree, constructor, depth);
    }
    return super.visitMemberReference(tree, null);
  }

  /** Writes a lambda in place of a reference to a method out of reach, if it is one. */
  private boolean reference(MemberReferenceTree tree, ExecutableElement method) {
    ExpressionTree qualifier = tree.getQualifierExpression();
    boolean throughSuper = classes.isEmpty() && isSuper(qualifier);
    if (!throughSuper && (isSuper(qualifier) || !isOut(method))) {
      return false;
    }
    boolean created = method.getKind() == ElementKind.CONSTRUCTOR;
    boolean isStatic = method.getModifiers().contains(Modifier.STATIC);
    String function =
        throughSuper
            ? type.members().callSuper(method, superclassNamed(qualifier))
            : created ? type.members().create(method) : type.members().call(method);
    TypeElement inner = created && Owners.isInner(Owners.of(method)) ? Owners.of(method) : null;
    TypeElement outer = inner == null ? type.owner() : outerOf(inner);
    Code self =
        outer == null || isStatic || (created && inner == null)
            ? Code.empty()
            : Code.builder().add(locals.receiver(outer, depth + 1)).build();
    Code lambda = outer == null ? null : calls.lambda(function + "(", method, tree, self);
    if (lambda == null) {
      checkReach(method, tree);
      return true;
    }
    Range range = source.range(tree);
    put(range.start(), range.end(), lambda);
    return true;
  }

  @Override
  public @Nullable Void visitNewClass(NewClassTree tree, @Nullable Void unused) {
    Element constructor = javac.elementOf(tree);
    if (constructor instanceof ExecutableElement out && isOut(out) && !Reach.isLocal(out)) {
      checkSignature(out, tree);
      boolean ofOuter = Owners.isInner(Owners.of(out)) && tree.getEnclosingExpression() == null;
      TypeElement outer = ofOuter ? outerOf(Owners.of(out)) : null;
      if (tree.getClassBody() == null && (outer != null || !ofOuter)) {
        members.create(tree, out, outer == null ? Code.empty() : receiver(outer).build());
        scan(tree.getEnclosingExpression(), null);
        return scan(tree.getArguments(), null);
      }
      if (tree.getClassBody() == null || out.getModifiers().contains(Modifier.PRIVATE)) {
        checkReach(constructor, tree);
      }
    }
    locals.declareAnonymous(tree, depth);
    if (javac.elementOf(tree.getIdentifier()) instanceof TypeElement local
        && context.locals().isDeclared(local)) {
      locals.create(tree, local, depth);
      return super.visitNewClass(tree, null);
    }
    if (!(javac.elementOf(tree.getIdentifier()) instanceof TypeElement created)
        || created.getNestingKind() != NestingKind.MEMBER
        || created.getModifiers().contains(Modifier.STATIC)) {
      return super.visitNewClass(tree, null);
    }
    Token keyword = source.tokens().lastWord("new", 0, source.range(tree.getIdentifier()).start());
    Token before = keyword == null ? null : source.tokens().codeBefore(keyword.start());
    boolean qualified = before != null && before.is(".");
    boolean ofNested =
        classes.stream().anyMatch(nested -> type.reach().isMemberOf(created, nested));
    TypeElement receiver = receiverWith(created);
    if (Reach.isLocal(created) && receiver == null) {
      return super.visitNewClass(tree, null);
    }
    if (keyword != null && !qualified && !ofNested && receiver != null) {
      put(keyword.start(), keyword.end(), receiver(receiver).add(".new").build());
    }
    unqualified.add(LocalTypeNames.nameOf(tree.getIdentifier()));
    locals.create(tree);
    return super.visitNewClass(tree, null);
  }

  /**
   * The type of the object around this body in which an inner class is created; null if that is an
   * object of a class inside the body.
   */
  private @Nullable TypeElement outerOf(TypeElement inner) {
    return classes.stream().anyMatch(nested -> type.reach().isMemberOf(inner, nested))
        ? null
        : receiverWith(inner);
  }

  // Bodies within the body

  @Override
  public @Nullable Void visitClass(ClassTree tree, @Nullable Void unused) {
    if (!(javac.elementOf(tree) instanceof TypeElement nested)) {
      return super.visitClass(tree, null);
    }
    locals.declare(tree, nested);
    classes.push(nested);
    depth++;
    super.visitClass(tree, null);
    depth--;
    classes.pop();
    return null;
  }

  @Override
  public @Nullable Void visitMethod(MethodTree tree, @Nullable Void unused) {
    if (classes.size() != 1
        || !context.isCoroutine(tree)
        || !(javac.elementOf(tree) instanceof ExecutableElement method)) {
      return super.visitMethod(tree, null);
    }
    scan(tree.getModifiers(), null);
    scan(tree.getTypeParameters(), null);
    scan(tree.getReturnType(), null);
    scan(tree.getParameters(), null);
    scan(tree.getThrows(), null);
    method(tree, method);
    return null;
  }

  /** Has the method return its machine. */
  private void method(MethodTree tree, ExecutableElement method) {
    JavacBody nested = body.method(tree, method, locals.around());
    List<Use> parameters = new ArrayList<>();
    for (VariableTree parameter : tree.getParameters()) {
      // In a class inside a body variables stay text.
      parameters.add(text(parameter.getName().toString(), javac.rawTypeOf(parameter)));
    }
    Use self = text("this", nested.self().type());
    Range range = source.range(tree.getBody());
    int inside = depth;
    hole(
        range.start(),
        range.end(),
        range.end(),
        whole -> {
          String line = "\n" + source.indentation(source.range(tree).start(), whole);
          Code.NewMachine machine = machine(nested, self, inside, true, parameters);
          return Code.builder()
              .add("{" + line + "  return ")
              .add(machine)
              .add(";" + line + "}")
              .build();
        });
  }

  private static Use text(String name, TypeMirror type) {
    return new Use(new IrVar(name, type, IrVar.Kind.LOCAL), Access.READ);
  }

  @Override
  public @Nullable Void visitLambdaExpression(LambdaExpressionTree tree, @Nullable Void unused) {
    depth++;
    if (classes.isEmpty() && body.isCoroutine() && type.isCoroutine(javac, tree)) {
      scan(tree.getParameters(), null);
      lambda(tree);
    } else {
      super.visitLambdaExpression(tree, null);
    }
    depth--;
    return null;
  }

  /** Puts the creation of its machine in place of a coroutine lambda's body. */
  private void lambda(LambdaExpressionTree tree) {
    JavacBody lambda = body.lambda(tree, locals.around());
    List<Use> parameters = new ArrayList<>();
    for (VariableTree parameter : tree.getParameters()) {
      Element element = javac.elementOf(parameter);
      // One without a name is not passed: nothing can mention it.
      if (element != null && parameter.getName().length() > 0) {
        parameters.add(new Use(variables.declare(element, depth), Access.READ));
      }
    }
    Use self = locals.receiver(body.selfType(), depth);
    Range range = source.range(tree.getBody());
    int inside = depth;
    boolean inClass = !classes.isEmpty();
    hole(
        range.start(),
        range.end(),
        range.end(),
        whole -> Code.builder().add(machine(lambda, self, inside, inClass, parameters)).build());
  }

  /** The creation of a machine; what it captures is known once its body is translated. */
  private Code.NewMachine machine(
      JavacBody nested, Use self, int where, boolean inClass, List<Use> parameters) {
    IrBody translated = nested.translated();
    List<Use> arguments = new ArrayList<>();
    arguments.add(self);
    for (Element captured : nested.captured()) {
      Use use =
          captured instanceof TypeElement receiver
              ? variables.receiver(receiver, where)
              : variables.use(captured, Access.READ, where);
      if (use == null) {
        throw new IllegalStateException("a coroutine captures " + captured + ", which is unknown");
      }
      arguments.add(use);
    }
    arguments.addAll(parameters);
    // A class that mentions no type variable becomes a static one, where they mean nothing.
    boolean inferred =
        inClass
            ? !translated.typeParameters().isEmpty()
            : translated.typeParameters().size() > body.typeParameters().size();
    return new Code.NewMachine(translated, arguments, inferred);
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

  /** A function that stands for a member has to name the types of that. */
  private void checkSignature(Element member, Tree tree) {
    TypeElement hidden = type.reach().hiddenIn(member);
    if (hidden != null) {
      checkReach(hidden, tree);
    }
  }

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
