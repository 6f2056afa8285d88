package dev.fermata.examples.pipeline;

import org.jspecify.annotations.Nullable;

/**
 * A line of an access log: {@code 1700000123 GET /shop/cart 200 37}.
 *
 * @param second when it came, in seconds since 1970
 * @param path what was asked for
 * @param status of the answer
 * @param millis how long that took
 */
record Request(long second, String path, int status, int millis) {

  /** Reads a line without making anything but what it returns; null if it is none of a request. */
  static @Nullable Request parse(String line) {
    int method = line.indexOf(' ');
    int path = line.indexOf(' ', method + 1);
    int status = line.indexOf(' ', path + 1);
    int millis = line.indexOf(' ', status + 1);
    if (millis < 0) {
      return null;
    }
    try {
      return new Request(
          Long.parseLong(line, 0, method, 10),
          line.substring(path + 1, status),
          Integer.parseInt(line, status + 1, millis, 10),
          Integer.parseInt(line, millis + 1, line.length(), 10));
    } catch (NumberFormatException damaged) {
      return null;
    }
  }
}
