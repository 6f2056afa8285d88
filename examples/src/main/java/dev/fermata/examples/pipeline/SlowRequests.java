package dev.fermata.examples.pipeline;

import dev.fermata.asyncio.Generator;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * Counts the slow requests in an access log that is larger than the memory it has, through a
 * pipeline of three generators; and once more with one loop that does all of it by hand, to see
 * what the pipeline costs.
 *
 * <p>Run it with {@code -Xmx16m} and the size of the log in megabytes.
 */
public final class SlowRequests {

  private static final int LIMIT_MILLIS = 1000;
  private static final long MEGABYTE = 1 << 20;

  /** How often each way is measured, after as many runs to warm up. */
  private static final int RUNS = 2;

  private SlowRequests() {}

  /** Counts some way. */
  private interface Way {
    Map<String, Integer> count(Path log) throws IOException;
  }

  public static void main(String[] arguments) throws IOException {
    long megabytes = arguments.length > 0 ? Long.parseLong(arguments[0]) : 64;
    Path log = Files.createTempFile("access", ".log");
    try {
      AccessLog.write(log, megabytes * MEGABYTE);
      System.out.printf(
          "a log of %d MB, a heap of at most %d MB%n",
          Files.size(log) / MEGABYTE, Runtime.getRuntime().maxMemory() / MEGABYTE);
      Map<String, Integer> piped = measure("three generators", SlowRequests::piped, log);
      Map<String, Integer> looped = measure("one loop by hand", SlowRequests::looped, log);
      System.out.println("slow requests: " + piped);
      if (!piped.equals(looped)) {
        throw new IllegalStateException("the loop found others: " + looped);
      }
    } finally {
      Files.delete(log);
    }
  }

  /** With generators. */
  static Map<String, Integer> piped(Path log) throws IOException {
    Pipeline stages = new PipelineAsync();
    Map<String, Integer> slow = new TreeMap<>();
    try (Generator<Request> requests =
        stages.slow(stages.requests(stages.lines(log)), LIMIT_MILLIS)) {
      for (Request request : requests) {
        slow.merge(request.path(), 1, Integer::sum);
      }
    }
    return slow;
  }

  /** By hand. */
  static Map<String, Integer> looped(Path log) throws IOException {
    Map<String, Integer> slow = new TreeMap<>();
    try (BufferedReader in = Files.newBufferedReader(log)) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        Request request = Request.parse(line);
        if (request != null && request.millis() > LIMIT_MILLIS) {
          slow.merge(request.path(), 1, Integer::sum);
        }
      }
    }
    return slow;
  }

  private static Map<String, Integer> measure(String name, Way way, Path log) throws IOException {
    for (int i = 0; i < RUNS; i++) {
      way.count(log);
    }
    Map<String, Integer> result = Map.of();
    long best = Long.MAX_VALUE;
    for (int i = 0; i < RUNS; i++) {
      long begin = System.nanoTime();
      result = way.count(log);
      best = Math.min(best, System.nanoTime() - begin);
    }
    System.out.printf("%s: %.0f MB/s%n", name, Files.size(log) / (double) MEGABYTE / (best / 1e9));
    return result;
  }
}
