package dev.fermata.examples.linkcheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** A finished run of the program, as its caller sees it. */
record Run(int status, String out, String err) {

  static Run of(String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int status = LinkCheck.run(args, print(out), print(err));
    return new Run(status, text(out), text(err));
  }

  static PrintStream print(ByteArrayOutputStream to) {
    return new PrintStream(to, true, StandardCharsets.UTF_8);
  }

  static String text(ByteArrayOutputStream bytes) {
    return bytes.toString(StandardCharsets.UTF_8);
  }

  /** The rows of the table, with single spaces between the columns. */
  String[] table() {
    return out.lines()
        .takeWhile(line -> !line.isEmpty())
        .skip(1)
        .map(line -> line.strip().replaceAll(" {2,}", " | "))
        .toArray(String[]::new);
  }

  String summary() {
    return out.lines().reduce("", (before, line) -> line);
  }

  /** Nothing was checked, and one line says why. */
  void failsWith(String message) {
    assertThat(err).isEqualToNormalizingNewlines("linkcheck: " + message + "\n");
    assertThat(out).isEmpty();
    assertThat(status).isEqualTo(2);
  }
}
