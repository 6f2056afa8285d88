package dev.fermata.processor.tools;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import dev.fermata.processor.FermataProcessor;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import javax.annotation.processing.Filer;
import javax.annotation.processing.Messager;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import javax.tools.FileObject;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import org.jetbrains.jps.javac.APIWrappers;
import org.junit.jupiter.api.Test;

/** Builds that hand over an environment of their own get whole machines. */
final class BuildToolsTest {

  @Test
  void intellij() {
    assertCompilesWithin(APIWrappers::wrap);
  }

  @Test
  void gradle() {
    Map<String, List<Element>> origins = new TreeMap<>();
    assertCompilesWithin(environment -> new IncrementalEnvironment(environment, origins));

    assertThat(origins.keySet())
        .containsExactly(
            "p.SumsAsync", "p.SumsCoroutines", "p.Sums_NestedAsync", "p.Sums_NestedCoroutines");
    assertThat(origins.values())
        .allSatisfy(
            elements ->
                assertThat(elements)
                    .singleElement()
                    .satisfies(each -> assertThat(topLevel(each)).isEqualTo("p.Sums")));
  }

  @Test
  void oneInTheOther() {
    assertCompilesWithin(
        environment ->
            APIWrappers.wrap(
                new IncrementalEnvironment(APIWrappers.wrap(environment), new TreeMap<>())));
  }

  /** What is wrong has its place in the source there too. */
  @Test
  void errorsKeepTheirPlace() {
    String wrong =
        Sources.SUMS.replace("await(sleep(Duration.ZERO))", "synchronized (this) { $0 }");
    Compilation compilation =
        compile(wrong.replace("$0", "await(sleep(Duration.ZERO));"), APIWrappers::wrap);

    assertThat(compilation.errors())
        .singleElement()
        .satisfies(
            error -> {
              assertThat(error.getMessage(null)).startsWith("[fermata.await-in-synchronized]");
              assertThat(error.getSource().getName()).endsWith("p/Sums.java");
              assertThat(error.getLineNumber()).isEqualTo(19);
              assertThat(error.getColumnNumber()).isEqualTo(27);
            });
  }

  /** The file that makes Gradle compile only what has changed. */
  @Test
  void gradleIsToldThatTypesAreIsolated() throws IOException {
    String path = "META-INF/gradle/incremental.annotation.processors";
    try (InputStream in = FermataProcessor.class.getClassLoader().getResourceAsStream(path)) {
      assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8).lines())
          .containsExactly(FermataProcessor.class.getName() + ",isolating");
    }
  }

  private static void assertCompilesWithin(UnaryOperator<ProcessingEnvironment> wrapper) {
    Compilation compilation = compile(Sources.SUMS, wrapper);

    assertThat(compilation.diagnostics()).isEmpty();
    assertThat(compilation.generatedSourceFile("p.SumsCoroutines"))
        .hasValueSatisfying(
            file -> {
              try {
                assertThat(file.getCharContent(false)).contains("switch (state)");
              } catch (IOException e) {
                throw new AssertionError(e);
              }
            });
  }

  private static Compilation compile(String text, UnaryOperator<ProcessingEnvironment> wrapper) {
    return Compiler.javac()
        .withOptions("-Xlint:all,-processing")
        .withProcessors(new Wrapped(new FermataProcessor(), wrapper))
        .compile(Sources.file(text));
  }

  private static String topLevel(Element element) {
    Element current = element;
    while (!(current instanceof TypeElement type
        && type.getNestingKind() == NestingKind.TOP_LEVEL)) {
      current = current.getEnclosingElement();
    }
    return current.toString();
  }

  /** A processor as builds run it: by another, which hands over an environment of its own. */
  private record Wrapped(Processor inner, UnaryOperator<ProcessingEnvironment> wrapper)
      implements Processor {
    @Override
    public void init(ProcessingEnvironment environment) {
      inner.init(wrapper.apply(environment));
    }

    @Override
    @SuppressWarnings("DoNotClaimAnnotations") // it is for the inner one to say
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
      return inner.process(annotations, round);
    }

    @Override
    public Set<String> getSupportedOptions() {
      return inner.getSupportedOptions();
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
      return inner.getSupportedAnnotationTypes();
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
      return inner.getSupportedSourceVersion();
    }

    @Override
    public Iterable<? extends javax.annotation.processing.Completion> getCompletions(
        Element element, AnnotationMirror annotation, ExecutableElement member, String text) {
      return inner.getCompletions(element, annotation, member, text);
    }
  }

  /** As Gradle's: the compiler's is in a field of this name. */
  private static final class IncrementalEnvironment implements ProcessingEnvironment {
    private final ProcessingEnvironment delegate;
    private final Filer filer;

    IncrementalEnvironment(ProcessingEnvironment delegate, Map<String, List<Element>> origins) {
      this.delegate = delegate;
      this.filer = new IncrementalFiler(delegate.getFiler(), origins);
    }

    @Override
    public Filer getFiler() {
      return filer;
    }

    @Override
    public Map<String, String> getOptions() {
      return delegate.getOptions();
    }

    @Override
    public Messager getMessager() {
      return delegate.getMessager();
    }

    @Override
    public Elements getElementUtils() {
      return delegate.getElementUtils();
    }

    @Override
    public Types getTypeUtils() {
      return delegate.getTypeUtils();
    }

    @Override
    public SourceVersion getSourceVersion() {
      return delegate.getSourceVersion();
    }

    @Override
    public Locale getLocale() {
      return delegate.getLocale();
    }

    @Override
    public boolean isPreviewEnabled() {
      return delegate.isPreviewEnabled();
    }
  }

  /**
   * Notes what each file stems from. Gradle compiles everything anew where that is not one
   * top-level type, or where a processor makes or reads any other file.
   */
  private record IncrementalFiler(Filer delegate, Map<String, List<Element>> origins)
      implements Filer {
    @Override
    public JavaFileObject createSourceFile(CharSequence name, Element... elements)
        throws IOException {
      origins.computeIfAbsent(name.toString(), n -> new ArrayList<>()).addAll(List.of(elements));
      return delegate.createSourceFile(name, elements);
    }

    @Override
    public JavaFileObject createClassFile(CharSequence name, Element... elements) {
      throw new AssertionError("a class file: " + name);
    }

    @Override
    public FileObject createResource(
        JavaFileManager.Location location, CharSequence home, CharSequence name, Element... from) {
      throw new AssertionError("a resource: " + name);
    }

    @Override
    public FileObject getResource(
        JavaFileManager.Location location, CharSequence home, CharSequence name) {
      throw new AssertionError("a resource: " + name);
    }
  }
}
