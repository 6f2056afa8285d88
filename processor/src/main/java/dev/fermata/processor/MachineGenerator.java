package dev.fermata.processor;

import dev.fermata.processor.diag.Report;
import dev.fermata.processor.diag.TreeAccess;
import dev.fermata.processor.emit.GeneratedFile;
import dev.fermata.processor.model.AsyncType;
import java.util.List;
import javax.annotation.processing.ProcessingEnvironment;

/**
 * Takes one type from the trees of its bodies to the file of its machines.
 *
 * <p>Called in the round after the type's face was written or later, and again in every round after
 * a {@link Result.NotYet}, each time with elements of that round. In the last round it is called
 * for its effect alone: asking for the attribution of a body that never resolved has javac report
 * why.
 */
public interface MachineGenerator {

  /** Called before the first type of each round. */
  default void beginRound() {}

  /**
   * Generates the machines of a type whose shape and signatures are valid.
   *
   * @param report takes findings at the user's trees; printed unless the result is {@code NotYet}.
   *     An error in it counts as {@code Failed}
   * @throws dev.fermata.processor.diag.AlreadyReportedException as another way to say {@code
   *     Failed}
   */
  Result generate(AsyncType type, Report.Builder report);

  /** What came of it. */
  sealed interface Result {

    /** The machines. */
    record Generated(GeneratedFile file) implements Result {}

    /**
     * Bodies mention types that do not resolve in this round, and that a processor may still
     * generate.
     *
     * <p>What no later round can cure is {@code Failed}: a type error, a method that its class
     * lacks.
     *
     * @param names as the user wrote them, in source order
     */
    record NotYet(List<String> names) implements Result {
      public NotYet {
        names = List.copyOf(names);
      }
    }

    /**
     * An error of the user's: in the report, or one that javac itself reports. Stubs are written.
     */
    record Failed() implements Result {}
  }

  /** Makes a generator for one compilation by javac. */
  interface Factory {
    MachineGenerator create(
        ProcessingEnvironment environment, TreeAccess trees, ProcessorOptions options);
  }
}
