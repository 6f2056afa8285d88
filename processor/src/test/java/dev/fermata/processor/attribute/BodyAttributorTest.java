package dev.fermata.processor.attribute;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.util.Trees;
import dev.fermata.processor.diag.Report;
import dev.fermata.processor.find.AsyncTypeFinder;
import dev.fermata.processor.ir.IrPrinter;
import dev.fermata.processor.model.AsyncType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;

class BodyAttributorTest {

  private static final String SOURCE =
      """
      package p;
      import dev.fermata.asyncio.*;
      import java.util.*;
      import java.util.function.*;
      @dev.fermata.Async
      public interface T {
        default Coroutine<Integer> run(List<String> names) {
          var made = new TAsync();
          Function<String, Integer> length = name -> name.length() + made.size(q -> q);
          names.forEach(name -> new Object() { int n = name.length(); }.hashCode());
          return Coroutine.of(length.apply("x"));
        }
      }
      """;

  @Test
  void whatOneRoundLacksTheNextResolves() {
    TwoRounds processor = new TwoRounds();
    List<JavaFileObject> files = new ArrayList<>(Bodies.RUNTIME);
    files.add(JavaFileObjects.forSourceString("p.T", SOURCE));

    Compilation compilation = Compiler.javac().withProcessors(processor).compile(files);

    assertThat(compilation).succeeded();
    assertThat(processor.unresolved).containsExactly(Set.of("TAsync"), Set.of());
    assertThat(processor.text)
        .containsExactly(
            "var «made:declare» = new «#p.TAsync»();",
            "«#java.util.function.Function»<«#java.lang.String», «#java.lang.Integer»>"
                + " «length:declare» = «name:declare» -> «name».length()"
                + " + «made:capture».size(«q:declare» -> «q»);",
            "«names».forEach(«name:declare» -> new «#java.lang.Object»()"
                + " { int n = «name:capture».length(); }.hashCode());",
            "«return «length».apply(\"x\")»");
  }

  @Test
  void onlyWhatIsCertainlyMissingIsWaitedFor() {
    List<Set<String>> unresolved = new ArrayList<>();

    Bodies.of(
        """
        package p;
        import static java.util.Map.Entry;
        import static java.util.concurrent.TimeUnit.*;
        import dev.fermata.asyncio.*;
        import java.util.*;
        @dev.fermata.Async
        public interface T extends Base {
          enum Color { RED; Color next() { return RED.next(); } }
          <X> X make(Class<X> type);
          default <V extends Number> Coroutine<Integer> run(Entry<String, V> e, Color c) {
            class Local { Local next; }
            Local l = new Local();
            V v = e.getValue();
            Inherited i = (Inherited) make(Inherited.class);
            LIMIT.length(); SECONDS.name(); Color.RED.name(); java.util.List.of();
            Map.Entry<String, List<? extends V>>[] es = null;
            var anon = new Helper() { In in; int f() { return new In().hashCode() + K.length(); } };
            switch (c) { case RED: break; }
            return Coroutine.of(Helper.K.length());
          }
        }
        interface Base { String LIMIT = ""; class Inherited {} }
        class Helper { static String K = ""; class In {} }
        """,
        bodies -> unresolved.add(bodies.unresolved));

    assertThat(unresolved).containsExactly(Set.of());
  }

  /** Asks in each round, and generates what is missing in the first. */
  private static final class TwoRounds extends AbstractProcessor {
    final List<Set<String>> unresolved = new ArrayList<>();
    final List<String> text = new ArrayList<>();

    @Override
    public Set<String> getSupportedAnnotationTypes() {
      return Set.of("*");
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
      return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
      if (round.processingOver()) {
        return false;
      }
      Trees trees = Trees.instance(processingEnv);
      BodyAttributor attributor =
          new BodyAttributor(trees, processingEnv.getTypeUtils(), processingEnv.getElementUtils());
      AsyncType type =
          new AsyncTypeFinder(processingEnv.getElementUtils())
              .describe(processingEnv.getElementUtils().getTypeElement("p.T"));
      unresolved.add(attributor.unresolved(type));
      if (unresolved.size() == 1) {
        generate();
      } else {
        write(attributor.attribute(type, body -> null, Report.builder()), type);
      }
      return false;
    }

    private void write(AttributedType attributed, AsyncType type) {
      AttributedBody body = attributed.body(type.declared().get(0));
      for (StatementTree statement : ((BlockTree) body.root()).getStatements()) {
        text.add(IrPrinter.print(body.code(statement)));
      }
    }

    private void generate() {
      try (Writer writer = processingEnv.getFiler().createSourceFile("p.TAsync").openWriter()) {
        writer.write(
            "package p; public class TAsync implements T {"
                + " int size(java.util.function.IntUnaryOperator f) { return f.applyAsInt(1); } }");
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
