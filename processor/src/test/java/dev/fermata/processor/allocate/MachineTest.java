package dev.fermata.processor.allocate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.processor.CompiledBody;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which variables become fields, what they are called, and where they are cleared. */
class MachineTest {

  private static final Pattern FIELD = Pattern.compile("(?m)^    private (.*);$");

  @TempDir Path folder;

  @Test
  void onlyWhatLivesAcrossASuspensionIsAField() {
    String source =
        compile(
            """
            String kept = s.strip();
            String local = s.trim();
            log(local);
            await(num());
            log(kept);
            return Coroutine.of(1);
            """);

    assertThat(fields(source)).containsExactly("Body self", "int i", "String s", "String kept");
    assertThat(source).contains("String local = s.trim();");
  }

  @Test
  void aFieldIsClearedByTheFirstSuspensionItDoesNotOutlive() {
    String source =
        compile(
            """
            Object first = s.strip();
            await(num());
            log(first);
            await(obj());
            return Coroutine.of(i);
            """);

    assertThat(clearedAfter(source, "self.num()")).containsExactly("s");
    assertThat(clearedAfter(source, "self.obj()")).containsExactly("first", "self");
  }

  @Test
  void whatTheNextRoundNeedsIsNotCleared() {
    String source =
        compile(
            """
            for (int k = 0; k < i; k++) {
              log(s);
              await(num());
            }
            return Coroutine.of(i);
            """);

    assertThat(clearedAfter(source, "self.num()")).isEmpty();
  }

  @Test
  void whatAHandlerReadsIsKept() {
    String source =
        compile(
            """
            Object o = s.strip();
            try {
              await(num());
            } catch (IllegalStateException e) {
              log(o);
            }
            return Coroutine.of(i);
            """);

    assertThat(fields(source)).contains("Object o");
    assertThat(clearedAfter(source, "self.num()")).containsExactly("s");
  }

  @Test
  void siblingsOfOneNameAndTypeShareAField() {
    String source =
        compile(
            """
            for (int k = 0; k < i; k++) await(num());
            for (int k = 9; k > i; k--) await(num());
            return Coroutine.of(i);
            """);

    assertThat(fields(source)).containsExactly("Body self", "int i", "String s", "int k");
  }

  @Test
  void namesOfTheGeneratedCodeGiveWayToNone() {
    String source =
        compile(
            """
            int state = i;
            String sent = s;
            Object driver = await(obj());
            return Coroutine.of(state + sent.length() + driver.hashCode() + await(num()));
            """);

    assertThat(fields(source)).contains("int state2", "String sent2");
  }

  @Test
  void aLambdaCapturesTheValueNotTheField() {
    String source =
        compile(
            """
            Object kept = await(obj());
            Supplier<Object> later = () -> kept;
            await(num());
            log(later.get() + "" + kept);
            return Coroutine.of(i);
            """);

    assertThat(source).contains("Object kept2 = kept;").contains("later = () -> kept2;");
  }

  private String compile(String statements) {
    return CompiledBody.of(folder, statements).source();
  }

  private static List<String> fields(String source) {
    return FIELD.matcher(source).results().map(m -> m.group(1)).toList();
  }

  private static List<String> clearedAfter(String source, String awaited) {
    Pattern clears =
        Pattern.compile(
            "await\\(driver, " + Pattern.quote(awaited) + "\\);\\s*((?:\\w+ = null;\\s*)*)if");
    String assignments =
        clears.matcher(source).results().map(m -> m.group(1)).findFirst().orElse("");
    return Pattern.compile("(\\w+) = null;")
        .matcher(assignments)
        .results()
        .map((MatchResult m) -> m.group(1))
        .toList();
  }
}
