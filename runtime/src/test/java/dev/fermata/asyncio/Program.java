package dev.fermata.asyncio;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A main class of the tests in a Java virtual machine of its own, for what happens once in each.
 */
final class Program {

  private Program() {}

  /** What it printed, both streams, and how it ended. */
  record Result(String output, int exitCode) {}

  static Process start(Class<?> main, String... options) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(options));
    command.add("-cp");
    command.add(String.join(java.io.File.pathSeparator, "target/classes", "target/test-classes"));
    command.add(main.getName());
    return new ProcessBuilder(command).redirectErrorStream(true).start();
  }

  static Result run(Class<?> main, String... options) throws IOException, InterruptedException {
    Process process = start(main, options);
    try (InputStream output = process.getInputStream()) {
      String text = new String(output.readAllBytes(), StandardCharsets.UTF_8);
      return new Result(text, process.waitFor());
    }
  }
}
