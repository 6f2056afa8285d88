package dev.fermata.processor.tools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fermata.processor.FermataProcessor;
import java.io.StringWriter;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Eclipse's compiler has no trees: faces are made, so that editors know them, and no machines. */
final class EclipseTest {

  private static final String USER =
      """
      package p;

      import dev.fermata.asyncio.Coroutine;

      class User {
        Coroutine<Integer> sum = new SumsAsync().compute(1, 2);
      }
      """;

  @TempDir Path folder;

  @Test
  void userCodeCompilesAgainstTheFaceAndAWarningSaysWhatBuildsIt() throws Exception {
    DiagnosticCollector<JavaFileObject> found = compile(Sources.SUMS, USER);

    assertThat(found.getDiagnostics())
        .filteredOn(each -> each.getKind() != Diagnostic.Kind.NOTE)
        .extracting(each -> each.getKind() + " " + each.getLineNumber() + " " + message(each))
        .containsExactlyInAnyOrder(warning(10, "Sums"), warning(31, "Nested"));
    assertThat(folder.resolve("out/p/User.class")).exists();
  }

  @Test
  void wrongUseOfTheFaceIsAnErrorAtTheUsersLine() throws Exception {
    DiagnosticCollector<JavaFileObject> found =
        compile(Sources.SUMS, USER.replace("(1, 2)", "(1)"));

    assertThat(found.getDiagnostics())
        .filteredOn(each -> each.getKind() == Diagnostic.Kind.ERROR)
        .extracting(each -> each.getLineNumber() + " " + message(each))
        .containsExactly(
            "6 The method compute(int, int) in the type p.SumsAsync is not applicable for the"
                + " arguments (int)");
  }

  @Test
  void aCoroutineThatIsRunSaysThatItWasNotCompiled() throws Exception {
    compile(Sources.SUMS, USER);
    try (URLClassLoader loader =
        new URLClassLoader(
            new URL[] {folder.resolve("out").toUri().toURL()}, getClass().getClassLoader())) {
      assertThatThrownBy(() -> loader.loadClass("p.Sums").getMethod("main").invoke(null))
          .isInstanceOf(InvocationTargetException.class)
          .cause()
          .isInstanceOf(IllegalStateException.class)
          .hasMessage(
              "the coroutines of p.Sums.Nested were not compiled: see the compiler's errors and"
                  + " warnings there, and build with javac");
    }
  }

  private static String warning(int line, String type) {
    return "WARNING "
        + line
        + " [fermata.no-trees] Only javac shows a processor the bodies of methods. This compiler is"
        + " another one, so the coroutines of "
        + type
        + " throw when they are awaited. Build with javac.";
  }

  private static String message(Diagnostic<?> diagnostic) {
    return diagnostic.getMessage(null);
  }

  private DiagnosticCollector<JavaFileObject> compile(String... texts) throws Exception {
    Path out = Files.createDirectories(folder.resolve("out"));
    Path sources = Files.createDirectories(folder.resolve("src/p"));
    DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
    JavaCompiler compiler = new EclipseCompiler();
    try (StandardJavaFileManager files =
        compiler.getStandardFileManager(found, null, StandardCharsets.UTF_8)) {
      List<Path> paths =
          List.of(
              Files.writeString(sources.resolve("Sums.java"), texts[0]),
              Files.writeString(sources.resolve("User.java"), texts[1]));
      JavaCompiler.CompilationTask task =
          compiler.getTask(
              new StringWriter(),
              files,
              found,
              List.of(
                  "--release",
                  "17",
                  "-d",
                  out.toString(),
                  "-s",
                  out.toString(),
                  "-cp",
                  System.getProperty("java.class.path")),
              null,
              files.getJavaFileObjectsFromPaths(paths));
      task.setProcessors(List.of(new FermataProcessor()));
      task.call();
    }
    return found;
  }
}
