package dev.fermata.processor.oracle;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.JavaFileObject.Kind;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** The running JDK's javac, from memory to memory. */
final class MemoryCompiler {
  private MemoryCompiler() {}

  /**
   * What came out.
   *
   * @param classes class files by binary name
   * @param generated sources that the processor wrote, by type name
   * @param crash what javac threw or printed when it failed without a diagnostic
   */
  record Result(
      boolean success,
      Map<String, byte[]> classes,
      Map<String, String> generated,
      List<Diagnostic<? extends JavaFileObject>> diagnostics,
      @Nullable String crash) {

    List<Diagnostic<? extends JavaFileObject>> errors() {
      return diagnostics.stream().filter(d -> d.getKind() == Diagnostic.Kind.ERROR).toList();
    }
  }

  /**
   * Compiles.
   *
   * @param library classes compiled before, seen on the class path
   */
  static Result compile(
      Collection<Source> sources,
      Map<String, byte[]> library,
      List<String> options,
      Processor processor) {
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    StandardJavaFileManager standard =
        javac.getStandardFileManager(diagnostics, Locale.ROOT, StandardCharsets.UTF_8);
    StringWriter printed = new StringWriter();
    try (Files files = new Files(standard, library)) {
      JavaCompiler.CompilationTask task =
          javac.getTask(
              printed,
              files,
              diagnostics,
              options,
              null,
              sources.stream().map(Source::fileObject).toList());
      task.setLocale(Locale.ROOT);
      task.setProcessors(List.of(processor));
      boolean success;
      String crash = null;
      try {
        success = task.call();
      } catch (RuntimeException e) {
        success = false;
        crash = e + "\n" + printed;
      }
      if (!success && crash == null && !printed.toString().isBlank()) {
        crash = printed.toString();
      }
      return new Result(
          success, files.classes(), files.sources(), diagnostics.getDiagnostics(), crash);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class Files extends ForwardingJavaFileManager<JavaFileManager> {
    private final Map<String, byte[]> library;
    private final Map<String, Output> written = new TreeMap<>();
    private final Map<String, Output> generated = new TreeMap<>();

    Files(JavaFileManager standard, Map<String, byte[]> library) {
      super(standard);
      this.library = library;
    }

    Map<String, byte[]> classes() {
      Map<String, byte[]> classes = new TreeMap<>();
      written.forEach((name, output) -> classes.put(name, output.bytes()));
      return classes;
    }

    Map<String, String> sources() {
      Map<String, String> sources = new TreeMap<>();
      generated.forEach((name, output) -> sources.put(name, output.getCharContent(true)));
      return sources;
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
        Location location, String name, Kind kind, @Nullable FileObject sibling) {
      Output output = new Output(name, kind);
      (kind == Kind.CLASS ? written : generated).put(name, output);
      return output;
    }

    /** Text of what the processor has compiled itself. */
    @Override
    public FileObject getFileForOutput(
        Location location, String packageName, String relativeName, @Nullable FileObject sibling) {
      String name = relativeName.replace(".java.txt", "");
      return getJavaFileForOutput(
          location, packageName.isEmpty() ? name : packageName + "." + name, Kind.SOURCE, sibling);
    }

    @Override
    public boolean isSameFile(FileObject a, FileObject b) {
      return a.toUri().equals(b.toUri());
    }

    @Override
    public @Nullable String inferBinaryName(Location location, JavaFileObject file) {
      return file instanceof Output output ? output.name : super.inferBinaryName(location, file);
    }

    @Override
    public @Nullable FileObject getFileForInput(
        Location location, String packageName, String relativeName) throws IOException {
      String name =
          (packageName.isEmpty() ? "" : packageName + ".")
              + relativeName.replaceAll("[.]class$", "");
      byte[] bytes = location == StandardLocation.CLASS_PATH ? library.get(name) : null;
      return bytes != null
          ? new Output(name, bytes)
          : super.getFileForInput(location, packageName, relativeName);
    }

    @Override
    public Iterable<JavaFileObject> list(
        Location location, String packageName, Set<Kind> kinds, boolean recurse)
        throws IOException {
      List<JavaFileObject> found = new ArrayList<>();
      super.list(location, packageName, kinds, recurse).forEach(found::add);
      if (location == StandardLocation.CLASS_PATH && kinds.contains(Kind.CLASS)) {
        library.forEach(
            (name, bytes) -> {
              if (packageName.equals(packageOf(name))) {
                found.add(new Output(name, bytes));
              }
            });
      }
      return found;
    }

    private static String packageOf(String name) {
      int dot = name.lastIndexOf('.');
      return dot < 0 ? "" : name.substring(0, dot);
    }
  }

  private static final class Output extends SimpleJavaFileObject {
    private final String name;
    private final ByteArrayOutputStream content = new ByteArrayOutputStream();

    Output(String name, Kind kind) {
      super(URI.create("out:///" + name.replace('.', '/') + kind.extension), kind);
      this.name = name;
    }

    Output(String name, byte[] bytes) {
      this(name, Kind.CLASS);
      content.writeBytes(bytes);
    }

    byte[] bytes() {
      return content.toByteArray();
    }

    @Override
    public OutputStream openOutputStream() {
      return content;
    }

    @Override
    public InputStream openInputStream() {
      return new ByteArrayInputStream(bytes());
    }

    @Override
    public String getCharContent(boolean ignoreEncodingErrors) {
      return content.toString(StandardCharsets.UTF_8);
    }
  }
}
