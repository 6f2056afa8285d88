package dev.fermata.processor.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.processor.oracle.Built.Outcome;
import dev.fermata.processor.oracle.Built.Setting;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Each case is good Java and says something: checked without the processor. */
final class StubWorldTest {
  private final List<Case> cases = Case.corpus();
  private final Built stub = World.stub().build(cases);

  @TestFactory
  Stream<DynamicTest> compiles() {
    return cases.stream()
        .map(
            c ->
                DynamicTest.dynamicTest(
                    c.source().path(), () -> assertThat(stub.failure(c)).isNull()));
  }

  @TestFactory
  Stream<DynamicTest> leavesTraces() {
    return cases.stream()
        .filter(c -> stub.failure(c) == null && c.refusals().isEmpty() && !c.is(Case.SUPPORT))
        .map(c -> DynamicTest.dynamicTest(c.source().path(), () -> leavesTraces(c)));
  }

  private void leavesTraces(Case c) {
    List<String> entries = stub.entries(c);
    assertThat(entries).isNotEmpty().doesNotHaveDuplicates();
    int made = 0;
    for (String entry : entries) {
      Outcome outcome = stub.run(c, entry, new Setting(Policy.NEVER, 0, true));
      assertThat(outcome.lines()).as(entry).hasSizeGreaterThan(1);
      made += outcome.made();
      Outcome again = stub.run(c, entry, new Setting(Policy.NEVER, 0, true));
      assertThat(again.lines()).as(entry + " again").isEqualTo(outcome.lines());
      for (int n = 1; n <= outcome.made(); n++) {
        stub.run(c, entry, new Setting(Policy.NEVER, n, true));
      }
    }
    assertThat(made).as("awaits").isPositive();
  }
}
