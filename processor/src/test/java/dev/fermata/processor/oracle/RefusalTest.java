package dev.fermata.processor.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.processor.FermataProcessor;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What cannot be compiled is refused at the very line, and nothing else is. */
final class RefusalTest {
  private static final Pattern KEY = Pattern.compile("\\[fermata\\.([\\w-]+)]");

  private final List<Case> cases =
      Case.corpus().stream().filter(c -> !c.refusals().isEmpty()).toList();
  private final MemoryCompiler.Result result = World.real(FermataProcessor::new).compile(cases);

  @TestFactory
  Stream<DynamicTest> refused() {
    return cases.stream().map(c -> DynamicTest.dynamicTest(c.source().path(), () -> check(c)));
  }

  private void check(Case c) {
    List<Case.Refusal> reported =
        result.errors().stream()
            .filter(
                e -> e.getSource() != null && e.getSource().getName().endsWith(c.source().path()))
            .map(RefusalTest::refusal)
            .toList();
    assertThat(reported).as(c.source().text()).containsExactlyInAnyOrderElementsOf(c.refusals());
  }

  private static Case.Refusal refusal(Diagnostic<? extends JavaFileObject> error) {
    String message = error.getMessage(Locale.ROOT);
    Matcher matcher = KEY.matcher(message);
    return new Case.Refusal(error.getLineNumber(), matcher.find() ? matcher.group(1) : message);
  }
}
