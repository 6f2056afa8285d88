package dev.fermata.benchmarks.table;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Asyncio itself, by a script. */
final class Python {

  static final String NAME = "Python";

  private static final String IS_NEW_ENOUGH =
      "import sys; print(*sys.version_info[:3], sep='.'); sys.exit(sys.version_info < (3, 13))";

  private final String executable;
  private final Path script;

  private Python(String executable, Path script) {
    this.executable = executable;
    this.script = script;
  }

  /** Finds one of 3.13 or later: what the variable {@code PYTHON} names, or on the path. */
  static Optional<Python> find(Path script) {
    for (String name :
        List.of(System.getenv().getOrDefault("PYTHON", "python3.13"), "python3", "python")) {
      Optional<String> version = Processes.lastLine(List.of(name, "-c", IS_NEW_ENOUGH));
      if (version.isPresent()) {
        System.out.println("Python " + version.get());
        return Optional.of(new Python(name, script));
      }
    }
    System.out.println("No Python 3.13 or later is found (PYTHON=...): its column stays empty.");
    return Optional.empty();
  }

  Figure measure(String row) {
    String line =
        Processes.lastLine(List.of(executable, script.toString(), row))
            .orElseThrow(() -> new IllegalStateException("Python failed: " + row));
    return Figure.of(Double.parseDouble(line.substring(line.indexOf(' ') + 1)));
  }
}
