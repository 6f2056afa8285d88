package dev.fermata.processor.diag;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
                SetupTest.CASES)
            .flatMap(List::stream)
            .flatMap(each -> each.keys().stream())
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(shown)
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(DiagnosticKey.values()).map(DiagnosticKey::key).toList());
  }
}
