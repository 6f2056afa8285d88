package dev.fermata.examples.pipeline;

import dev.fermata.Async;
import dev.fermata.asyncio.Generator;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The stages of the pipeline, each a generator that takes from the one before it: whatever the size
 * of the file, one line of it is in memory at a time. Each closes its source when it is closed, so
 * that the file is closed even if nobody asks for its end.
 */
@Async
public interface Pipeline {

  /** The lines of a file. */
  default Generator<String> lines(Path file) throws IOException {
    try (BufferedReader in = Files.newBufferedReader(file)) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        Generator.yield(line);
      }
    }
    return Generator.completed();
  }

  /** The requests that the lines tell of; damaged lines are passed over. */
  default Generator<Request> requests(Generator<String> lines) {
    try (lines) {
      for (String line : lines) {
        Request request = Request.parse(line);
        if (request != null) {
          Generator.yield(request);
        }
      }
    }
    return Generator.completed();
  }

  /** Those that took too long. */
  default Generator<Request> slow(Generator<Request> requests, int millis) {
    try (requests) {
      for (Request request : requests) {
        if (request.millis() > millis) {
          Generator.yield(request);
        }
      }
    }
    return Generator.completed();
  }
}
