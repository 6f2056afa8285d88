package dev.fermata.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.processor.allocate.Machine;
import dev.fermata.processor.fuzz.RandomPrograms;
import dev.fermata.processor.ir.IrBody;
import dev.fermata.processor.lower.FlowGraph;
import dev.fermata.processor.oracle.ProgramCheck;
import dev.fermata.processor.oracle.Source;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The corpus catches miscompilations: each fault put between two phases makes a case leave another
 * trace.
 */
final class MutationTest {
  private static final String DIFFERENCE = "---- trace: javac | ours";
  private static final int MOST_SEEDS = 300;
  private static final int BATCH = 25;

  @ParameterizedTest
  @CsvSource({
    "JUMP_THROUGH_FINALLY_IS_FORGOTTEN, tries/JumpPairs",
    "FAILURE_ENDS_AT_FINALLY, tries/Finally",
    "FINALLY_RUNS_TWICE, tries/Finally",
    "OPERANDS_ARE_SAVED_IN_THE_WRONG_ORDER, operands/Order",
    "OPERAND_IS_NOT_SAVED, operands/Comparisons",
    "TEXT_IS_TAKEN_LATE, strings/Concatenation",
    "CONDITION_IS_EVALUATED_TWICE, loops/While",
    "CONTINUE_SKIPS_THE_UPDATE, loops/ForEach",
    "NARROWS_TOO_FAR, assignments/Compound",
    "SUPPRESSED_FAILURE_IS_DROPPED, resources/Resources",
    "OUTER_INSTANCE_IS_CHECKED_LATE, creation/Creation",
    "CLASS_IS_INITIALISED_LATE, creation/Initialisation",
    "CATCHES_ARE_TRIED_BACKWARDS, tries/Catch",
    "SENT_VALUE_IS_DROPPED, generators/Control",
    "CLOSING_SKIPS_FINALLY, generators/Control",
    "FIELD_IS_CAPTURED, lambdas/Capture",
    "VARIABLE_IS_CLEARED_TOO_EARLY, variables/Slots"
  })
  void corpusCatches(Fault fault, String killer) throws IOException {
    Source source = source("corpus/" + killer + ".java");
    assertThat(check(fault).failures(List.of(source)).get(0)).contains(DIFFERENCE);
  }

  /**
   * Random programs catch a fault too.
   *
   * <p>Which of them do so changes with the generator. A failure then names another that does; were
   * there none among the first {@value #MOST_SEEDS}, the fault is one that random programs miss.
   */
  @ParameterizedTest
  @CsvSource({
    "JUMP_THROUGH_FINALLY_IS_FORGOTTEN, 105",
    "FAILURE_ENDS_AT_FINALLY, 17",
    "FINALLY_RUNS_TWICE, 71",
    "OPERANDS_ARE_SAVED_IN_THE_WRONG_ORDER, 2",
    "OPERAND_IS_NOT_SAVED, 7",
    "CONDITION_IS_EVALUATED_TWICE, 5",
    "CONTINUE_SKIPS_THE_UPDATE, 108"
  })
  void randomProgramCatches(Fault fault, long seed) {
    ProgramCheck check = check(fault);
    if (!isCaught(check, RandomPrograms.of(seed, 1).get(0))) {
      throw new AssertionError("not caught by seed %d, but %s".formatted(seed, others(check)));
    }
  }

  private static String others(ProgramCheck check) {
    for (int first = 1; first < MOST_SEEDS; first += BATCH) {
      List<Source> programs = RandomPrograms.of(first, BATCH);
      List<String> failures = check.failures(programs);
      for (int i = 0; i < BATCH; i++) {
        if (failures.get(i).contains(DIFFERENCE)) {
          return "by seed " + (first + i);
        }
      }
    }
    return "by none of " + MOST_SEEDS;
  }

  private static ProgramCheck check(Fault fault) {
    return new ProgramCheck(
        () ->
            new FermataProcessor(
                (environment, trees, options) ->
                    new CarefulGenerator(
                        environment, trees, options, (e, t, o) -> faulty(fault, e, t, o)),
                true));
  }

  private static boolean isCaught(ProgramCheck check, Source program) {
    return check.failures(List.of(program)).get(0).contains(DIFFERENCE);
  }

  private static MachineGenerator faulty(
      Fault fault,
      javax.annotation.processing.ProcessingEnvironment environment,
      dev.fermata.processor.diag.TreeAccess trees,
      ProcessorOptions options) {
    return new Pipeline(environment, trees, options) {
      @Override
      FlowGraph lower(IrBody body) {
        return fault.of(super.lower(body));
      }

      @Override
      Machine allocate(FlowGraph graph) {
        return fault.of(super.allocate(graph));
      }
    };
  }

  private static Source source(String path) throws IOException {
    try (InputStream file = MutationTest.class.getResourceAsStream("/" + path)) {
      assertThat(file).as(path).isNotNull();
      return new Source(path, new String(file.readAllBytes(), StandardCharsets.UTF_8));
    }
  }
}
