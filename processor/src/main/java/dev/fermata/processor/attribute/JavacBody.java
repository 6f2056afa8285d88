package dev.fermata.processor.attribute;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.tree.YieldTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreeScanner;
import dev.fermata.processor.attribute.SourceText.Range;
import dev.fermata.processor.ir.Code;
import dev.fermata.processor.ir.IrBody;
import dev.fermata.processor.ir.IrLabel;
import dev.fermata.processor.ir.IrStmt;
import dev.fermata.processor.ir.IrVar;
import dev.fermata.processor.ir.Suspension;
import dev.fermata.processor.model.FunctionType;
import dev.fermata.processor.model.RuntimeNames;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/**
 * The body of a method or coroutine lambda, answered for by javac.
 *
 * <p>A coroutine inside another, a lambda or a method of a local class, has a body of its own: what
 * it uses of the body around is passed to it.
 */
final class JavacBody implements AttributedBody {

  private final MethodContext context;
  private final TypeContext type;
  private final JavacAnswers javac;
  private final SuspensionIndex suspensions;
  private final LocalClasses locals;
  private final @Nullable JavacBody parent;
  private final List<TypeElement> around;
  private final TypeElement selfType;
  private final Tree declaration;
  private final Tree root;
  private final @Nullable FunctionType functionType;
  private final BodyVariables variables;
  private final JumpTargets jumps;
  private final Map<Tree, JavacBody> nested = new IdentityHashMap<>();
  private final CodeRenderer renderer;
  private final MemberAccess members;
  private @Nullable IrBody translated;

  /**
   * A body, and those inside it.
   *
   * @param around the classes between it and its parent, innermost first
   * @param declaration the method or lambda
   * @param functionType what the coroutine function returns; null if this is none
   */
  private JavacBody(
      MethodContext context,
      @Nullable JavacBody parent,
      List<TypeElement> around,
      TypeElement selfType,
      Tree declaration,
      Tree root,
      List<? extends VariableTree> parameters,
      @Nullable FunctionType functionType) {
    this.context = context;
    this.type = context.type();
    this.javac = context.javac();
    this.suspensions = context.suspensions();
    this.locals = context.locals();
    this.parent = parent;
    this.around = around;
    this.selfType = selfType;
    this.declaration = declaration;
    this.root = root;
    this.functionType = functionType;
    this.variables = new BodyVariables(selfType, javac::upward, javac.elements(), parent != null);
    this.jumps = new JumpTargets(javac::path, javac::typeOf);
    for (VariableTree parameter : parameters) {
      Element element = javac.elementOf(parameter);
      if (element != null && parameter.getName().length() > 0) {
        variables.parameter(element);
      }
    }
    NameResolver names = new NameResolver(this, context, variables);
    names.scan(root, null);
    this.members = names.members();
    this.renderer = new CodeRenderer(type.source(), names.edits());
  }

  /** The body of a method: a coroutine function's if {@code result} is what it results in. */
  static JavacBody of(
      TypeContext type, JavacAnswers javac, ExecutableElement function, MethodTree tree) {
    MethodContext context = MethodContext.of(type, javac, function, tree);
    return new JavacBody(
        context,
        null,
        List.of(),
        type.owner(),
        tree,
        tree.getBody(),
        tree.getParameters(),
        type.machineOf(function) == null ? null : type.coroutines().typeOf(function));
  }

  // For the other classes of this package

  /** The type of what {@code this} is here. */
  TypeElement selfType() {
    return selfType;
  }

  /** The types of what {@code this} is here and in the bodies around, innermost first. */
  List<TypeElement> receivers() {
    List<TypeElement> receivers = new ArrayList<>();
    for (@Nullable JavacBody body = this; body != null; body = body.parent) {
      if (!receivers.contains(body.selfType)) {
        receivers.add(body.selfType);
      }
    }
    return receivers;
  }

  /** The nearest of these that is a subtype. */
  @Nullable TypeElement receiver(TypeElement supertype) {
    return receivers().stream()
        .filter(each -> type.reach().isSubtype(each, supertype))
        .findFirst()
        .orElse(null);
  }

  /** The classes between this body and its method, those of the bodies between included. */
  List<TypeElement> around() {
    return around;
  }

  /** The method or lambda. */
  Range range() {
    return type.source().range(declaration);
  }

  boolean isCoroutine() {
    return functionType != null;
  }

  JumpTargets jumps() {
    return jumps;
  }

  /** The body of a coroutine lambda in this one. */
  JavacBody lambda(LambdaExpressionTree tree, List<TypeElement> classes) {
    JavacBody known = nested.get(tree);
    if (known == null) {
      known =
          new JavacBody(
              context,
              this,
              classes,
              selfType,
              tree,
              tree.getBody(),
              tree.getParameters(),
              type.typeOf(javac, tree));
      nested.put(tree, known);
    }
    return known;
  }

  /** The body of a coroutine method of a local class in this one. */
  JavacBody method(MethodTree tree, ExecutableElement method, List<TypeElement> classes) {
    JavacBody known = nested.get(tree);
    if (known == null) {
      known =
          new JavacBody(
              context,
              this,
              classes,
              (TypeElement) method.getEnclosingElement(),
              tree,
              tree.getBody(),
              tree.getParameters(),
              type.coroutines().typeOf(method.getReturnType()));
      nested.put(tree, known);
    }
    return known;
  }

  /** Variables of the body around that this one uses. */
  Set<Element> captured() {
    return variables.captured();
  }

  /** This body for lowering, made once. */
  IrBody translated() {
    if (translated == null) {
      translated = type.translate().apply(this);
    }
    return translated;
  }

  Code render(Range range) {
    return renderer.code(range);
  }

  Code returned(ReturnTree tree, Range whole) {
    Code.Way way = wayOut(whole, tree);
    ExpressionTree value = tree.getExpression();
    if (value == null) {
      return hole(new Code.Return(null, way));
    }
    if (!isReadyResult(value)) {
      throw new IllegalStateException("a suspension in text: " + tree);
    }
    Tree call = value;
    while (call instanceof ParenthesizedTree parenthesized) {
      call = parenthesized.getExpression();
    }
    List<? extends ExpressionTree> arguments = ((MethodInvocationTree) call).getArguments();
    return hole(new Code.Return(arguments.isEmpty() ? null : standalone(arguments.get(0)), way));
  }

  /** An expression that no longer has the target type it had: a lambda then needs a cast. */
  private Code standalone(ExpressionTree tree) {
    Code code = code(tree);
    if (!needsTarget(tree)) {
      return code;
    }
    boolean choice = tree instanceof ConditionalExpressionTree;
    return Code.builder()
        .add("(")
        .add(new Code.TypeOf(typeOf(tree)))
        .add(choice ? ") (" : ") ")
        .add(code)
        .add(choice ? ")" : "")
        .build();
  }

  private static boolean needsTarget(Tree tree) {
    if (tree instanceof ParenthesizedTree parenthesized) {
      return needsTarget(parenthesized.getExpression());
    } else if (tree instanceof ConditionalExpressionTree choice) {
      return needsTarget(choice.getTrueExpression()) || needsTarget(choice.getFalseExpression());
    }
    return tree instanceof LambdaExpressionTree || tree instanceof MemberReferenceTree;
  }

  /** {@code result = value; jump} in place of a yield that leaves the text. */
  Code yielded(YieldTree tree, Range whole) {
    SwitchExpressionTree target = jumps.target(tree);
    Code.Assignment result = new Code.Assignment(jumps.result(target), code(tree.getValue()));
    return hole(new Code.Jump(jumps.end(target), List.of(result), wayOut(whole, tree)));
  }

  /** A jump in place of a break or continue that leaves the text. */
  Code jump(StatementTree tree, Range whole) {
    return hole(new Code.Jump(jumps.of(tree), List.of(), wayOut(whole, tree)));
  }

  private Code.Way wayOut(Range whole, Tree jump) {
    return Guards.wayOut(
        whole, javac.path(jump), type.source(), new NormalCompletion(this::constantOf));
  }

  private static Code hole(Code.Part part) {
    return Code.builder().add(part).build();
  }

  // The public questions

  @Override
  public Tree root() {
    return root;
  }

  @Override
  public TypeElement owner() {
    return type.owner();
  }

  @Override
  public String method() {
    return context.function().getSimpleName().toString();
  }

  @Override
  public String machineWish() {
    String name =
        declaration instanceof MethodTree tree ? tree.getName().toString() : method() + "Lambda";
    return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }

  @Override
  public String file() {
    return type.source().file();
  }

  @Override
  public int line() {
    return declaration instanceof MethodTree method
        ? type.source().lineOfName(method)
        : line(declaration);
  }

  @Override
  public int line(Tree tree) {
    return type.source().line(tree);
  }

  @Override
  public List<TypeParameterElement> typeParameters() {
    List<TypeParameterElement> all = new ArrayList<>();
    if (parent == null) {
      all.addAll(type.owner().getTypeParameters());
    } else if (!addTypeParameters(selfType, all)) {
      all.addAll(0, parent.typeParameters());
    }
    if (javac.elementOf(declaration) instanceof ExecutableElement method) {
      all.addAll(method.getTypeParameters());
    }
    return all;
  }

  /**
   * Adds those of the classes from the parent's to this one.
   *
   * @return whether one of them is static, so that what stands around it has no meaning in it
   */
  private boolean addTypeParameters(Element inner, List<TypeParameterElement> all) {
    if (!(inner instanceof TypeElement element)
        || element.equals(Objects.requireNonNull(parent).selfType)) {
      return false;
    }
    boolean isStatic =
        element.getKind() != ElementKind.CLASS
            || element.getModifiers().contains(Modifier.STATIC)
            || addTypeParameters(element.getEnclosingElement(), all);
    all.addAll(element.getTypeParameters());
    return isStatic;
  }

  @Override
  public List<IrVar> parameters() {
    return variables.inOrder();
  }

  @Override
  public FunctionType functionType() {
    if (functionType == null) {
      throw new IllegalStateException(context.function() + " is no coroutine function");
    }
    return new FunctionType(
        functionType.kind(),
        functionType.arguments().stream().map(javac::upward).toList(),
        javac.upward(functionType.result()));
  }

  @Override
  public IrVar self() {
    return variables.self();
  }

  @Override
  public Set<String> names() {
    return context.words();
  }

  /** Whether a class beside the user's would have to name private types to do what this does. */
  boolean namesPrivateTypes() {
    return javac.namesPrivateTypes();
  }

  @Override
  public Set<String> typeNames() {
    return context.typeNames();
  }

  @Override
  public TreePath path(Tree tree) {
    return javac.path(tree);
  }

  @Override
  public boolean suspends(@Nullable Tree tree) {
    return suspensions.suspends(tree);
  }

  @Override
  public @Nullable Suspension suspensionOf(Tree tree) {
    return suspensions.of(tree);
  }

  @Override
  public boolean isAsyncContextManager(TypeMirror resource) {
    return javac.isSubtypeOf(resource, RuntimeNames.ASYNC_CONTEXT_MANAGER);
  }

  @Override
  public boolean isReadyResult(ExpressionTree tree) {
    return suspensions.isReadyResult(tree);
  }

  @Override
  public TypeMirror typeOf(Tree tree) {
    return javac.typeOf(tree);
  }

  @Override
  public TypeMirror rawTypeOf(Tree tree) {
    return javac.rawTypeOf(tree);
  }

  @Override
  public @Nullable Element elementOf(Tree tree) {
    return javac.elementOf(tree);
  }

  @Override
  public @Nullable Object constantOf(ExpressionTree tree) {
    return new Constants(javac).valueOf(tree);
  }

  @Override
  public IrVar variable(Tree declarationOrIdentifier) {
    Element element = javac.elementOf(declarationOrIdentifier);
    if (element == null) {
      throw new IllegalArgumentException("no variable: " + declarationOrIdentifier);
    }
    return variables.variable(element);
  }

  @Override
  public List<IrVar> bindings(Tree tree) {
    List<IrVar> bindings = new ArrayList<>();
    new TreeScanner<@Nullable Void, @Nullable Void>() {
      @Override
      public @Nullable Void visitVariable(VariableTree variable, @Nullable Void unused) {
        Element element = javac.elementOf(variable);
        if (element != null
            && element.getKind() == ElementKind.BINDING_VARIABLE
            && variable.getName().length() > 0) {
          bindings.add(variables.variable(element));
        }
        return super.visitVariable(variable, null);
      }

      @Override
      public @Nullable Void visitLambdaExpression(
          LambdaExpressionTree lambda, @Nullable Void unused) {
        return null;
      }

      @Override
      public @Nullable Void visitClass(ClassTree nested, @Nullable Void unused) {
        return null;
      }
    }.scan(tree, null);
    return bindings;
  }

  @Override
  public IrVar temporary(String wish, TypeMirror wanted) {
    return new IrVar(wish, javac.upward(wanted), IrVar.Kind.TEMPORARY);
  }

  @Override
  public Code code(Tree tree) {
    if (suspends(tree)) {
      throw new IllegalStateException("a suspension in text: " + tree);
    }
    return renderer.code(
        tree instanceof StatementTree statement && !(tree instanceof VariableTree)
            ? type.source().withComments(statement)
            : type.source().range(tree));
  }

  @Override
  public List<Code> around(Tree tree, List<? extends Tree> children) {
    return renderer.around(
        type.source().range(tree), children.stream().map(type.source()::range).toList());
  }

  @Override
  public @Nullable FieldAccess fieldAccess(ExpressionTree target) {
    return members.access(target);
  }

  @Override
  public Code typeCode(Tree typeTree) {
    Range range = type.source().range(typeTree);
    return range.exists() ? renderer.code(range) : hole(new Code.TypeOf(typeOf(typeTree)));
  }

  @Override
  public Code header(VariableTree variable) {
    Range range = type.source().header(variable);
    if (range != null) {
      return renderer.code(range);
    }
    // One of several declared together, or with brackets behind its name.
    Range modifiers = type.source().range(variable.getModifiers());
    Code.Builder header = Code.builder();
    if (modifiers.exists() && modifiers.end() > modifiers.start()) {
      header.add(renderer.code(modifiers)).add(" ");
    }
    return header.add(new Code.TypeOf(typeOf(variable))).build();
  }

  @Override
  public String commentsBefore(Tree tree) {
    return type.source().commentsBefore(tree);
  }

  @Override
  public String commentsAfter(Tree tree) {
    return type.source().commentsAfter(tree);
  }

  @Override
  public String commentsBetween(Tree part, boolean onItsLine) {
    return type.source().commentsBetween(part, onItsLine);
  }

  @Override
  public String commentsAtEnd(Tree tree) {
    return type.source().commentsAtEnd(tree);
  }

  @Override
  public IrLabel breakLabel(Tree target) {
    return jumps.end(target);
  }

  @Override
  public IrLabel continueLabel(Tree loop) {
    return jumps.next(loop);
  }

  @Override
  public IrLabel jumpTarget(StatementTree jump) {
    return jumps.of(jump);
  }

  @Override
  public SwitchExpressionTree yieldTarget(YieldTree yield) {
    return jumps.target(yield);
  }

  @Override
  public IrVar switchResult(SwitchExpressionTree tree) {
    return jumps.result(tree);
  }

  @Override
  public boolean hasStaticBlock(TypeElement wanted) {
    return javac.hasStaticBlock(wanted);
  }

  @Override
  public IrStmt.LocalType localType(TypeElement local) {
    LocalClasses.Declaration declared = locals.declaration(local);
    TypeElement outer = locals.outer(local);
    Code text = renderer.code(declared.statement());
    NamedAnonymous anonymous = declared.anonymous();
    return new IrStmt.LocalType(
        local,
        declared.name(),
        anonymous == null ? text : anonymous.declaration(text, outerObject(anonymous)),
        locals.isInner(local),
        outer,
        locals.captured(local).stream()
            .map(
                each ->
                    each instanceof TypeElement receiver
                        ? variables.receiver(receiver)
                        : variables.variable(each))
            .toList(),
        outer == null ? 0 : locals.captured(outer).size(),
        anonymous == null ? type.source().lineAt(declared.statement().start()) : -1);
  }

  private @Nullable IrVar outerObject(NamedAnonymous anonymous) {
    TypeElement outer = anonymous.outerOfSuperclass();
    TypeElement receiver = outer == null ? null : receiver(outer);
    return receiver == null ? null : variables.receiver(receiver);
  }

  @Override
  public List<IrStmt.LocalType> movedTypes() {
    List<IrStmt.LocalType> moved = new ArrayList<>();
    // Writing one may move another that is declared in it.
    for (List<TypeElement> next = locals.moved(this); !next.isEmpty(); next = locals.moved(this)) {
      next.forEach(each -> moved.add(localType(each)));
    }
    return moved;
  }

  @Override
  public Types types() {
    return javac.types();
  }

  @Override
  public Elements elements() {
    return javac.elements();
  }
}
