package dev.fermata.processor.oracle;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/**
 * Gives the stub world its {@code FooAsync}: a subclass that overrides nothing, so that the bodies
 * that run are those that javac compiled.
 */
final class StubFaces extends AbstractProcessor {
  @Override
  public Set<String> getSupportedAnnotationTypes() {
    return Set.of("dev.fermata.Async");
  }

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    for (TypeElement annotation : annotations) {
      for (TypeElement type : ElementFilter.typesIn(round.getElementsAnnotatedWith(annotation))) {
        if (!type.getModifiers().contains(Modifier.PRIVATE)) {
          write(type);
        }
      }
    }
    return false;
  }

  private void write(TypeElement type) {
    String packageName = processingEnv.getElementUtils().getPackageOf(type).toString();
    String name = faceName(type);
    try (Writer out =
        processingEnv.getFiler().createSourceFile(packageName + "." + name, type).openWriter()) {
      out.write(text(type, packageName, name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String text(TypeElement type, String packageName, String name) {
    StringBuilder text = new StringBuilder("package " + packageName + ";\n\n");
    text.append("@SuppressWarnings(\"all\")\n");
    if (type.getModifiers().contains(Modifier.PUBLIC)) {
      text.append("public ");
    }
    if (isAbstract(type)) {
      text.append("abstract ");
    }
    text.append("class ").append(name).append(parameters(type.getTypeParameters()));
    text.append(type.getKind() == ElementKind.INTERFACE ? " implements " : " extends ");
    text.append(type.asType()).append(" {\n");
    for (ExecutableElement constructor : ElementFilter.constructorsIn(type.getEnclosedElements())) {
      if (!constructor.getModifiers().contains(Modifier.PRIVATE)) {
        text.append(constructor(constructor, name));
      }
    }
    for (ExecutableElement method :
        ElementFilter.methodsIn(processingEnv.getElementUtils().getAllMembers(type))) {
      generator(method, type).ifPresent(text::append);
    }
    return text.append("}\n").toString();
  }

  /** A generator function begins when its first value is asked for, on a thread of its own. */
  private Optional<String> generator(ExecutableElement method, TypeElement type) {
    Set<Modifier> modifiers = method.getModifiers();
    String returned = processingEnv.getTypeUtils().erasure(method.getReturnType()).toString();
    if (!returned.matches("dev\\.fermata\\.asyncio\\.(Send|Async)?Generator")
        || modifiers.contains(Modifier.ABSTRACT)
        || modifiers.contains(Modifier.STATIC)
        || modifiers.contains(Modifier.PRIVATE)) {
      return Optional.empty();
    }
    ExecutableType seen =
        (ExecutableType)
            processingEnv.getTypeUtils().asMemberOf((DeclaredType) type.asType(), method);
    StringJoiner parameters = new StringJoiner(", ");
    StringJoiner arguments = new StringJoiner(", ");
    for (int i = 0; i < method.getParameters().size(); i++) {
      String name = method.getParameters().get(i).getSimpleName().toString();
      parameters.add(seen.getParameterTypes().get(i) + " " + name);
      arguments.add(name);
    }
    boolean isInterface = type.getKind() == ElementKind.INTERFACE;
    return Optional.of(
        "  public %s %s %s(%s) {\n    return (%s) (Object) %s(() -> %ssuper.%s(%s));\n  }\n"
            .formatted(
                parameters(method.getTypeParameters()),
                seen.getReturnType(),
                method.getSimpleName(),
                parameters,
                seen.getReturnType(),
                "dev.fermata.asyncio.Strand." + (returned.contains("Async") ? "ofAsync" : "of"),
                isInterface ? type.getQualifiedName() + "." : "",
                method.getSimpleName(),
                arguments));
  }

  private static String constructor(ExecutableElement constructor, String name) {
    String parameters =
        constructor.getParameters().stream()
            .map(parameter -> parameter.asType() + " " + parameter.getSimpleName())
            .collect(joining(", "));
    String arguments =
        constructor.getParameters().stream()
            .map(parameter -> parameter.getSimpleName().toString())
            .collect(joining(", "));
    String thrown =
        constructor.getThrownTypes().stream().map(TypeMirror::toString).collect(joining(", "));
    return "  public %s%s(%s) %s {\n    super(%s);\n  }\n"
        .formatted(
            parameters(constructor.getTypeParameters()),
            name,
            parameters,
            thrown.isEmpty() ? "" : "throws " + thrown,
            arguments);
  }

  private static String parameters(List<? extends TypeParameterElement> parameters) {
    if (parameters.isEmpty()) {
      return "";
    }
    return parameters.stream()
        .map(
            p ->
                p.getSimpleName()
                    + p.getBounds().stream()
                        .map(TypeMirror::toString)
                        .collect(joining(" & ", " extends ", "")))
        .collect(joining(", ", "<", ">"));
  }

  private boolean isAbstract(TypeElement type) {
    List<ExecutableElement> methods =
        ElementFilter.methodsIn(processingEnv.getElementUtils().getAllMembers(type));
    for (ExecutableElement method : methods) {
      if (method.getModifiers().contains(Modifier.ABSTRACT)
          && methods.stream().noneMatch(other -> implementsIt(other, method, type))) {
        return true;
      }
    }
    return false;
  }

  private boolean implementsIt(
      ExecutableElement other, ExecutableElement method, TypeElement type) {
    return !other.getModifiers().contains(Modifier.ABSTRACT)
        && processingEnv.getElementUtils().overrides(other, method, type);
  }

  private static String faceName(TypeElement type) {
    List<String> names = new ArrayList<>();
    Element element = type;
    while (element instanceof TypeElement) {
      names.add(0, element.getSimpleName().toString());
      element = element.getEnclosingElement();
    }
    return String.join("_", names) + "Async";
  }
}
