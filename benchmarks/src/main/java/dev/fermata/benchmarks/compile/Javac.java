package dev.fermata.benchmarks.compile;

import dev.fermata.processor.FermataProcessor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** Runs the JDK's javac in this JVM, from memory to nowhere. */
final class Javac {

  /**
   * A run.
   *
   * @param nanos the processor time that it took this thread
   * @param generated what the processor wrote
   * @param rounds how long the processor took in each round, what javac does for it included
   */
  record Run(long nanos, List<SourceFile> generated, List<Long> rounds) {}

  private Javac() {}

  /** Without any processor. */
  static Run plain(List<SourceFile> sources) {
    return run(sources, null);
  }

  static Run withProcessor(List<SourceFile> sources) {
    return run(sources, new TimedProcessor(new FermataProcessor()));
  }

  /** With a processor of the caller's. */
  static Run with(List<SourceFile> sources, Processor processor) {
    return run(sources, new TimedProcessor(processor));
  }

  private static Run run(List<SourceFile> sources, @Nullable TimedProcessor processor) {
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
    List<String> options = new ArrayList<>(List.of("-nowarn", "-Xlint:none"));
    options.addAll(List.of("-cp", System.getProperty("java.class.path")));
    if (processor == null) {
      options.add("-proc:none");
    }
    long start = ThreadTime.nanos();
    try (StandardJavaFileManager standard =
            javac.getStandardFileManager(problems, Locale.ROOT, StandardCharsets.UTF_8);
        Nowhere files = new Nowhere(standard)) {
      JavaCompiler.CompilationTask task =
          javac.getTask(null, files, problems, options, null, sources);
      if (processor != null) {
        task.setProcessors(List.<Processor>of(processor));
      }
      boolean success = task.call();
      long nanos = ThreadTime.nanos() - start;
      if (!success) {
        throw new IllegalStateException(
            problems.getDiagnostics().stream()
                .filter(problem -> problem.getKind() == Diagnostic.Kind.ERROR)
                .map(Object::toString)
                .collect(Collectors.joining("\n")));
      }
      return new Run(
          nanos,
          files.generated.stream().map(Output::asSource).toList(),
          processor == null ? List.of() : processor.nanosOfRound());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static final class Nowhere extends ForwardingJavaFileManager<JavaFileManager> {
    private final List<Output> generated = new ArrayList<>();

    Nowhere(JavaFileManager standard) {
      super(standard);
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
        Location location, String name, JavaFileObject.Kind kind, @Nullable FileObject sibling) {
      Output output = new Output(name, kind);
      if (kind == JavaFileObject.Kind.SOURCE) {
        generated.add(output);
      }
      return output;
    }

    @Override
    public boolean isSameFile(FileObject a, FileObject b) {
      return a.toUri().equals(b.toUri());
    }

    @Override
    public boolean contains(Location location, FileObject file) throws IOException {
      return !(file instanceof Output)
          && !(file instanceof SourceFile)
          && super.contains(location, file);
    }

    @Override
    public Iterable<JavaFileObject> list(
        Location location, String packageName, Set<JavaFileObject.Kind> kinds, boolean recurse)
        throws IOException {
      return super.list(location, packageName, kinds, recurse);
    }
  }

  private static final class Output extends SimpleJavaFileObject {
    private final String name;
    private final ByteArrayOutputStream content = new ByteArrayOutputStream();

    Output(String name, JavaFileObject.Kind kind) {
      super(URI.create("out:///" + name.replace('.', '/') + kind.extension), kind);
      this.name = name;
    }

    SourceFile asSource() {
      return new SourceFile(name, getCharContent(true));
    }

    @Override
    public OutputStream openOutputStream() {
      return content;
    }

    @Override
    public String getCharContent(boolean ignoreEncodingErrors) {
      return content.toString(StandardCharsets.UTF_8);
    }
  }
}
