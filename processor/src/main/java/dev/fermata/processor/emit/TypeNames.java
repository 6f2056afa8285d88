package dev.fermata.processor.emit;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeVariableName;
import com.palantir.javapoet.WildcardTypeName;
import dev.fermata.processor.model.AsyncType;
import dev.fermata.processor.model.CoroutineFunction;
import dev.fermata.processor.model.FunctionKind;
import dev.fermata.processor.model.FunctionType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import org.jspecify.annotations.Nullable;

/**
 * Names for types as they can be written down: nullness annotations kept, captured wildcards,
 * intersections and anonymous classes replaced by the nearest type that has a name, type parameters
 * renamed where those of a method would shadow those of its type.
 */
public final class TypeNames {

  /** Type names of places without type parameters of their own to rename. */
  public static final TypeNames PLAIN = new TypeNames(Map.of(), Map.of(), Map.of(), Map.of(), null);

  private final Map<Element, String> renamed;
  private final Map<String, String> faces;
  private final Map<Element, String> locals;
  private final Map<Element, TypeName> scopes;

  /** The package of the user's type. */
  private final @Nullable Element home;

  private TypeNames(
      Map<Element, String> renamed,
      Map<String, String> faces,
      Map<Element, String> locals,
      Map<Element, TypeName> scopes,
      @Nullable Element home) {
    this.renamed = Map.copyOf(renamed);
    this.faces = Map.copyOf(faces);
    this.locals = Map.copyOf(locals);
    this.scopes = Map.copyOf(scopes);
    this.home = home;
  }

  /**
   * Type names that know of types about to be generated.
   *
   * @param faces canonical names by simple name: what a name that javac cannot resolve yet stands
   *     for
   */
  public TypeNames withFaces(Map<String, String> faces) {
    return new TypeNames(renamed, faces, locals, scopes, home);
  }

  /** Type names that know a type that a body declares. */
  public TypeNames withLocal(TypeElement local, String name) {
    Map<Element, String> more = new HashMap<>(locals);
    more.put(local, name);
    return new TypeNames(renamed, faces, more, scopes, home);
  }

  /** Type names that know the class of which a local type has become a member. */
  public TypeNames withScope(TypeElement local, TypeName scope) {
    Map<Element, TypeName> more = new HashMap<>(scopes);
    more.put(local, scope);
    return new TypeNames(renamed, faces, locals, more, home);
  }

  /**
   * The mere name of a type that a body declares.
   *
   * @param raw whether the place takes no type arguments
   */
  public TypeName local(TypeElement type, boolean raw) {
    if (type.getEnclosingElement() instanceof TypeElement outer && isLocal(outer)) {
      String name = type.getSimpleName().toString();
      TypeName around =
          raw || type.getModifiers().contains(Modifier.STATIC)
              ? local(outer, true)
              : declared((DeclaredType) outer.asType());
      return around instanceof ParameterizedTypeName generic
          ? generic.nestedClass(name)
          : ((ClassName) around).nestedClass(name);
    }
    if (scopes.get(type) instanceof ParameterizedTypeName generic) {
      String name = nameOfLocal(type);
      return raw ? generic.rawType().nestedClass(name) : generic.nestedClass(name);
    }
    return localClass(type);
  }

  private ClassName localClass(TypeElement type) {
    if (type.getEnclosingElement() instanceof TypeElement outer && isLocal(outer)) {
      return localClass(outer).nestedClass(type.getSimpleName().toString());
    }
    String name = nameOfLocal(type);
    return scopes.get(type) instanceof ClassName scope
        ? scope.nestedClass(name)
        // It becomes a member of the class that names it.
        : ClassName.get("", name);
  }

  private String nameOfLocal(TypeElement type) {
    return locals.getOrDefault(type, type.getSimpleName().toString());
  }

  /** Whether the type is declared in a body, or is a member of such a one. */
  public static boolean isLocal(TypeElement type) {
    for (Element e = type; e instanceof TypeElement each; e = e.getEnclosingElement()) {
      if (each.getNestingKind() == NestingKind.LOCAL
          || each.getNestingKind() == NestingKind.ANONYMOUS) {
        return true;
      }
    }
    return false;
  }

  /** The class that holds what a local class captures. */
  public TypeName scope(TypeElement local) {
    TypeName scope = scopes.get(local);
    if (scope == null) {
      throw new IllegalStateException("no scope of " + local);
    }
    return scope;
  }

  /**
   * Type names for the body of a machine of this function, or of the method that overrides it in
   * its own type's face: the method's type parameters are renamed where the type's have the same
   * name.
   */
  public TypeNames inside(TypeElement type, List<? extends TypeParameterElement> ofMethod) {
    Set<String> taken = new HashSet<>();
    type.getTypeParameters().forEach(each -> taken.add(each.getSimpleName().toString()));
    Map<Element, String> names = new HashMap<>();
    for (TypeParameterElement parameter : ofMethod) {
      String wish = parameter.getSimpleName().toString();
      String name = wish;
      for (int i = 2; !taken.add(name); i++) {
        name = wish + i;
      }
      if (!name.equals(wish)) {
        names.put(parameter, name);
      }
    }
    Element outermost = type;
    while (outermost instanceof TypeElement) {
      outermost = outermost.getEnclosingElement();
    }
    return new TypeNames(names, faces, locals, scopes, outermost);
  }

  /**
   * The class of a canonical name, which may be of a nested class: {@code
   * p.SumsCoroutines.Compute}.
   */
  public static ClassName machine(CoroutineFunction function) {
    return className(function.machinesHolder()).nestedClass(function.machineName());
  }

  /** The top-level class of that canonical name. */
  public static ClassName className(String qualifiedName) {
    int dot = qualifiedName.lastIndexOf('.');
    return ClassName.get(
        dot < 0 ? "" : qualifiedName.substring(0, dot), qualifiedName.substring(dot + 1));
  }

  /** The class that holds the machines of the type. */
  public static ClassName holder(AsyncType type) {
    return ClassName.get(type.packageName(), type.machinesName());
  }

  /** The declared type parameters, bounds and annotations included. */
  public List<TypeVariableName> variables(List<? extends TypeParameterElement> parameters) {
    List<TypeVariableName> result = new ArrayList<>();
    for (TypeParameterElement parameter : parameters) {
      result.add(variable(parameter, parameter.getBounds()));
    }
    return result;
  }

  /** A declared type parameter with bounds as seen from a subtype. */
  public TypeVariableName variable(
      TypeParameterElement parameter, List<? extends TypeMirror> bounds) {
    List<TypeName> names = new ArrayList<>();
    for (TypeMirror bound : bounds) {
      names.add(name(bound));
    }
    TypeVariableName variable =
        TypeVariableName.get(nameOf(parameter), names.toArray(new TypeName[0]));
    List<AnnotationSpec> annotations = Nullness.on(parameter);
    return annotations.isEmpty() ? variable : variable.annotated(annotations);
  }

  /** The mere name of a type parameter. */
  public TypeVariableName use(TypeParameterElement parameter) {
    return TypeVariableName.get(nameOf(parameter));
  }

  private String nameOf(Element parameter) {
    return renamed.getOrDefault(parameter, parameter.getSimpleName().toString());
  }

  /** The user's type with its own type parameters as arguments: {@code Foo<T>}. */
  public TypeName self(TypeElement type) {
    List<TypeName> arguments = new ArrayList<>();
    type.getTypeParameters().forEach(each -> arguments.add(use(each)));
    ClassName name = ClassName.get(type);
    return arguments.isEmpty()
        ? name
        : ParameterizedTypeName.get(name, arguments.toArray(new TypeName[0]));
  }

  /** The type as it can be written. */
  public TypeName name(TypeMirror type) {
    TypeName name = bare(type);
    List<AnnotationSpec> annotations = Nullness.on(type);
    return annotations.isEmpty() || name.isPrimitive() || type.getKind() == TypeKind.WILDCARD
        ? name
        : name.annotated(annotations);
  }

  /** The base class of the machine of a function of this type. */
  TypeName frame(FunctionType function) {
    return ParameterizedTypeName.get(
        className(function.kind().frame()),
        function.arguments().stream().map(this::name).toArray(TypeName[]::new));
  }

  /** What a function of this type returns. */
  TypeName returned(FunctionType function) {
    return ParameterizedTypeName.get(
        className(function.kind().type()),
        function.arguments().stream().map(this::name).toArray(TypeName[]::new));
  }

  /** The base class of the machine of a function that returns this, told without attribution. */
  TypeName frame(FunctionKind kind, TypeMirror returned) {
    List<? extends TypeMirror> given =
        returned instanceof DeclaredType declared ? declared.getTypeArguments() : List.of();
    List<TypeName> arguments = new ArrayList<>();
    for (int i = 0; i < kind.arity(); i++) {
      boolean none = kind == FunctionKind.GENERATOR && i > 0;
      arguments.add(none ? ClassName.get(Void.class) : argument(given, i));
    }
    return ParameterizedTypeName.get(className(kind.frame()), arguments.toArray(TypeName[]::new));
  }

  private TypeName argument(List<? extends TypeMirror> given, int i) {
    if (i >= given.size()) {
      return ClassName.OBJECT;
    }
    if (given.get(i) instanceof WildcardType wildcard) {
      TypeMirror bound = wildcard.getExtendsBound();
      return bound == null ? ClassName.OBJECT : name(bound);
    }
    return name(given.get(i));
  }

  private TypeName bare(TypeMirror type) {
    return switch (type.getKind()) {
      case DECLARED -> declared((DeclaredType) type);
      case ERROR -> unresolved((DeclaredType) type);
      case ARRAY -> ArrayTypeName.of(name(((ArrayType) type).getComponentType()));
      case TYPEVAR ->
          isCaptured((TypeVariable) type)
              ? name(((TypeVariable) type).getUpperBound())
              : TypeVariableName.get(nameOf(((TypeVariable) type).asElement()));
      case INTERSECTION, UNION -> bounds(type).get(0);
      case WILDCARD -> wildcard((WildcardType) type);
      case NULL, NONE -> ClassName.OBJECT;
      default -> TypeName.get(type);
    };
  }

  /** All that a value of the type is known to be, as a cast says it. */
  List<TypeName> bounds(TypeMirror type) {
    List<TypeName> names = new ArrayList<>();
    Bounds.of(type, home).forEach(bound -> names.add(name(bound)));
    return names.isEmpty() ? List.of(ClassName.OBJECT) : names;
  }

  /** A captured wildcard is a type variable whose name is no identifier. */
  private static boolean isCaptured(TypeVariable type) {
    String name = type.asElement().getSimpleName().toString();
    return name.isEmpty() || !Character.isJavaIdentifierStart(name.charAt(0));
  }

  private TypeName declared(DeclaredType type) {
    TypeElement element = (TypeElement) type.asElement();
    if (element.getSimpleName().isEmpty() && !locals.containsKey(element)) {
      List<? extends TypeMirror> interfaces = element.getInterfaces();
      return name(interfaces.isEmpty() ? element.getSuperclass() : interfaces.get(0));
    }
    ClassName rawName = isLocal(element) ? localClass(element) : ClassName.get(element);
    TypeMirror outer = type.getEnclosingType();
    List<TypeName> arguments = new ArrayList<>();
    type.getTypeArguments().forEach(each -> arguments.add(argument(each)));
    if (scopes.get(element) instanceof ParameterizedTypeName scope) {
      return scope.nestedClass(nameOfLocal(element), arguments);
    }
    if (element.getNestingKind() == NestingKind.MEMBER
        && outer.getKind() == TypeKind.DECLARED
        && declared((DeclaredType) outer) instanceof ParameterizedTypeName owner) {
      String simpleName = element.getSimpleName().toString();
      return arguments.isEmpty()
          ? owner.nestedClass(simpleName)
          : owner.nestedClass(simpleName, arguments);
    }
    return arguments.isEmpty()
        ? rawName
        : ParameterizedTypeName.get(rawName, arguments.toArray(new TypeName[0]));
  }

  /** As an argument, a captured wildcard is a wildcard again. */
  private TypeName argument(TypeMirror type) {
    if (type.getKind() == TypeKind.TYPEVAR && isCaptured((TypeVariable) type)) {
      TypeMirror lower = ((TypeVariable) type).getLowerBound();
      return lower.getKind() == TypeKind.NULL
          ? WildcardTypeName.subtypeOf(name(((TypeVariable) type).getUpperBound()))
          : WildcardTypeName.supertypeOf(name(lower));
    }
    return name(type);
  }

  private TypeName wildcard(WildcardType type) {
    TypeMirror upper = type.getExtendsBound();
    if (upper != null) {
      return WildcardTypeName.subtypeOf(name(upper));
    }
    TypeMirror lower = type.getSuperBound();
    return lower != null
        ? WildcardTypeName.supertypeOf(name(lower))
        : WildcardTypeName.subtypeOf(ClassName.OBJECT);
  }

  private TypeName unresolved(DeclaredType type) {
    String written = type.asElement().getSimpleName().toString();
    ClassName name = className(faces.getOrDefault(written, written));
    List<TypeName> arguments = new ArrayList<>();
    type.getTypeArguments().forEach(each -> arguments.add(argument(each)));
    return arguments.isEmpty()
        ? name
        : ParameterizedTypeName.get(name, arguments.toArray(new TypeName[0]));
  }

  /** Canonical names by simple name, for {@link #withFaces}. */
  public static Map<String, String> facesByName(Iterable<AsyncType> types) {
    Map<String, String> result = new LinkedHashMap<>();
    types.forEach(type -> result.put(type.faceName(), type.faceQualifiedName()));
    return result;
  }
}
