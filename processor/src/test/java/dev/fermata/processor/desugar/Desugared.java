package dev.fermata.processor.desugar;

import com.sun.source.util.Trees;
import dev.fermata.processor.attribute.AttributedType;
import dev.fermata.processor.attribute.BodyAttributor;
import dev.fermata.processor.diag.Diagnostic;
import dev.fermata.processor.diag.Report;
import dev.fermata.processor.find.AsyncTypeFinder;
import dev.fermata.processor.ir.IrBody;
import dev.fermata.processor.ir.IrPrinter;
import dev.fermata.processor.model.AsyncType;
import dev.fermata.processor.model.CoroutineFunction;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** The body of a coroutine function, given as its statements, in the intermediate form. */
final class Desugared {

  /** What a body may use. */
  private static final String SURROUNDINGS =
      """
      package dev.fermata.asyncio;

      public interface Coroutine<T> extends Awaitable<T> {
        static <T> Coroutine<T> of(T value) { return null; }
        static Coroutine<Void> completed() { return null; }
      }
      """;

  private static final String ASYNCIO =
      """
      package dev.fermata.asyncio;

      public final class Asyncio {
        public static <T> T await(Awaitable<T> x) { return null; }
        public static <T, E extends Exception> T await(Awaitable<T> x, Class<E> e) throws E {
          return null;
        }
      }
      """;

  private static final String HEADER =
      """
      import static dev.fermata.asyncio.Asyncio.await;

      import dev.fermata.Async;
      import dev.fermata.asyncio.Awaitable;
      import dev.fermata.asyncio.Coroutine;
      import java.io.*;
      import java.util.*;
      import java.util.function.*;

      enum Color { RED, GREEN }
      class Point {
        static int made = Integer.parseInt("1");
        int x; static int count; Point next; int[] all;
        Point(int a, int b) {}
        class Inner { Inner(int a) {} }
      }
      @Async
      interface Body {
        int a();
        void f(int x, Object... more);
        Coroutine<Integer> num();
        Coroutine<Object> obj();
        Coroutine<Boolean> flag();
        Coroutine<Point> point();
        default Coroutine<Integer> body(
            int i, Integer boxed, String s, int[] ints, Point p, List<String> list) throws Exception {
      """;

  private Desugared() {}

  /** The statements' form without its heading; or, if they are refused, the message. */
  static String of(String statements) {
    Attribution processor = new Attribution();
    DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
    JavaCompiler.CompilationTask task =
        ToolProvider.getSystemJavaCompiler()
            .getTask(
                null,
                null,
                problems,
                List.of("-proc:only", "-Xlint:none"),
                null,
                List.of(
                    new Source("dev/fermata/asyncio/Coroutine", SURROUNDINGS),
                    new Source("dev/fermata/asyncio/Asyncio", ASYNCIO),
                    new Source("Body", HEADER + statements.indent(2) + "}}")));
    task.setProcessors(List.of(processor));
    task.call();
    String errors =
        problems.getDiagnostics().stream()
            .filter(d -> d.getKind() == javax.tools.Diagnostic.Kind.ERROR)
            .map(d -> d.getMessage(null))
            .collect(Collectors.joining("\n"));
    if (!errors.isEmpty()) {
      throw new IllegalArgumentException(errors);
    }
    return processor.result;
  }

  private static final class Source extends SimpleJavaFileObject {
    private final String text;

    Source(String name, String text) {
      super(URI.create("string:///" + name + ".java"), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }

  private static final class Attribution extends AbstractProcessor {
    private String result = "";

    @Override
    public Set<String> getSupportedAnnotationTypes() {
      return Set.of("*");
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
      return SourceVersion.latest();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
      AsyncTypeFinder finder = new AsyncTypeFinder(processingEnv.getElementUtils());
      for (TypeElement element : finder.find(round)) {
        result = translate(finder.describe(element));
      }
      return false;
    }

    private String translate(AsyncType type) {
      Report.Builder report = Report.builder();
      List<IrBody> bodies = new ArrayList<>();
      try {
        AttributedType attributed =
            new BodyAttributor(
                    Trees.instance(processingEnv),
                    processingEnv.getTypeUtils(),
                    processingEnv.getElementUtils())
                .attribute(
                    type,
                    lambda -> {
                      IrBody body = BodyToIr.translate(lambda, "BodyLambda");
                      bodies.add(body);
                      return body;
                    },
                    report);
        CoroutineFunction function = type.declared().get(0);
        bodies.add(BodyToIr.translate(attributed.body(function), "Body"));
      } catch (Refused e) {
        report.add(e.key(), e.path(), e.arguments());
        return report.build().diagnostics().stream()
            .map(Diagnostic::message)
            .collect(Collectors.joining("\n"));
      }
      return bodies.stream()
          .map(body -> body.machineName().equals("Body") ? statements(body) : IrPrinter.print(body))
          .collect(Collectors.joining());
    }

    private static String statements(IrBody body) {
      return body.body().statements().stream().map(IrPrinter::print).collect(Collectors.joining());
    }
  }
}
