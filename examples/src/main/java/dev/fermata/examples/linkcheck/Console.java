package dev.fermata.examples.linkcheck;

import static dev.fermata.asyncio.Asyncio.await;
import static dev.fermata.asyncio.Asyncio.createTask;
import static dev.fermata.asyncio.Asyncio.sleep;

import dev.fermata.Async;
import dev.fermata.asyncio.Coroutine;
import dev.fermata.asyncio.Task;
import java.io.PrintStream;
import java.time.Duration;
import java.util.function.Supplier;

/** Runs work under the eyes of a user, who sees how far it is and may stop it. */
@Async
interface Console {
  /** Returns to the start of the line and erases it. */
  String ERASE_LINE = "\r\u001b[K";

  Duration REFRESH = Duration.ofMillis(100);

  PrintStream err();

  boolean isTerminal();

  Interruption interruption();

  /** Does the work, with a line about its progress if there is a terminal to show it. */
  default <T> Coroutine<T> attend(Coroutine<T> work, Supplier<String> progress) {
    Task<Void> display = createTask(show(progress));
    interruption().arm();
    try {
      return Coroutine.of(await(work));
    } finally {
      interruption().disarm();
      display.cancel();
    }
  }

  private Coroutine<Void> show(Supplier<String> progress) {
    if (!isTerminal()) {
      return Coroutine.completed();
    }
    try {
      while (true) {
        err().print(ERASE_LINE + progress.get());
        err().flush();
        await(sleep(REFRESH));
      }
    } finally {
      err().print(ERASE_LINE);
      err().flush();
    }
  }
}
