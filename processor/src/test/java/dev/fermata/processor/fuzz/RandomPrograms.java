package dev.fermata.processor.fuzz;

import dev.fermata.processor.oracle.Source;
import java.util.List;
import java.util.stream.LongStream;

/** Random programs for other checks than that of this package. */
public final class RandomPrograms {
  private static final int JAVA = 17;

  private RandomPrograms() {}

  /** Those of {@code count} seeds, the same each time and on each JDK. */
  public static List<Source> of(long first, int count) {
    return LongStream.range(first, first + count)
        .mapToObj(seed -> ProgramGenerator.generate(seed, JAVA).source(0))
        .toList();
  }
}
