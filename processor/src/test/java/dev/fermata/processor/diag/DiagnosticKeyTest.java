package dev.fermata.processor.diag;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic.Kind;
import org.junit.jupiter.api.Test;

/** The list of diagnostics is tested as a whole. */
class DiagnosticKeyTest {

  @Test
  void eachKeyHasACase() {
    Set<String> shown =
        Stream.of(
                PlacementTest.CASES,
                TypeShapeTest.CASES,
                LimitsTest.CASES,
                WarningsTest.CASES,
                BlockingCallsTest.CASES,
                SetupTest.CASES,
                YieldTest.CASES)
            .flatMap(List::stream)
            .flatMap(each -> each.keys().stream())
            .collect(Collectors.toCollection(TreeSet::new));
    // Said only by a compiler that was stopped and goes on: DetachedCompilerTest.
    shown.add(DiagnosticKey.SECOND_COMPILER.key());
    // Said where javac misses an error: RoundsTest.
    shown.add(DiagnosticKey.UNRESOLVED.key());
    // Said beside Lombok: LombokTest.
    shown.add(DiagnosticKey.ADDED_CODE.key());
    // For syntax of a newer Java than this processor knows.
    shown.add(DiagnosticKey.UNSUPPORTED_CONSTRUCT.key());

    assertThat(shown)
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(DiagnosticKey.values()).map(DiagnosticKey::key).toList());
  }

  @Test
  void thePackageListsEachWithItsRule() throws IOException {
    String documented =
        Files.readString(Path.of("src/main/java/dev/fermata/processor/diag/package-info.java"))
            .replaceAll("\\s+\\* +", " ");

    for (DiagnosticKey key : DiagnosticKey.values()) {
      String rule = key.rule().replaceAll("@\\w+", "{@code $0}");
      assertThat(documented).contains("<li>{@code " + key.key() + "}: " + rule + " ");
    }
    assertThat(documented.split("<li>", -1)).hasSize(DiagnosticKey.values().length + 1);
  }

  @Test
  void theReadmeListsTheWarnings() throws IOException {
    List<String> rows =
        Files.readAllLines(Path.of("../README.md")).stream()
            .filter(line -> line.startsWith("| `fermata."))
            .toList();

    assertThat(rows)
        .containsExactlyElementsOf(
            Arrays.stream(DiagnosticKey.values())
                .filter(key -> key.kind() == Kind.WARNING)
                .map(key -> "| `" + key.key() + "` | " + key.rule() + " |")
                .toList());
  }
}
