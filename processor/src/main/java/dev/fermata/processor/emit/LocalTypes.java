package dev.fermata.processor.emit;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.TypeVariableName;
import com.palantir.javapoet.WildcardTypeName;
import dev.fermata.processor.allocate.Machine;
import dev.fermata.processor.ir.Code;
import dev.fermata.processor.ir.IrLabel;
import dev.fermata.processor.ir.IrStmt;
import dev.fermata.processor.ir.IrVar;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import org.jspecify.annotations.Nullable;

/**
 * Types that a body declares, as members of its machine and in the user's own words.
 *
 * <p>JavaPoet takes no member as text. So the text goes into the initializer of an empty class of
 * the same name, which reserves that name, and the printed file loses the class around the text.
 *
 * <pre>{@code
 * static class Pair {           =>    record Pair(int a, int b) {}
 *   {
 *     [mark]
 *     record Pair(int a, int b) {}
 *     [mark]
 *   }
 * }
 * }</pre>
 *
 * <p>A class that uses something of the body is an inner class of a scope, which holds what it
 * uses: an inner class has its outer object before any constructor or initializer runs, as a local
 * class has what it captures.
 *
 * <pre>{@code
 * static class AdderScope {
 *   final int base;
 *
 *   AdderScope(int base) {
 *     this.base = base;
 *   }
 *
 *   class Adder { .. }          created by    new AdderScope(base).new Adder(..)
 * }
 * }</pre>
 */
final class LocalTypes {

  private static final String BEGIN = "/*[local type*/";
  private static final String END = "/*local type]*/";
  private static final String SCOPE_END = "/*local scope]*/";
  private static final int LINES_AROUND = 2;
  private static final int LINES_OF_RESERVED_NAME = 3;
  private static final int INDENT = 4;

  /** A class around a local type, and its name with type arguments. */
  private record Scope(IrStmt.LocalType type, String simpleName, boolean generic, TypeName name) {}

  private final Machine machine;
  private final List<IrStmt.LocalType> locals;
  private final Map<TypeElement, Scope> scopes = new HashMap<>();
  private final String self;
  private TypeNames types;

  /**
   * The local types of a machine.
   *
   * @param types names as they are in the machine, with the scopes of the machine around
   */
  LocalTypes(Machine machine, TypeNames types) {
    this.machine = machine;
    this.types = types;
    this.self =
        machine.graph().body().names().contains("self") ? machine.claims().fresh("self") : "self";
    this.locals = outerFirst(machine.graph().localTypes());
    Set<String> names = new HashSet<>();
    for (IrStmt.LocalType local : locals) {
      this.types = this.types.withLocal(local.type(), local.name());
      // Types of sibling blocks may share a name; those of one machine may not.
      if (!names.add(local.name()) || local.inner()) {
        add(local, machine.claims().fresh(local.name() + "Scope"));
      }
    }
  }

  /** In the order in which their scopes extend each other. */
  private static List<IrStmt.LocalType> outerFirst(List<IrStmt.LocalType> types) {
    Map<TypeElement, IrStmt.LocalType> all = new HashMap<>();
    types.forEach(type -> all.put(type.type(), type));
    Map<TypeElement, IrStmt.LocalType> ordered = new LinkedHashMap<>();
    types.forEach(type -> addAfterOuter(type, all, ordered));
    return List.copyOf(ordered.values());
  }

  private static void addAfterOuter(
      IrStmt.LocalType type,
      Map<TypeElement, IrStmt.LocalType> all,
      Map<TypeElement, IrStmt.LocalType> ordered) {
    IrStmt.LocalType outer = type.outer() == null ? null : all.get(type.outer());
    if (outer != null) {
      addAfterOuter(outer, all, ordered);
    }
    ordered.putIfAbsent(type.type(), type);
  }

  /** Names of types in the machine and its members. */
  TypeNames names() {
    return types;
  }

  List<TypeSpec> types() {
    List<TypeSpec> specs = new ArrayList<>();
    for (IrStmt.LocalType local : locals) {
      Scope scope = scopes.get(local.type());
      SourceBuilder declaration = new CodeWriter(new Captured(), types).write(local.declaration());
      specs.add(scope == null ? plain(local, declaration) : scoped(scope, declaration));
    }
    return specs;
  }

  private void add(IrStmt.LocalType local, String simpleName) {
    boolean generic = outerScope(local) instanceof ParameterizedTypeName || isGeneric(local);
    ClassName bare = ClassName.get("", simpleName);
    List<TypeName> arguments = new ArrayList<>();
    if (generic) {
      parameters().forEach(parameter -> arguments.add(types.use(parameter)));
    }
    TypeName name =
        arguments.isEmpty()
            ? bare
            : ParameterizedTypeName.get(bare, arguments.toArray(new TypeName[0]));
    scopes.put(local.type(), new Scope(local, simpleName, !arguments.isEmpty(), name));
    types = types.withScope(local.type(), name);
  }

  /** The scope that the type's own extends; of this machine, or of one around. */
  private @Nullable TypeName outerScope(IrStmt.LocalType local) {
    return local.outer() == null ? null : types.scope(local.outer());
  }

  private List<TypeParameterElement> parameters() {
    return machine.graph().body().typeParameters();
  }

  private boolean isGeneric(IrStmt.LocalType local) {
    boolean[] found = {false};
    local
        .declaration()
        .forEach(
            part ->
                found[0] |=
                    (part instanceof Code.NewMachine created
                            && created.body().typeParameters().stream()
                                .anyMatch(parameters()::contains))
                        || (part instanceof Code.NameOf name
                            && name.element() instanceof TypeParameterElement)
                        || (part instanceof Code.TypeOf type && mentions(types.name(type.type()))));
    return found[0]
        || local.captured().stream().anyMatch(variable -> mentions(types.name(variable.type())));
  }

  private static boolean mentions(TypeName type) {
    if (type instanceof ParameterizedTypeName generic) {
      return generic.typeArguments().stream().anyMatch(LocalTypes::mentions);
    } else if (type instanceof ArrayTypeName array) {
      return mentions(array.componentType());
    } else if (type instanceof WildcardTypeName wildcard) {
      return wildcard.upperBounds().stream().anyMatch(LocalTypes::mentions)
          || wildcard.lowerBounds().stream().anyMatch(LocalTypes::mentions);
    }
    return type instanceof TypeVariableName;
  }

  private static TypeSpec plain(IrStmt.LocalType type, SourceBuilder declaration) {
    return TypeSpec.classBuilder(type.name())
        .addModifiers(Modifier.STATIC)
        .addInitializerBlock(
            new SourceBuilder()
                .add("$L\n", BEGIN)
                .literal(mark(type))
                .add(modifier(type))
                .add(declaration)
                .add("\n$L\n", END)
                .build())
        .build();
  }

  private static String mark(IrStmt.LocalType type) {
    return type.line() < 0 ? "" : LineMarks.type(type.line());
  }

  private static String modifier(IrStmt.LocalType type) {
    return type.type().getKind() == ElementKind.CLASS && !type.inner() ? "static " : "";
  }

  private TypeSpec scoped(Scope scope, SourceBuilder declaration) {
    SourceBuilder text = new SourceBuilder().add("$L\n", BEGIN);
    text.add("static class $L", scope.simpleName());
    if (scope.generic()) {
      typeParameters(text);
    }
    TypeName outer = outerScope(scope.type());
    if (outer != null) {
      text.add(" extends $T", outer);
    }
    text.add(" {\n$>");
    fields(scope, scope.type().inherited(), text);
    text.literal(mark(scope.type()))
        .add(modifier(scope.type()))
        .add(declaration)
        .add("\n$<}\n$L\n", SCOPE_END);
    return TypeSpec.classBuilder(scope.simpleName())
        .addModifiers(Modifier.STATIC)
        .addInitializerBlock(text.build())
        .addType(TypeSpec.classBuilder(scope.type().name()).build())
        .build();
  }

  private void typeParameters(SourceBuilder text) {
    String separator = "<";
    for (TypeVariableName parameter : types.variables(parameters())) {
      text.add("$L$L", separator, parameter.name());
      String bounds = " extends ";
      for (TypeName bound : parameter.bounds()) {
        text.add("$L$T", bounds, bound);
        bounds = " & ";
      }
      separator = ", ";
    }
    text.add(">");
  }

  /** The fields and the constructor; the first variables are those of the scope around. */
  private void fields(Scope scope, int inherited, SourceBuilder text) {
    List<IrVar> captured = scope.type().captured();
    if (captured.isEmpty()) {
      return;
    }
    Captured names = new Captured();
    for (IrVar variable : captured.subList(inherited, captured.size())) {
      text.add("final $T $L;\n", types.name(variable.type()), names.nameOf(variable));
    }
    text.add("\n$L(", scope.simpleName());
    String separator = "";
    for (IrVar variable : captured) {
      text.add("$L$T $L", separator, types.name(variable.type()), names.nameOf(variable));
      separator = ", ";
    }
    text.add(") {\n$>");
    if (inherited > 0) {
      text.add(
          "super($L);\n",
          captured.subList(0, inherited).stream()
              .map(names::nameOf)
              .collect(Collectors.joining(", ")));
    }
    for (IrVar variable : captured.subList(inherited, captured.size())) {
      text.add("this.$L = $L;\n", names.nameOf(variable), names.nameOf(variable));
    }
    text.add("$<}\n\n");
  }

  /** Inside a scope captured variables are its fields, and constants are no variables. */
  private final class Captured implements CodeWriter.Names {

    @Override
    public String nameOf(IrVar variable) {
      return variable.kind() == IrVar.Kind.SELF ? self : variable.name();
    }

    @Override
    public boolean outlives(IrVar variable) {
      return variable.constant() != null;
    }

    @Override
    public boolean isWidened(IrVar variable) {
      return true;
    }

    @Override
    public String fresh(String wish) {
      return machine.claims().fresh(wish);
    }

    @Override
    public String loopLabel() {
      throw new IllegalStateException("a jump out of a class");
    }

    @Override
    public boolean isGenerator() {
      return false;
    }

    @Override
    public int stateOf(IrLabel label) {
      throw new IllegalStateException("a jump out of a class to " + label);
    }
  }

  static String unwrap(String file) {
    if (!file.contains(BEGIN)) {
      return file;
    }
    List<String> out = new ArrayList<>();
    boolean inside = false;
    int skip = 0;
    for (String line : file.split("\n", -1)) {
      if (skip > 0) {
        skip--;
      } else if (line.strip().equals(BEGIN)) {
        out.subList(out.size() - LINES_AROUND, out.size()).clear();
        inside = true;
      } else if (line.strip().equals(END) || line.strip().equals(SCOPE_END)) {
        boolean scope = line.strip().equals(SCOPE_END);
        skip = LINES_AROUND + (scope ? LINES_OF_RESERVED_NAME : 0);
        inside = false;
      } else {
        out.add(inside && line.length() > INDENT ? line.substring(INDENT) : line);
      }
    }
    return String.join("\n", out);
  }
}
