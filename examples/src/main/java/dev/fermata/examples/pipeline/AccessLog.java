package dev.fermata.examples.pipeline;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;

/** Makes up an access log, the same one each time. */
final class AccessLog {

  private static final String[] PATHS = {"/", "/shop", "/shop/cart", "/shop/pay", "/help", "/feed"};
  private static final int[] STATUSES = {200, 200, 200, 200, 304, 404, 500};
  private static final long BEGIN = 1_700_000_000;

  private AccessLog() {}

  /** Writes lines until the file has that many bytes or a few more. */
  static void write(Path file, long bytes) throws IOException {
    SplittableRandom random = new SplittableRandom(17);
    long written = 0;
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      for (long n = 0; written < bytes; n++) {
        String line =
            n % 1000 == 999
                ? "-- rotated --"
                : line(BEGIN + n / 50, random) + System.lineSeparator();
        out.write(line);
        written += line.length();
      }
    }
  }

  private static String line(long second, SplittableRandom random) {
    // Most answers are quick, a few are not.
    int millis = random.nextInt(100) < 2 ? 500 + random.nextInt(2000) : random.nextInt(120);
    return second
        + " GET "
        + PATHS[random.nextInt(PATHS.length)]
        + " "
        + STATUSES[random.nextInt(STATUSES.length)]
        + " "
        + millis;
  }
}
