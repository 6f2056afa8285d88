package dev.fermata.processor.oracle;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.fermata.processor.FermataProcessor;
import dev.fermata.processor.SplitProcessor;
import dev.fermata.processor.allocate.StepSplitter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every case means the same in both worlds. */
final class CorpusTest {
  /** So few bytes that most states have a method of their own. */
  private static final int FINE = 100;

  private final List<Case> cases =
      Case.corpus().stream().filter(c -> c.refusals().isEmpty()).toList();
  private final Built stub = World.stub().build(cases);
  private final Built real = World.real(FermataProcessor::new).build(cases);
  private final Comparison comparison = new Comparison(stub, real);

  @TestFactory
  Stream<DynamicContainer> corpus() {
    Map<String, List<Case>> byConstruct =
        cases.stream()
            .collect(
                groupingBy(Case::construct, TreeMap::new, java.util.stream.Collectors.toList()));
    return byConstruct.entrySet().stream()
        .map(e -> dynamicContainer(e.getKey(), e.getValue().stream().map(this::nodes)));
  }

  private DynamicNode nodes(Case c) {
    String failure = real.failure(c);
    if (failure != null) {
      return dynamicTest(
          c.source().simpleName(),
          () -> {
            throw new AssertionError(
                "does not compile:\n%s\n---- source\n%s\n---- generated\n%s"
                    .formatted(failure, c.source().text(), real.generated(c)));
          });
    }
    return dynamicContainer(
        c.source().simpleName(),
        stub.entries(c).stream().map(entry -> dynamicContainer(entry, policies(c, entry))));
  }

  @Test
  void hotSpotCompilesEachMethod() {
    for (Case c : cases) {
      assertThat(real.methodSizes(c).values())
          .as(c.source().path())
          .allMatch(size -> size <= StepSplitter.HUGE_METHOD);
    }
  }

  /** Every case means the same when its step methods are split as finely as can be. */
  @TestFactory
  Stream<DynamicTest> split() {
    Built fine = World.real(() -> SplitProcessor.splittingAbove(FINE)).build(cases);
    Comparison split = new Comparison(stub, fine);
    return cases.stream()
        .map(c -> dynamicTest(c.source().path(), () -> compareSplit(c, fine, split)));
  }

  private void compareSplit(Case c, Built fine, Comparison split) {
    if (fine.failure(c) != null) {
      throw new AssertionError(
          "does not compile:\n%s\n---- generated\n%s"
              .formatted(fine.failure(c), fine.generated(c)));
    }
    for (String entry : stub.entries(c)) {
      split.succeeding(c, entry, Policy.NEVER);
      split.succeeding(c, entry, Policy.RANDOM);
      split.failing(c, entry);
    }
  }

  private Stream<DynamicNode> policies(Case c, String entry) {
    List<DynamicNode> tests = new ArrayList<>();
    Arrays.stream(Policy.values())
        .forEach(
            policy ->
                tests.add(
                    dynamicTest(
                        policy.name().toLowerCase(java.util.Locale.ROOT),
                        () -> comparison.succeeding(c, entry, policy))));
    tests.add(dynamicTest("failing", () -> comparison.failing(c, entry)));
    return tests.stream();
  }
}
