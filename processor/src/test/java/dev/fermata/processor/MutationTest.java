package dev.fermata.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.processor.allocate.Machine;
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
    ProgramCheck check =
        new ProgramCheck(() -> new FermataProcessor((e, t, o) -> faulty(fault, e, t, o), true));
    String failure = check.failures(List.of(source)).get(0);
    assertThat(failure).contains("---- trace: javac | ours");
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
