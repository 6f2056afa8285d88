package dev.fermata.processor.fuzz;

import static java.util.stream.Collectors.partitioningBy;

import dev.fermata.processor.FermataProcessor;
import dev.fermata.processor.SplitProcessor;
import dev.fermata.processor.oracle.ProgramCheck;
import dev.fermata.processor.oracle.ProgramCheck.Checked;
import dev.fermata.processor.oracle.Source;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Random programs mean the same in both worlds.
 *
 * <p>System properties: {@code fermata.fuzz.seeds}, how many; {@code fermata.fuzz.first}, the first
 * of them; {@code fermata.fuzz.shrink=false} to show failing programs as they are. A failure names
 * its seed and shows a smaller program that fails too.
 */
final class FuzzTest {
  private static final int BATCH = 100;
  private static final int FINE = 100;
  private static final boolean SHRINK =
      Boolean.parseBoolean(System.getProperty("fermata.fuzz.shrink", "true"));

  private final ProgramCheck whole = new ProgramCheck(FermataProcessor::new);

  /** With step methods split as finely as can be: so are the programs of every third seed. */
  private final ProgramCheck split = new ProgramCheck(() -> SplitProcessor.splittingAbove(FINE));

  @TestFactory
  Stream<DynamicTest> programs() {
    long first = Long.getLong("fermata.fuzz.first", 1);
    int seeds = Integer.getInteger("fermata.fuzz.seeds", 200);
    return LongStream.iterate(first, n -> n < first + seeds, n -> n + BATCH)
        .boxed()
        .flatMap(n -> batch(n, Math.min(BATCH, (int) (first + seeds - n))));
  }

  private Stream<DynamicTest> batch(long first, int count) {
    List<Program> programs =
        LongStream.range(first, first + count).mapToObj(ProgramGenerator::generate).toList();
    List<Checked> checked = check(programs);
    List<DynamicTest> tests = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Program program = programs.get(i);
      Checked outcome = checked.get(i);
      tests.add(DynamicTest.dynamicTest("seed " + program.seed(), () -> report(program, outcome)));
    }
    return tests.stream();
  }

  private void report(Program program, Checked outcome) {
    if (!outcome.badJava().isEmpty()) {
      throw new AssertionError("seed " + program.seed() + " is bad Java: " + outcome.badJava());
    }
    if (!outcome.failure().isEmpty()) {
      if (!SHRINK) {
        throw new AssertionError("seed " + program.seed() + ": " + outcome.failure());
      }
      Program smaller = new Shrinker(this::failures).shrink(program);
      String failure = failures(List.of(smaller)).get(0);
      throw new AssertionError(
          failure.isEmpty()
              ? "seed %d, now and then:\n%s".formatted(program.seed(), outcome.failure())
              : "seed %d, made smaller:\n%s".formatted(program.seed(), failure));
    }
  }

  private List<String> failures(List<Program> programs) {
    return check(programs).stream().map(Checked::failure).toList();
  }

  private List<Checked> check(List<Program> programs) {
    Map<Boolean, List<Program>> bySplit =
        programs.stream().collect(partitioningBy(FuzzTest::splits));
    Map<Program, Checked> outcomes = new IdentityHashMap<>();
    bySplit.forEach(
        (splits, some) -> {
          List<Source> sources = new ArrayList<>();
          for (int i = 0; i < some.size(); i++) {
            sources.add(some.get(i).source(i));
          }
          List<Checked> found = (splits ? split : whole).check(sources);
          for (int i = 0; i < some.size(); i++) {
            outcomes.put(some.get(i), found.get(i));
          }
        });
    return programs.stream().map(outcomes::get).toList();
  }

  private static boolean splits(Program program) {
    return program.seed() % 3 == 0;
  }
}
