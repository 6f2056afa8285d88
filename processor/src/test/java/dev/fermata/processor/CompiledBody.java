package dev.fermata.processor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * What the whole processor made of one body, given as its statements.
 *
 * @param flow its basic blocks, printed
 * @param source the generated file
 */
public record CompiledBody(String flow, String source) {

  private static final String HEADER =
      """
      import static dev.fermata.asyncio.Asyncio.await;

      import dev.fermata.Async;
      import dev.fermata.asyncio.Coroutine;
      import java.io.*;
      import java.util.*;
      import java.util.function.*;

      @Async
      interface Body {
        void log(Object o);
        Coroutine<Integer> num();
        Coroutine<Object> obj();
        default Coroutine<Integer> body(int i, String s) throws Exception {
      """;

  /** Compiles; a body with errors is a mistake in the test. */
  public static CompiledBody of(Path folder, String statements) {
    DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
    JavaCompiler.CompilationTask task =
        ToolProvider.getSystemJavaCompiler()
            .getTask(
                null,
                null,
                problems,
                List.of(
                    "-Xlint:none",
                    "-Afermata.dump=" + folder,
                    "-d",
                    folder.toString(),
                    "-s",
                    folder.toString()),
                null,
                List.of(new Source(HEADER + statements.indent(4) + "  }\n}\n")));
    task.setProcessors(List.of(new FermataProcessor()));
    if (!task.call()) {
      throw new IllegalArgumentException(
          problems.getDiagnostics().stream()
              .filter(d -> d.getKind() == Diagnostic.Kind.ERROR)
              .map(Object::toString)
              .collect(Collectors.joining("\n")));
    }
    try {
      return new CompiledBody(
          Files.readString(folder.resolve("Body.BodyCoroutine.flow.txt")),
          Files.readString(folder.resolve("BodyCoroutines.java")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class Source extends SimpleJavaFileObject {
    private final String text;

    Source(String text) {
      super(URI.create("string:///Body.java"), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}
