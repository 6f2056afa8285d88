package dev.fermata.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.TypeVariableName;
import dev.fermata.processor.allocate.NameClaims;
import dev.fermata.processor.ir.IrMember;
import dev.fermata.processor.ir.IrMember.Use;
import dev.fermata.processor.model.Owners;
import dev.fermata.processor.model.RuntimeNames;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/**
 * Writes the functions that stand for members which no other class can name, and a class of
 * constant handles through which they reach them.
 *
 * <pre>{@code
 * private static int count(Counter self) {
 *   return (int) Reach.COUNT.get(self);
 * }
 *
 * private static final class Reach {
 *   static final Lookup COUNTER = Members.in(Counter.class, MethodHandles.lookup());
 *   static final VarHandle COUNT = Members.field(COUNTER, Counter.class, "count", int.class);
 * }
 * }</pre>
 */
final class MemberEmitter {

  private static final String RECEIVER = "self";

  private final Types types;
  private final String holder;
  private final NameClaims constants = new NameClaims(Set.of());
  private final Map<TypeElement, String> lookups = new LinkedHashMap<>();
  private final Map<Element, String> fields = new LinkedHashMap<>();
  private final List<FieldSpec> handles = new ArrayList<>();
  private final List<MethodSpec> functions = new ArrayList<>();

  private MemberEmitter(Types types, String holder) {
    this.types = types;
    this.holder = holder;
  }

  /**
   * Adds what stands for the members.
   *
   * @param to the class that holds the machines
   * @param taken names of the types in it
   */
  static void emit(List<IrMember> members, Types types, Set<String> taken, TypeSpec.Builder to) {
    if (members.isEmpty()) {
      return;
    }
    String holder = new NameClaims(taken).fresh("Reach");
    MemberEmitter emitter = new MemberEmitter(types, holder);
    members.forEach(emitter::function);
    emitter.functions.forEach(to::addMethod);
    TypeSpec.Builder type =
        TypeSpec.classBuilder(holder)
            .addJavadoc("What no other class can name.\n")
            .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL);
    emitter.lookups.forEach((in, name) -> type.addField(emitter.lookup(in, name)));
    emitter.handles.forEach(type::addField);
    to.addType(
        type.addMethod(MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build())
            .build());
  }

  private FieldSpec lookup(TypeElement in, String name) {
    return constant(Lookup.class, name)
        .initializer(
            "$T.in($T.class, $T.lookup())",
            TypeNames.className(RuntimeNames.MEMBERS),
            ClassName.get(in),
            MethodHandles.class)
        .build();
  }

  private static FieldSpec.Builder constant(Class<?> type, String name) {
    return FieldSpec.builder(type, name, Modifier.STATIC, Modifier.FINAL);
  }

  private String lookupIn(TypeElement type) {
    return lookups.computeIfAbsent(
        type, each -> constants.fresh(upperCase(each.getSimpleName().toString())));
  }

  /** {@code maxSize} as {@code MAX_SIZE}. */
  private static String upperCase(String name) {
    return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toUpperCase(Locale.ROOT);
  }

  private void function(IrMember member) {
    if (member.element().getKind().isField()) {
      field(member);
    } else {
      call(member);
    }
  }

  /** Type names where all type parameters are those of one function. */
  private static TypeNames inside(
      TypeElement owner, List<? extends TypeParameterElement> ofMethod) {
    List<TypeParameterElement> others = new ArrayList<>();
    if (Owners.isInner(owner)) {
      others.addAll(Owners.typeParameters(Owners.around(owner)));
    }
    others.addAll(ofMethod);
    return TypeNames.PLAIN.inside(owner, others);
  }

  // Fields

  private void field(IrMember member) {
    TypeElement owner = (TypeElement) member.element().getEnclosingElement();
    boolean isStatic = member.element().getModifiers().contains(Modifier.STATIC);
    TypeNames names = inside(owner, List.of());
    TypeName type = names.name(member.type());
    MethodSpec.Builder function =
        MethodSpec.methodBuilder(member.name())
            .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
            .returns(type);
    List<TypeVariableName> variables =
        isStatic ? List.of() : names.variables(Owners.typeParameters(owner));
    function.addTypeVariables(variables);
    if (!isStatic) {
      function.addParameter(names.name(owner.asType()), RECEIVER);
    }
    String handle = holder + "." + fieldHandle(member, owner, isStatic);
    String self = isStatic ? "" : RECEIVER;
    String comma = isStatic ? "" : ", ";
    switch (member.use()) {
      case GET -> function.addStatement("return ($T) $L.get($L)", type, handle, self);
      case SET -> {
        function.addParameter(type, "value");
        function.addStatement("$L.set($L$Lvalue)", handle, self, comma);
        function.addStatement("return value");
      }
      default -> {
        boolean up = member.use() == Use.INCREMENT || member.use() == Use.THEN_INCREMENT;
        boolean old = member.use() == Use.THEN_INCREMENT || member.use() == Use.THEN_DECREMENT;
        function.addStatement("$T value = ($T) $L.get($L)", type, type, handle, self);
        if (old) {
          function.addStatement("$T old = value", type);
        }
        function.addStatement("value$L", up ? "++" : "--");
        function.addStatement("$L.set($L$Lvalue)", handle, self, comma);
        function.addStatement("return $L", old ? "old" : "value");
      }
    }
    functions.add(function.build());
  }

  private String fieldHandle(IrMember member, TypeElement owner, boolean isStatic) {
    return fields.computeIfAbsent(
        member.element(),
        field -> {
          String name = constants.fresh(upperCase(field.getSimpleName().toString()));
          handles.add(
              constant(VarHandle.class, name)
                  .initializer(
                      "$T.$L($L, $T.class, $S, $T.class)",
                      TypeNames.className(RuntimeNames.MEMBERS),
                      isStatic ? "staticField" : "field",
                      lookupIn(member.in()),
                      ClassName.get(owner),
                      field.getSimpleName().toString(),
                      erased(member.type()))
                  .build());
          return name;
        });
  }

  private TypeName erased(TypeMirror type) {
    return TypeName.get(types.erasure(type));
  }

  // Methods and constructors

  private void call(IrMember member) {
    ExecutableElement method = (ExecutableElement) member.element();
    TypeElement owner = (TypeElement) method.getEnclosingElement();
    boolean isStatic = method.getModifiers().contains(Modifier.STATIC);
    boolean created = member.use() == Use.CREATE;
    TypeNames names = inside(owner, method.getTypeParameters());
    MethodSpec.Builder function =
        MethodSpec.methodBuilder(member.name())
            .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
            .varargs(method.isVarArgs())
            .returns(created ? names.name(owner.asType()) : names.name(member.type()));
    if (!isStatic) {
      function.addTypeVariables(names.variables(Owners.typeParameters(owner)));
    }
    function.addTypeVariables(names.variables(method.getTypeParameters()));
    StringJoiner arguments = new StringJoiner(", ");
    Set<String> taken = new HashSet<>();
    method.getParameters().forEach(each -> taken.add(each.getSimpleName().toString()));
    NameClaims claims = new NameClaims(taken);
    if (!isStatic && !created) {
      String self = claims.fresh(RECEIVER);
      function.addParameter(names.name(owner.asType()), self);
      // The handle takes an object of the class whose rights it has.
      boolean narrower = !member.receiver().equals(owner) || member.use() == Use.SUPER;
      arguments.add(narrower ? "(" + ClassName.get(caller(member)) + ") " + self : self);
    }
    if (created && Owners.isInner(owner)) {
      TypeElement outer = Owners.around(owner);
      String self = claims.fresh(RECEIVER);
      function.addParameter(names.name(outer.asType()), self);
      arguments.add(self);
    }
    for (int i = 0; i < method.getParameters().size(); i++) {
      String name = method.getParameters().get(i).getSimpleName().toString();
      function.addParameter(names.name(member.parameters().get(i)), name);
      arguments.add(name);
    }
    method.getThrownTypes().forEach(thrown -> function.addException(names.name(thrown)));
    String handle = holder + "." + methodHandle(member, method, isStatic);
    TypeName result = created ? names.name(owner.asType()) : names.name(member.type());
    boolean isVoid = !created && member.type().getKind() == TypeKind.VOID;
    String thrown = claims.fresh("thrown");
    CodeBlock.Builder body = CodeBlock.builder().beginControlFlow("try");
    if (isVoid) {
      body.addStatement("$L.invokeExact($L)", handle, arguments);
    } else {
      body.addStatement("return ($T) $L.invokeExact($L)", result, handle, arguments);
    }
    body.nextControlFlow("catch ($T $L)", Throwable.class, thrown)
        .addStatement("throw $T.same($L)", TypeNames.className(RuntimeNames.MEMBERS), thrown)
        .endControlFlow();
    functions.add(function.addCode(body.build()).build());
  }

  /** The class whose objects the handle takes. */
  private static TypeElement caller(IrMember member) {
    return member.in();
  }

  private String methodHandle(IrMember member, ExecutableElement method, boolean isStatic) {
    String name = constants.fresh(upperCase(member.name()));
    List<Object> arguments = new ArrayList<>();
    StringBuilder format = new StringBuilder("$T.$L($L, $T.class");
    arguments.add(TypeNames.className(RuntimeNames.MEMBERS));
    arguments.add(
        switch (member.use()) {
          case CREATE -> "constructor";
          case SUPER -> "superMethod";
          default -> isStatic ? "staticMethod" : "method";
        });
    arguments.add(lookupIn(member.in()));
    arguments.add(ClassName.get(member.receiver()));
    if (member.use() != Use.CREATE) {
      format.append(", $S, $T.class");
      arguments.add(method.getSimpleName().toString());
      arguments.add(erased(method.getReturnType()));
    }
    if (member.use() == Use.CREATE && Owners.isInner(member.receiver())) {
      format.append(", $T.class");
      arguments.add(ClassName.get(Owners.around(member.receiver())));
    }
    for (TypeMirror parameter : member.parameters()) {
      format.append(", $T.class");
      arguments.add(erased(parameter));
    }
    handles.add(
        constant(MethodHandle.class, name)
            .initializer(format.append(")").toString(), arguments.toArray())
            .build());
    return name;
  }
}
