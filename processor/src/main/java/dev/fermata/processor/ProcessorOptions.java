package dev.fermata.processor;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The {@code -A} options, parsed once.
 *
 * @param dump {@code -Afermata.dump=folder}: where each phase writes what it made of a body
 * @param warnings {@code -Afermata.warnings=none} turns all warnings off
 * @param keepVariables {@code -Afermata.keepVariables=true} keeps every variable in a field until
 *     the coroutine ends, for debuggers
 * @param stubs {@code -Afermata.stubs=true} makes machines that throw, as for a compiler without
 *     trees
 */
public record ProcessorOptions(
    Optional<Path> dump, boolean warnings, boolean keepVariables, boolean stubs) {
  private static final String DUMP = "fermata.dump";
  private static final String WARNINGS = "fermata.warnings";
  private static final String KEEP_VARIABLES = "fermata.keepVariables";
  private static final String STUBS = "fermata.stubs";

  /** The names of all options. */
  public static final Set<String> NAMES = Set.of(DUMP, WARNINGS, KEEP_VARIABLES, STUBS);

  /** Parses the options as the compiler hands them over. */
  public static ProcessorOptions parse(Map<String, String> options) {
    return new ProcessorOptions(
        Optional.ofNullable(options.get(DUMP)).map(Path::of),
        !"none".equals(options.get(WARNINGS)),
        Boolean.parseBoolean(options.get(KEEP_VARIABLES)),
        Boolean.parseBoolean(options.get(STUBS)));
  }
}
