package dev.fermata.processor.emit;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.fermata.processor.model.AsyncType;
import dev.fermata.processor.model.CoroutineFunction;
import dev.fermata.processor.model.FunctionKind;
import dev.fermata.processor.model.PrivateTypes;
import dev.fermata.processor.model.RuntimeNames;
import dev.fermata.processor.model.Supertypes;
import dev.fermata.processor.model.TestMethods;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/**
 * Writes the face of a type: the class that users create and complete on. Each coroutine function
 * is overridden by one that makes its machine.
 *
 * <pre>{@code
 * @Async                                           public class SumsAsync implements Sums {
 * public interface Sums {                            @Override
 *   default Coroutine<Integer> compute(int x) {      public Coroutine<Integer> compute(int x) {
 *     ...                                              return new SumsCoroutines.Compute(this, x);
 *   }                                                }
 * }                                                }
 * }</pre>
 *
 * <p>Made from elements alone, in the first round, so that an IDE whose compiler has no trees
 * completes on it, and so that an error in a body leaves it standing.
 */
public final class FaceEmitter {

  private final Elements elements;
  private final Types types;
  private final Docs docs;

  public FaceEmitter(Elements elements, Types types) {
    this.elements = elements;
    this.types = types;
    this.docs = new Docs(elements);
  }

  /**
   * Writes the face.
   *
   * @param faces canonical names of the faces of this compilation by simple name: signatures may
   *     mention one that javac cannot resolve yet
   * @param scopes those of this round
   */
  public GeneratedFile emit(AsyncType type, Map<String, String> faces, Scopes scopes) {
    TypeElement element = type.element();
    TypeNames names = TypeNames.PLAIN.withFaces(faces);
    TypeSpec.Builder face =
        TypeSpec.classBuilder(type.faceName())
            .addJavadoc(
                "$L\n",
                docs.of(
                    element,
                    "{@link "
                        + element.getSimpleName()
                        + "} with its coroutine functions at work."))
            .addOriginatingElement(element)
            .addTypeVariables(names.variables(element.getTypeParameters()));
    Annotations.generated(element, elements).ifPresent(face::addAnnotation);
    annotate(face, type);
    if (type.isPublic()) {
      face.addModifiers(Modifier.PUBLIC);
    }
    if (type.isAbstract()) {
      face.addModifiers(Modifier.ABSTRACT);
    }
    switch (type.kind()) {
      case INTERFACE -> face.addSuperinterface(names.self(element));
      case CLASS -> {
        face.superclass(names.self(element));
        constructors(type, names).forEach(face::addMethod);
      }
      case UNRELATED -> {}
    }
    face.addStaticBlock(
        CodeBlock.of(
            "$T.$L($L);\n",
            TypeNames.className(RuntimeNames.PROTOCOL),
            RuntimeNames.PROTOCOL_REQUIRE,
            RuntimeNames.PROTOCOL_VERSION));
    for (CoroutineFunction function : type.declared()) {
      method(type, function, names).ifPresent(face::addMethod);
    }
    for (CoroutineFunction function : type.inherited()) {
      method(type, function, names).ifPresent(face::addMethod);
    }
    scopes.qualifyRedefined(face, type);
    return new GeneratedFile(
        type.faceQualifiedName(),
        Scopes.print(type.packageName(), face.build()),
        element,
        namesPrivateTypes(type));
  }

  private boolean namesPrivateTypes(AsyncType type) {
    return type.element().getTypeParameters().stream()
            .anyMatch(each -> each.getBounds().stream().anyMatch(PrivateTypes::areIn))
        || accessibleConstructors(type).stream().anyMatch(PrivateTypes::areIn)
        || Stream.concat(type.declared().stream(), type.inherited().stream())
            .filter(each -> isOverridden(type, each))
            .anyMatch(each -> PrivateTypes.areIn(each.method()) || areIn(seenFrom(type, each)));
  }

  private static boolean areIn(ExecutableType seen) {
    return PrivateTypes.areIn(seen.getReturnType())
        || seen.getParameterTypes().stream().anyMatch(PrivateTypes::areIn);
  }

  private void annotate(TypeSpec.Builder face, AsyncType type) {
    deprecated(type.element()).ifPresent(face::addAnnotation);
    Suppressed.in(type, elements, types).ifPresent(face::addAnnotation);
    for (Element e = type.element(); e instanceof TypeElement; e = e.getEnclosingElement()) {
      List<AnnotationSpec> nullness = Nullness.on(e);
      if (!nullness.isEmpty()) {
        nullness.forEach(face::addAnnotation);
        return;
      }
    }
  }

  private static Optional<AnnotationSpec> deprecated(Element element) {
    return element.getAnnotationMirrors().stream()
        .filter(
            mirror ->
                ((TypeElement) mirror.getAnnotationType().asElement())
                    .getQualifiedName()
                    .contentEquals("java.lang.Deprecated"))
        .map(AnnotationSpec::get)
        .findFirst();
  }

  /** The user's constructors but the private ones; none where the implicit one will do. */
  private List<MethodSpec> constructors(AsyncType type, TypeNames names) {
    List<MethodSpec> result = new ArrayList<>();
    for (ExecutableElement each : accessibleConstructors(type)) {
      result.add(constructor(type, each, names));
    }
    return result;
  }

  private static List<ExecutableElement> accessibleConstructors(AsyncType type) {
    List<ExecutableElement> accessible = new ArrayList<>();
    for (ExecutableElement each :
        ElementFilter.constructorsIn(type.element().getEnclosedElements())) {
      if (!each.getModifiers().contains(Modifier.PRIVATE)) {
        accessible.add(each);
      }
    }
    return accessible;
  }

  private MethodSpec constructor(AsyncType type, ExecutableElement original, TypeNames names) {
    TypeNames inner = names.inside(type.element(), original.getTypeParameters());
    MethodSpec.Builder result =
        MethodSpec.constructorBuilder()
            .addModifiers(accessOfConstructor(type, original))
            .addTypeVariables(inner.variables(original.getTypeParameters()))
            .varargs(original.isVarArgs());
    String comment = docs.of(original, "");
    if (!comment.isEmpty()) {
      result.addJavadoc("$L\n", comment);
    }
    deprecated(original).ifPresent(result::addAnnotation);
    List<String> arguments = new ArrayList<>();
    for (VariableElement parameter : original.getParameters()) {
      result.addParameter(parameter(parameter, parameter.asType(), inner));
      arguments.add(parameter.getSimpleName().toString());
    }
    original.getThrownTypes().forEach(each -> result.addException(inner.name(each)));
    return result.addStatement("super($L)", String.join(", ", arguments)).build();
  }

  /**
   * An abstract class has protected constructors by custom; those of its concrete face must be
   * called.
   */
  private static Modifier[] accessOfConstructor(AsyncType type, ExecutableElement original) {
    boolean opened =
        original.getModifiers().contains(Modifier.PROTECTED)
            && type.element().getModifiers().contains(Modifier.ABSTRACT)
            && !type.isAbstract()
            && type.isPublic();
    return opened ? new Modifier[] {Modifier.PUBLIC} : access(original);
  }

  private static Modifier[] access(ExecutableElement original) {
    return original.getModifiers().stream()
        .filter(each -> each == Modifier.PUBLIC || each == Modifier.PROTECTED)
        .toArray(Modifier[]::new);
  }

  /** Whether the face can override it: not a private one, nor one that is in error. */
  private static boolean isOverridden(AsyncType type, CoroutineFunction function) {
    Set<Modifier> modifiers = function.method().getModifiers();
    return !modifiers.contains(Modifier.PRIVATE)
        && !modifiers.contains(Modifier.FINAL)
        && function.isAccessibleFrom(type.packageName());
  }

  private Optional<MethodSpec> method(AsyncType type, CoroutineFunction function, TypeNames names) {
    ExecutableElement original = function.method();
    if (!isOverridden(type, function)) {
      return Optional.empty();
    }
    TypeNames inner = names.inside(type.element(), original.getTypeParameters());
    ExecutableType seen = seenFrom(type, function);
    MethodSpec.Builder result =
        MethodSpec.methodBuilder(original.getSimpleName().toString())
            .addModifiers(access(original))
            .returns(inner.name(seen.getReturnType()))
            .varargs(original.isVarArgs());
    String comment = docs.ofCoroutineFunction(original);
    if (!comment.isEmpty()) {
      result.addJavadoc("$L\n", comment);
    }
    if (type.kind() != AsyncType.Kind.UNRELATED) {
      result.addAnnotation(Override.class);
    }
    deprecated(original).ifPresent(result::addAnnotation);
    Nullness.on(original, inner.name(seen.getReturnType())).forEach(result::addAnnotation);
    List<TypeName> typeArguments = new ArrayList<>(argumentsOf(function, type, inner));
    for (int i = 0; i < original.getTypeParameters().size(); i++) {
      TypeParameterElement parameter = original.getTypeParameters().get(i);
      result.addTypeVariable(inner.variable(parameter, bounds(seen.getTypeVariables().get(i))));
      typeArguments.add(inner.use(parameter));
    }
    List<String> arguments = new ArrayList<>(List.of("this"));
    for (int i = 0; i < original.getParameters().size(); i++) {
      VariableElement parameter = original.getParameters().get(i);
      result.addParameter(parameter(parameter, seen.getParameterTypes().get(i), inner));
      arguments.add(parameter.getSimpleName().toString());
    }
    if (type.kind() == AsyncType.Kind.UNRELATED) {
      result.addStatement(
          "throw new $T($S)",
          IllegalStateException.class,
          "This class could not be compiled: see the compiler's error at " + type.qualifiedName());
    } else {
      boolean isMachine = FunctionKind.of(original).orElseThrow().isMachine();
      CodeBlock machine =
          isMachine
              ? CodeBlock.of("new $T", machine(function, original, typeArguments))
              : creation(function, original, typeArguments);
      CodeBlock coroutine = CodeBlock.of("$L($L)", machine, String.join(", ", arguments));
      if (TestMethods.isOne(function)) {
        result.addStatement(
            "$T.$L().$L($L)",
            TypeNames.className(RuntimeNames.ASYNCIO),
            RuntimeNames.GET_EVENT_LOOP,
            RuntimeNames.RUN_UNTIL_COMPLETE,
            coroutine);
      } else {
        result.addStatement("return $L", coroutine);
      }
    }
    return Optional.of(result.build());
  }

  /**
   * The types of a function as the user's type has them. What it declares itself keeps annotations.
   */
  private ExecutableType seenFrom(AsyncType type, CoroutineFunction function) {
    return (ExecutableType)
        (function.declaring().equals(type.element())
            ? function.method().asType()
            : types.asMemberOf((DeclaredType) type.element().asType(), function.method()));
  }

  private static TypeName machine(
      CoroutineFunction function, ExecutableElement original, List<TypeName> typeArguments) {
    ClassName name = TypeNames.machine(function);
    int expected =
        function.declaring().getTypeParameters().size() + original.getTypeParameters().size();
    // Fewer where the user's type extends a raw one: then the machine is raw too.
    return typeArguments.isEmpty() || typeArguments.size() < expected
        ? name
        : ParameterizedTypeName.get(name, typeArguments.toArray(new TypeName[0]));
  }

  private static CodeBlock creation(
      CoroutineFunction function, ExecutableElement original, List<TypeName> typeArguments) {
    CodeBlock.Builder code = CodeBlock.builder().add("$T.", TypeNames.machine(function));
    if (machine(function, original, typeArguments) instanceof ParameterizedTypeName machine) {
      code.add("<");
      String separator = "";
      for (TypeName argument : machine.typeArguments()) {
        code.add("$L$T", separator, argument);
        separator = ", ";
      }
      code.add(">");
    }
    return code.add("$L", RuntimeNames.CREATE).build();
  }

  /** The type arguments that the declaring type has as a supertype of this one. */
  private List<TypeName> argumentsOf(CoroutineFunction function, AsyncType type, TypeNames names) {
    List<TypeName> result = new ArrayList<>();
    Supertypes.as(function.declaring(), type.element().asType(), types)
        .ifPresent(found -> found.getTypeArguments().forEach(each -> result.add(names.name(each))));
    return result;
  }

  private static List<? extends TypeMirror> bounds(TypeVariable variable) {
    TypeMirror bound = variable.getUpperBound();
    return bound instanceof IntersectionType several ? several.getBounds() : List.of(bound);
  }

  private static ParameterSpec parameter(
      VariableElement original, TypeMirror type, TypeNames names) {
    TypeName name = names.name(type);
    ParameterSpec.Builder result = ParameterSpec.builder(name, original.getSimpleName().toString());
    Nullness.on(original, name).forEach(result::addAnnotation);
    return result.build();
  }
}
