package dev.fermata.processor.tools;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import dev.fermata.processor.FermataProcessor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import org.junit.jupiter.api.Test;

/** Another processor makes what a body names, and reads what ours makes, whichever comes first. */
final class OtherProcessorTest {

  private static final String NAMES_WHAT_IS_MADE =
      """
      package p;

      import static dev.fermata.asyncio.Asyncio.await;

      import dev.fermata.Async;
      import dev.fermata.asyncio.Coroutine;

      @Async
      interface Foo {
        default Coroutine<Made> foo(Coroutine<Made> made) {
          var first = await(made);
          Made second = new Made(first.value() + await(bar()));
          return Coroutine.of(second);
        }

        default Coroutine<Integer> bar() {
          return Coroutine.of(FooReader.COUNT);
        }
      }
      """;

  @Test
  void before() {
    assertWorks(List.of(new MakerAndReader(), new FermataProcessor()));
  }

  @Test
  void after() {
    assertWorks(List.of(new FermataProcessor(), new MakerAndReader()));
  }

  private static void assertWorks(List<Processor> processors) {
    Compilation compilation =
        Compiler.javac()
            .withOptions("-Xlint:all,-processing")
            .withProcessors(processors)
            .compile(Sources.file(NAMES_WHAT_IS_MADE));

    assertThat(compilation.diagnostics()).isEmpty();
    assertThat(compilation.generatedSourceFile("p.FooCoroutines"))
        .hasValueSatisfying(
            file -> {
              try {
                assertThat(file.getCharContent(false)).contains("switch (state)");
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
    assertThat(compilation.generatedSourceFile("p.FooReader")).isPresent();
  }

  /** Makes Made at once, and for FooAsync a class that knows how many methods that has. */
  @SupportedAnnotationTypes("*")
  private static final class MakerAndReader extends AbstractProcessor {
    private boolean made;

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
      if (!made) {
        made = true;
        write("Made", "record Made(int value) {}");
      }
      for (TypeElement type : ElementFilter.typesIn(round.getRootElements())) {
        if (type.getSimpleName().contentEquals("FooAsync")) {
          String names =
              ElementFilter.methodsIn(type.getEnclosedElements()).stream()
                  .map(method -> method.getSimpleName().toString())
                  .sorted()
                  .collect(Collectors.joining());
          assertThat(names).isEqualTo("barfoo");
          write(
              "FooReader", "class FooReader { static final int COUNT = " + names.length() + "; }");
        }
      }
      return false;
    }

    private void write(String name, String text) {
      try (Writer out = processingEnv.getFiler().createSourceFile("p." + name).openWriter()) {
        out.write("package p; " + text);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
      return SourceVersion.latestSupported();
    }
  }
}
