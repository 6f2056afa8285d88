package dev.fermata.processor.big;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.processor.FermataProcessor;
import dev.fermata.processor.SplitProcessor;
import dev.fermata.processor.allocate.StepSplitter;
import dev.fermata.processor.oracle.ProgramCheck;
import dev.fermata.processor.oracle.ProgramCheck.Checked;
import dev.fermata.processor.oracle.Source;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Big bodies mean the same in both worlds, and HotSpot compiles each of their methods. */
final class BigBodyTest {

  private static final Map<Shape, Integer> SIZES =
      Map.ofEntries(
          // catalogue 99
          Map.entry(Shapes.AWAITS, 1_000),
          Map.entry(Shapes.AWAITS_IN_LOOP, 300),
          Map.entry(Shapes.STATEMENTS, 5_000),
          Map.entry(Shapes.STATEMENTS_AND_AWAITS, 4_000),
          Map.entry(Shapes.STATEMENTS_UNDER_HANDLERS, 2_000),
          Map.entry(Shapes.LOCALS, 300),
          Map.entry(Shapes.IF_CHAIN, 300),
          Map.entry(Shapes.AWAITING_IF_CHAIN, 300),
          Map.entry(Shapes.SWITCH, 300),
          Map.entry(Shapes.STRING_SWITCH, 150),
          Map.entry(Shapes.NESTED_TRIES, 50),
          Map.entry(Shapes.NESTED_IFS, 300),
          Map.entry(Shapes.FUNCTIONS, 200),
          Map.entry(Shapes.ARITHMETIC, 300),
          Map.entry(Shapes.ARITHMETIC_AWAITING, 300),
          Map.entry(Shapes.SUM, 300),
          Map.entry(Shapes.SUM_AWAITING, 600),
          Map.entry(Shapes.CALLS, 80),
          Map.entry(Shapes.CALLS_AWAITING, 80),
          // javac itself does not bear much more of these
          Map.entry(Shapes.AWAITS_OF_AWAITS, 80),
          Map.entry(Shapes.CHAIN, 300),
          Map.entry(Shapes.TEXT, 150),
          Map.entry(Shapes.TEXT_AWAITING, 300),
          Map.entry(Shapes.CONDITIONALS, 300),
          Map.entry(Shapes.CONDITIONALS_AWAITING, 300),
          Map.entry(Shapes.CONDITIONS_AWAITING, 300));

  private static final int LIMIT = 2_000;

  private final ProgramCheck check = new ProgramCheck(FermataProcessor::new);
  private final ProgramCheck split = new ProgramCheck(() -> SplitProcessor.splittingAbove(LIMIT));

  @TestFactory
  Stream<DynamicTest> shapes() {
    return SIZES.entrySet().stream()
        .map(
            entry -> {
              Source program = entry.getKey().program(entry.getValue());
              return DynamicTest.dynamicTest(program.simpleName(), () -> check(program));
            });
  }

  private void check(Source program) {
    Checked checked = check.check(List.of(program)).get(0);
    assertThat(checked.badJava()).isEmpty();
    assertThat(checked.failure()).isEmpty();
    assertThat(checked.methodSizes()).isNotEmpty();
    assertThat(checked.methodSizes().values()).allMatch(size -> size <= StepSplitter.HUGE_METHOD);
  }

  /** Made of many small statements, so that each part could be filled. */
  private static final Map<Shape, Integer> FINE_GRAINED =
      Map.ofEntries(
          Map.entry(Shapes.AWAITS, 300),
          Map.entry(Shapes.AWAITS_IN_LOOP, 300),
          Map.entry(Shapes.STATEMENTS, 2_000),
          Map.entry(Shapes.STATEMENTS_AND_AWAITS, 2_000),
          Map.entry(Shapes.STATEMENTS_UNDER_HANDLERS, 1_000),
          Map.entry(Shapes.LOCALS, 150),
          Map.entry(Shapes.AWAITING_IF_CHAIN, 200),
          Map.entry(Shapes.SUM_AWAITING, 300),
          Map.entry(Shapes.CHAIN, 300),
          Map.entry(Shapes.TEXT_AWAITING, 300),
          Map.entry(Shapes.CONDITIONALS_AWAITING, 200));

  /** What the splitter takes for too large is, and by no great margin. */
  @TestFactory
  Stream<DynamicTest> estimates() {
    return FINE_GRAINED.entrySet().stream().map(entry -> estimate(entry));
  }

  private DynamicTest estimate(Map.Entry<Shape, Integer> shape) {
    Source program = shape.getKey().program(shape.getValue());
    return DynamicTest.dynamicTest(
        program.simpleName(),
        () -> {
          Checked checked = split.check(List.of(program)).get(0);
          assertThat(checked.failure()).isEmpty();
          List<Integer> parts =
              checked.methodSizes().entrySet().stream()
                  .filter(method -> method.getKey().matches(".*Run\\.step\\d+ .*"))
                  .map(Map.Entry::getValue)
                  .toList();
          assertThat(parts).hasSizeGreaterThan(1).allMatch(size -> size <= LIMIT);
          assertThat(parts.stream().mapToInt(size -> size).average().orElseThrow())
              .isGreaterThan(0.3 * LIMIT);
        });
  }
}
