package dev.fermata.processor.attribute;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import dev.fermata.processor.attribute.SourceText.Range;
import dev.fermata.processor.diag.DiagnosticKey;
import dev.fermata.processor.ir.Code;
import dev.fermata.processor.model.CoroutineFunction;
import dev.fermata.processor.model.FunctionKind;
import dev.fermata.processor.model.RuntimeNames;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ExecutableType;
import org.jspecify.annotations.Nullable;

/**
 * What stands in place of private methods, which no other class can call: for a coroutine function
 * its machine, for a method of an interface a function beside the machines.
 *
 * <pre>{@code
 * helper(a)            =>  helper(self, a)
 * other.helper(a)      =>  SumsCoroutines.helper(other, a)
 * read(f)              =>  new Read(self, f)
 * this::helper         =>  a -> helper(self, a)
 * }</pre>
 */
final class PrivateCalls {

  private final JavacBody body;
  private final TypeContext type;
  private final JavacAnswers javac;

  PrivateCalls(JavacBody body, TypeContext type, JavacAnswers javac) {
    this.body = body;
    this.type = type;
    this.javac = javac;
  }

  /** Whether the method is private and beside the machines there is another in its place. */
  boolean isGeneratedAgain(ExecutableElement method) {
    return method.getModifiers().contains(Modifier.PRIVATE)
        && type.owner().equals(method.getEnclosingElement())
        && (type.machineOf(method) != null || type.functions().isOne(method));
  }

  /** The beginning of the creation of a machine of a supertype's. */
  String creation(CoroutineFunction function, MethodInvocationTree tree) {
    if (!function.isAccessibleFrom(type.type().packageName())) {
      type.report()
          .add(
              DiagnosticKey.INHERITED_INACCESSIBLE,
              javac.path(tree),
              function.method(),
              function.declaring());
    }
    boolean generic =
        !function.method().getTypeParameters().isEmpty()
            || !function.declaring().getTypeParameters().isEmpty();
    return "new " + function.machine() + (generic ? "<>(" : "(");
  }

  /** The beginning of the call, up to the parenthesis. */
  Code callee(ExecutableElement method, MethodInvocationTree tree) {
    if (type.machineOf(method) != null) {
      return Code.text(function(method));
    }
    Code.Builder code = Code.builder();
    List<? extends Tree> arguments = tree.getTypeArguments();
    if (!arguments.isEmpty() || tree.getMethodSelect() instanceof MemberSelectTree) {
      code.add(type.holder() + ".");
    }
    if (!arguments.isEmpty()) {
      int start = type.source().range(arguments.get(0)).start();
      int end = type.source().range(arguments.get(arguments.size() - 1)).end();
      code.add("<").add(body.render(new Range(start, end))).add(">");
    }
    return code.add(function(method)).build();
  }

  private String function(ExecutableElement method) {
    String machine = type.machineOf(method);
    if (machine == null) {
      return type.functions().name(method) + "(";
    }
    if (body.typeNames().contains(machine)) {
      machine = type.holder() + "." + machine;
    }
    if (!FunctionKind.of(method.getReturnType()).orElseThrow().isMachine()) {
      return machine + "." + RuntimeNames.CREATE + "(";
    }
    boolean generic =
        !method.getTypeParameters().isEmpty() || !type.owner().getTypeParameters().isEmpty();
    return "new " + machine + (generic ? "<>(" : "(");
  }

  /**
   * A lambda in place of a reference to a private method; null where the reference evaluates an
   * expression that a lambda would evaluate too late.
   */
  @Nullable Code lambda(ExecutableElement method, MemberReferenceTree tree, Code.Use self) {
    return lambda(function(method), method, tree, Code.builder().add(self).build());
  }

  /**
   * A lambda that calls a function, in place of a reference to the method it stands for.
   *
   * @param self the object of a reference by {@code this} or {@code super}; empty for a constructor
   */
  @Nullable Code lambda(
      String function, ExecutableElement method, MemberReferenceTree tree, Code self) {
    ExecutableType wanted = type.coroutines().functionOf(javac.rawTypeOf(tree));
    ExpressionTree qualifier = tree.getQualifierExpression();
    boolean ofType = javac.elementOf(qualifier) instanceof TypeElement;
    boolean isStatic = method.getModifiers().contains(Modifier.STATIC);
    boolean created = method.getKind() == ElementKind.CONSTRUCTOR;
    boolean ofThis =
        NameResolver.isSuper(qualifier)
            || (qualifier instanceof IdentifierTree simple
                && simple.getName().contentEquals("this"));
    boolean unbound = ofType && !ofThis && !isStatic && !created;
    if (wanted == null || !(ofType || ofThis)) {
      return null;
    }
    List<String> names = names(method, wanted.getParameterTypes().size(), unbound);
    Code.Builder code = Code.builder();
    code.add(names.size() == 1 ? names.get(0) : "(" + String.join(", ", names) + ")");
    code.add(" -> ").add(function);
    String separator = "";
    if (!unbound && !self.isEmpty()) {
      code.add(self);
      separator = ", ";
    }
    return code.add(names.isEmpty() ? "" : separator + String.join(", ", names)).add(")").build();
  }

  /** A lambda in place of a reference to the constructor of a class that needs a scope. */
  Code creation(ExecutableElement constructor, MemberReferenceTree tree, Code.NewScope scope) {
    ExecutableType wanted = type.coroutines().functionOf(javac.rawTypeOf(tree));
    if (wanted == null) {
      throw new IllegalStateException("no function is wanted of " + tree);
    }
    List<String> names = names(constructor, wanted.getParameterTypes().size(), false);
    return Code.builder()
        .add(names.size() == 1 ? names.get(0) : "(" + String.join(", ", names) + ")")
        .add(" -> ")
        .add(scope)
        .add(".new " + scope.type().getSimpleName())
        .add(scope.type().getTypeParameters().isEmpty() ? "(" : "<>(")
        .add(String.join(", ", names) + ")")
        .build();
  }

  /**
   * The method's own names for its parameters, where the body does not use them for something else.
   */
  private List<String> names(ExecutableElement method, int count, boolean unbound) {
    List<String> wishes = new ArrayList<>();
    if (unbound) {
      wishes.add("receiver");
    }
    for (VariableElement parameter : method.getParameters()) {
      wishes.add(parameter.getSimpleName().toString());
    }
    Set<String> taken = new HashSet<>(body.names());
    List<String> names = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String wish = i < wishes.size() ? wishes.get(i) : "argument";
      String name = wish;
      for (int number = 2; !taken.add(name); number++) {
        name = wish + number;
      }
      names.add(name);
    }
    return names;
  }
}
