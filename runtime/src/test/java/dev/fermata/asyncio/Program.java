package dev.fermata.asyncio;

import dev.fermata.Async;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A main class of the tests in a Java virtual machine of its own, for what happens once in each.
 */
public final class Program {

  private Program() {}

  /** What it printed, both streams, and how it ended. */
  public record Result(String output, int exitCode) {}

  static Process start(Class<?> main, String... options) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(options));
    command.add("-cp");
    command.add(
        String.join(
            File.pathSeparator, "target/classes", "target/test-classes", folderOf(Async.class)));
    command.add(main.getName());
    return new ProcessBuilder(command).redirectErrorStream(true).start();
  }

  private static String folderOf(Class<?> type) throws IOException {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
    } catch (URISyntaxException e) {
      throw new IOException(e);
    }
  }

  public static Result run(Class<?> main, String... options)
      throws IOException, InterruptedException {
    Process process = start(main, options);
    try (InputStream output = process.getInputStream()) {
      String text = new String(output.readAllBytes(), StandardCharsets.UTF_8);
      return new Result(text, process.waitFor());
    }
  }
}
