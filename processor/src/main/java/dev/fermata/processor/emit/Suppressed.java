package dev.fermata.processor.emit;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.CodeBlock;
import dev.fermata.processor.model.AsyncType;
import dev.fermata.processor.model.CoroutineFunction;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/**
 * The warnings that the signatures of a face cause: the user has had them at the original, and
 * cannot silence them here. Others are left alone.
 */
final class Suppressed {
  private final Elements elements;
  private final Types types;
  private final Set<String> keys = new TreeSet<>();
  private final Set<Element> seen = new HashSet<>();

  private Suppressed(Elements elements, Types types) {
    this.elements = elements;
    this.types = types;
  }

  /** The annotation that silences them, if there are any. */
  static Optional<AnnotationSpec> in(AsyncType type, Elements elements, Types types) {
    Suppressed scan = new Suppressed(elements, types);
    scan.type(type.element());
    Stream.of(type.declared(), type.inherited())
        .flatMap(List::stream)
        .map(CoroutineFunction::method)
        .forEach(scan::executable);
    ElementFilter.constructorsIn(type.element().getEnclosedElements()).forEach(scan::executable);
    return scan.annotation();
  }

  private Optional<AnnotationSpec> annotation() {
    if (keys.isEmpty()) {
      return Optional.empty();
    }
    AnnotationSpec.Builder result = AnnotationSpec.builder(SuppressWarnings.class);
    keys.forEach(key -> result.addMember("value", CodeBlock.of("$S", key)));
    return Optional.of(result.build());
  }

  private void type(TypeElement type) {
    deprecation(type);
    type.getInterfaces().forEach(this::mention);
    mention(type.getSuperclass());
    type.getTypeParameters().forEach(each -> each.getBounds().forEach(this::mention));
    TypeElement serializable = elements.getTypeElement("java.io.Serializable");
    if (serializable != null && types.isSubtype(type.asType(), serializable.asType())) {
      keys.add("serial");
    }
  }

  private void executable(ExecutableElement method) {
    deprecation(method);
    method.getTypeParameters().forEach(each -> each.getBounds().forEach(this::mention));
    mention(method.getReturnType());
    method.getParameters().forEach(each -> mention(each.asType()));
    if (method.isVarArgs()) {
      TypeMirror last = method.getParameters().get(method.getParameters().size() - 1).asType();
      if (!isReifiable(((ArrayType) last).getComponentType())) {
        keys.add("unchecked");
      }
    }
  }

  private void mention(TypeMirror type) {
    switch (type.getKind()) {
      case ARRAY -> mention(((ArrayType) type).getComponentType());
      case WILDCARD -> {
        WildcardType wildcard = (WildcardType) type;
        Stream.of(
                Optional.ofNullable(wildcard.getExtendsBound()),
                Optional.ofNullable(wildcard.getSuperBound()))
            .flatMap(Optional::stream)
            .forEach(this::mention);
      }
      case DECLARED -> {
        DeclaredType declared = (DeclaredType) type;
        TypeElement element = (TypeElement) declared.asElement();
        deprecation(element);
        if (isAuxiliary(element)) {
          keys.add("auxiliaryclass");
        }
        if (declared.getTypeArguments().isEmpty() && !element.getTypeParameters().isEmpty()) {
          keys.add("rawtypes");
          keys.add("unchecked"); // What is made from it is raw too.
        }
        declared.getTypeArguments().forEach(this::mention);
      }
      default -> {}
    }
  }

  /** Whether it may be a second class of a file: to be used in that alone, says javac. */
  private static boolean isAuxiliary(TypeElement element) {
    return element.getNestingKind() == NestingKind.TOP_LEVEL
        && !element.getModifiers().contains(Modifier.PUBLIC);
  }

  private void deprecation(Element element) {
    Deprecated deprecated = seen.add(element) ? element.getAnnotation(Deprecated.class) : null;
    if (deprecated != null) {
      keys.add(deprecated.forRemoval() ? "removal" : "deprecation");
    }
  }

  private static boolean isReifiable(TypeMirror type) {
    return switch (type.getKind()) {
      case TYPEVAR, INTERSECTION -> false;
      case ARRAY -> isReifiable(((ArrayType) type).getComponentType());
      case DECLARED ->
          ((DeclaredType) type)
              .getTypeArguments().stream()
                  .allMatch(
                      each ->
                          each.getKind() == TypeKind.WILDCARD
                              && ((WildcardType) each).getExtendsBound() == null
                              && ((WildcardType) each).getSuperBound() == null);
      default -> true;
    };
  }
}
