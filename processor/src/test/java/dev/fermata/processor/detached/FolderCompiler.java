package dev.fermata.processor.detached;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.Async;
import dev.fermata.asyncio.Asyncio;
import dev.fermata.processor.FermataProcessor;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.io.TempDir;

/** A plain javac that compiles folders. */
abstract class FolderCompiler {

  static final String HEADER =
      """
      package p;

      import static dev.fermata.asyncio.Asyncio.*;
      import dev.fermata.Async;
      import dev.fermata.asyncio.Coroutine;

      """;

  @TempDir Path folder;

  List<String> javac(String sources, String... arguments) throws IOException {
    return javac(sources, new FermataProcessor(), arguments);
  }

  /** Compiles a folder; the errors, as {@code file:line:column message}. */
  List<String> javac(String sources, Processor processor, String... arguments) throws IOException {
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
    StringWriter printed = new StringWriter();
    try (StandardJavaFileManager files = javac.getStandardFileManager(found, Locale.ROOT, null);
        Stream<Path> tree = Files.walk(folder.resolve(sources))) {
      List<Path> paths = tree.filter(file -> file.toString().endsWith(".java")).sorted().toList();
      for (int i = 0; i < arguments.length; i++) {
        if (arguments[i].equals("-d")) {
          Files.createDirectories(Path.of(arguments[i + 1]));
        }
      }
      JavaCompiler.CompilationTask task =
          javac.getTask(
              printed,
              files,
              found,
              Arrays.asList(arguments),
              null,
              files.getJavaFileObjectsFromPaths(paths));
      task.setLocale(Locale.ROOT);
      if (!Arrays.asList(arguments).contains("-proc:none")) {
        task.setProcessors(List.of(processor));
      }
      boolean success = task.call();
      List<String> errors =
          found.getDiagnostics().stream()
              .filter(each -> each.getKind() == Diagnostic.Kind.ERROR)
              .map(FolderCompiler::render)
              .toList();
      assertThat(success).as(printed.toString()).isEqualTo(errors.isEmpty());
      return errors;
    }
  }

  private static String render(Diagnostic<? extends JavaFileObject> error) {
    JavaFileObject source = error.getSource();
    String name = source == null ? "" : Path.of(source.toUri()).getFileName().toString();
    return name
        + ":"
        + error.getLineNumber()
        + ":"
        + error.getColumnNumber()
        + " "
        + error.getMessage(Locale.ROOT);
  }

  void write(String file, String text) {
    try {
      Path path = folder.resolve(file);
      Files.createDirectories(path.getParent());
      Files.writeString(path, text);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  String at(String path) {
    return folder.resolve(path).toString();
  }

  static String classPath(String... more) {
    return Stream.concat(Stream.of(more), Stream.of(System.getProperty("java.class.path")))
        .reduce((a, b) -> a + File.pathSeparator + b)
        .orElseThrow();
  }

  /** Those given, and the project's own: jars, which are modules even without a descriptor. */
  String modulePath(String... more) throws IOException {
    List<String> path = new ArrayList<>(List.of(more));
    path.add(jar("dev.fermata.annotations", Async.class));
    path.add(jar("dev.fermata.asyncio", Asyncio.class));
    path.add(root(NullMarked.class).toString());
    return String.join(File.pathSeparator, path);
  }

  private String jar(String name, Class<?> type) throws IOException {
    Path root = root(type);
    if (Files.isRegularFile(root)) {
      return root.toString();
    }
    Path jar = folder.resolve(name + ".jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
        Stream<Path> tree = Files.walk(root)) {
      for (Path file : tree.filter(Files::isRegularFile).toList()) {
        out.putNextEntry(new JarEntry(root.relativize(file).toString().replace('\\', '/')));
        Files.copy(file, out);
      }
    }
    return jar.toString();
  }

  private static Path root(Class<?> type) {
    return Path.of(URI.create(type.getProtectionDomain().getCodeSource().getLocation().toString()));
  }
}
