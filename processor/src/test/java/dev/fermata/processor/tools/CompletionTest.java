package dev.fermata.processor.tools;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.processor.FermataProcessor;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import jdk.jshell.JShell;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Documentation;
import jdk.jshell.SourceCodeAnalysis.Suggestion;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an editor shows of a face, by the JDK's own engine. */
final class CompletionTest {

  @TempDir static Path folder;

  private static Path classes;
  private static Path sources;

  private JShell shell;
  private SourceCodeAnalysis analysis;

  @BeforeAll
  static void compile() throws IOException {
    classes = Files.createDirectories(folder.resolve("classes"));
    sources = Files.createDirectories(folder.resolve("sources/p")).getParent();
    Path file = Files.writeString(sources.resolve("p/Sums.java"), Sources.SUMS);
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    StringWriter printed = new StringWriter();
    try (StandardJavaFileManager files = javac.getStandardFileManager(null, null, null)) {
      JavaCompiler.CompilationTask task =
          javac.getTask(
              printed,
              files,
              null,
              List.of(
                  "-d",
                  classes.toString(),
                  "-s",
                  sources.toString(),
                  "-cp",
                  System.getProperty("java.class.path")),
              null,
              files.getJavaFileObjects(file));
      task.setProcessors(List.of(new FermataProcessor()));
      assertThat(task.call()).describedAs(printed.toString()).isTrue();
    }
  }

  /** One for each question: an answer with documentation spoils JShell for the next. */
  @BeforeEach
  void start() throws IOException {
    shell = JShell.builder().executionEngine("local").build();
    shell.addToClasspath(classes.toString());
    shell.addToClasspath(System.getProperty("java.class.path"));
    shell.eval("import p.*;");
    analysis = shell.sourceCodeAnalysis();
    showSources();
  }

  /**
   * JShell looks for sources where the JDK has its own, once, when it is first asked for
   * documentation.
   */
  private void showSources() throws IOException {
    Path archive = Files.createDirectories(folder.resolve("home/lib")).resolve("src.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(archive));
        Stream<Path> files = Files.walk(sources)) {
      out.putNextEntry(new ZipEntry("java.base/java/lang/Object.java"));
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        out.putNextEntry(
            new ZipEntry("p/" + sources.relativize(file).toString().replace('\\', '/')));
        Files.copy(file, out);
      }
    }
    String call = "\"\".length(";
    suggestions(call); // reads the JDK's classes while they can be found
    String home = System.getProperty("java.home");
    System.setProperty("java.home", folder.resolve("home").toString());
    try {
      analysis.documentation(call, call.length(), false);
    } finally {
      System.setProperty("java.home", home);
    }
  }

  @AfterEach
  void close() {
    shell.close();
  }

  @Test
  void names() {
    assertThat(suggestions("new Sums")).contains("SumsAsync()", "Sums_NestedAsync()");
    assertThat(suggestions("new SumsAsync().")).contains("compute(", "printSum(");
  }

  @Test
  void signaturesWithTheNamesOfParameters() {
    assertThat(documentation("new SumsAsync().compute("))
        .extracting(Documentation::signature)
        .containsExactly("dev.fermata.asyncio.Coroutine<Integer> SumsAsync.compute(int x, int y)");
  }

  @Test
  void documentationOfOneLine() {
    assertThat(documentation("new SumsAsync().printSum("))
        .extracting(Documentation::javadoc)
        .singleElement()
        .asString()
        .contains("Prints a sum.");
  }

  @Test
  void documentation() {
    assertThat(documentation("new SumsAsync().compute("))
        .extracting(Documentation::javadoc)
        .singleElement()
        .asString()
        .contains("Adds after a while.", "@param x the one", "@param y the other");
  }

  @Test
  void typeOfACall() {
    assertThat(analysis.analyzeType("new SumsAsync().compute(1, 2)", 29))
        .isEqualTo("dev.fermata.asyncio.Coroutine<Integer>");
  }

  private List<String> suggestions(String text) {
    return analysis.completionSuggestions(text, text.length(), new int[1]).stream()
        .map(Suggestion::continuation)
        .toList();
  }

  private List<Documentation> documentation(String text) {
    return analysis.documentation(text, text.length(), true);
  }
}
