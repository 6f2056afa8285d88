package dev.fermata.processor.diag;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.processor.TestCompiler;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.DynamicTest;

/**
 * A program and all that is said about it, each finding below the line that it points at:
 *
 * <pre>
 *   synchronized (lock) { await(foo()); }
 *                         ^
 * | error: [fermata.await-in-synchronized] await cannot stand in a synchronized block ..
 * </pre>
 *
 * <p>What is taken out again before the program is compiled. Then the findings are put in, and the
 * text must be what it was; so line, column, wording, kind and number are all checked. A finding
 * that has no place in these files stands at the top.
 *
 * @param text one file, or several separated by a line of dashes; a file that names no package gets
 *     one, and the imports that are always needed, on a line before its first
 * @param compiler sets options
 */
record DiagnosticCase(String name, String text, UnaryOperator<TestCompiler> compiler) {
  private static final String PRELUDE =
      "package p; import static dev.fermata.asyncio.Asyncio.*; import dev.fermata.Async; import"
          + " dev.fermata.asyncio.*; import java.time.Duration; import java.util.*; import"
          + " java.util.function.*;";
  private static final String NEXT_FILE = "\n----\n";
  private static final Pattern FINDING = Pattern.compile("(?m)^(?: *\\^|\\| .*)(?:\n|\\z)");
  private static final Pattern KEY = Pattern.compile("\\[(fermata\\.[\\w-]+)]");
  private static final int WIDTH = 84;

  static DiagnosticCase of(String name, String text) {
    return new DiagnosticCase(name, text, UnaryOperator.identity());
  }

  static DiagnosticCase of(String name, String text, String... options) {
    return new DiagnosticCase(name, text, compiler -> compiler.option(options));
  }

  /** The keys that it shows, as they are printed. */
  Set<String> keys() {
    return KEY.matcher(text)
        .results()
        .map(result -> result.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  DynamicTest test() {
    return DynamicTest.dynamicTest(name, this::check);
  }

  static Stream<DynamicTest> tests(List<DiagnosticCase> cases) {
    return cases.stream().map(DiagnosticCase::test);
  }

  private void check() {
    List<File> files =
        Stream.of(FINDING.matcher(text).replaceAll("").split(NEXT_FILE)).map(File::of).toList();
    TestCompiler.Result result =
        compiler
            .apply(
                TestCompiler.of(files.stream().map(File::content).toArray(String[]::new))
                    .pipeline())
            .compile();
    List<Finding> findings =
        result.compilation().diagnostics().stream()
            .map(Finding::of)
            .sorted(Comparator.comparing(Finding::line).thenComparing(Finding::column))
            .toList();
    StringBuilder rendered = new StringBuilder();
    findings.stream()
        .filter(finding -> files.stream().noneMatch(file -> file.holds(finding)))
        .forEach(finding -> rendered.append(finding.elsewhere().rendered()));
    rendered.append(
        files.stream().map(file -> file.rendered(findings)).collect(Collectors.joining("----\n")));
    assertThat(rendered.toString()).isEqualTo(text);
  }

  /**
   * One file of the program.
   *
   * @param offset how many lines come before those that are shown
   */
  private record File(String path, String shown, String content, int offset) {
    private static File of(String shown) {
      boolean complete = shown.startsWith("package ");
      String content = complete ? shown : PRELUDE + "\n" + shown;
      return new File(TestCompiler.path(content), shown, content, complete ? 0 : 1);
    }

    private boolean holds(Finding finding) {
      return finding.path().equals(path) && finding.line() > offset;
    }

    private String rendered(List<Finding> findings) {
      StringBuilder result = new StringBuilder();
      List<String> lines = shown.lines().toList();
      for (int i = 0; i < lines.size(); i++) {
        long line = (long) i + 1 + offset;
        result.append(lines.get(i)).append('\n');
        for (Finding finding : findings) {
          if (holds(finding) && finding.line() == line) {
            result.append(" ".repeat((int) finding.column() - 1)).append("^\n");
            result.append(finding.rendered());
          }
        }
      }
      return result.toString();
    }
  }

  private record Finding(String path, long line, long column, String kind, String message) {
    private static Finding of(Diagnostic<? extends JavaFileObject> diagnostic) {
      JavaFileObject source = diagnostic.getSource();
      String kind =
          switch (diagnostic.getKind()) {
            case ERROR -> "error";
            case NOTE -> "note";
            default -> "warning";
          };
      String message = diagnostic.getMessage(Locale.ENGLISH).lines().findFirst().orElse("");
      return new Finding(
          source == null ? "" : source.toUri().getPath(),
          diagnostic.getLineNumber(),
          diagnostic.getColumnNumber(),
          kind,
          message);
    }

    /** With the file, which is none of those that are shown. */
    private Finding elsewhere() {
      String file = path.isEmpty() ? "" : " in " + path + ":" + line;
      return new Finding(path, line, column, kind + file, message);
    }

    private String rendered() {
      List<String> lines = new ArrayList<>();
      StringBuilder line = new StringBuilder("|");
      for (String word : (kind + ": " + message).split(" ", -1)) {
        if (line.length() > 1 && line.length() + 1 + word.length() > WIDTH) {
          lines.add(line.toString());
          line = new StringBuilder("|");
        }
        line.append(' ').append(word);
      }
      lines.add(line.toString());
      return String.join("\n", lines) + "\n";
    }
  }
}
