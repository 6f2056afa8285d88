package dev.fermata.processor.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.processor.FermataProcessor;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;

/** Whoever compiles with {@code -Xlint:all} has no warning that his own code does not deserve. */
final class LintTest {
  private static final String CORPUS = "corpus/";

  @Test
  void generatedCodeHasNoWarningsOfItsOwn() {
    List<Case> cases = Case.corpus().stream().filter(c -> c.refusals().isEmpty()).toList();
    MemoryCompiler.Result result = World.real(FermataProcessor::new).lint(cases);
    Set<String> sources = new HashSet<>();
    cases.forEach(c -> sources.add(c.source().path()));
    Set<String> deserved = new HashSet<>();
    for (Diagnostic<? extends JavaFileObject> each : result.diagnostics()) {
      if (each.getSource() != null && sources.contains(path(each))) {
        deserved.add(stem(path(each)) + each.getCode());
      }
    }

    assertThat(
            result.diagnostics().stream()
                .filter(each -> each.getSource() == null || !sources.contains(path(each)))
                .filter(each -> each.getSource() == null || deserved.stream().noneMatch(fits(each)))
                .map(LintTest::describe))
        .isEmpty();
  }

  private static java.util.function.Predicate<String> fits(
      Diagnostic<? extends JavaFileObject> warning) {
    return deserved ->
        deserved.endsWith(warning.getCode())
            && path(warning)
                .startsWith(deserved.substring(0, deserved.length() - warning.getCode().length()));
  }

  private static String stem(String path) {
    return path.substring(0, path.length() - ".java".length());
  }

  private static String path(Diagnostic<? extends JavaFileObject> diagnostic) {
    String path = diagnostic.getSource().toUri().getPath();
    return path.substring(path.indexOf(CORPUS));
  }

  private static String describe(Diagnostic<? extends JavaFileObject> diagnostic) {
    return diagnostic.getCode() + " " + World.describe(diagnostic);
  }
}
