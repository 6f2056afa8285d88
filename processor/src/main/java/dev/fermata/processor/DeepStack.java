package dev.fermata.processor;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/**
 * Stack enough for expressions and statements nested as deeply as javac bears it: the compiler of
 * bodies follows the trees down as javac does, with a few more frames for each level.
 */
final class DeepStack {

  /** In bytes; the operating system provides only what is used. */
  private static final long SIZE = 1L << 28;

  private DeepStack() {}

  /**
   * Does the work here, or again on a thread with a deep stack if this one's does not suffice.
   *
   * @param work may be begun twice
   */
  static <T> T run(Supplier<T> work) {
    try {
      return work.get();
    } catch (StackOverflowError tooDeep) {
      return onThread(work);
    }
  }

  private static <T> T onThread(Supplier<T> work) {
    CompletableFuture<T> done = new CompletableFuture<>();
    Thread thread =
        new Thread(
            null,
            () -> {
              try {
                done.complete(work.get());
              } catch (Throwable failure) {
                done.completeExceptionally(failure);
              }
            },
            "fermata-processor",
            SIZE);
    thread.setDaemon(true);
    thread.start();
    try {
      return done.join();
    } catch (CompletionException failed) {
      if (failed.getCause() instanceof Error error) {
        throw error;
      }
      throw failed.getCause() instanceof RuntimeException exception ? exception : failed;
    }
  }
}
