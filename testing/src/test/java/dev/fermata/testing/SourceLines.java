package dev.fermata.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Finds lines in the sources of the tests, so that no test has numbers of them. */
final class SourceLines {

  private SourceLines() {}

  /** Returns the number of the line that ends so. */
  static int of(String file, String end) {
    try {
      List<String> lines = Files.readAllLines(Path.of("src/test/java/dev/fermata/testing", file));
      for (int i = 0; i < lines.size(); i++) {
        if (lines.get(i).endsWith(end)) {
          return i + 1;
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    throw new AssertionError(file + " has no line that ends with " + end);
  }
}
