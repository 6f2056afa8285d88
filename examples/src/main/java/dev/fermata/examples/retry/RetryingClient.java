package dev.fermata.examples.retry;

import static dev.fermata.asyncio.Asyncio.await;
import static dev.fermata.asyncio.Asyncio.sleep;
import static dev.fermata.asyncio.Asyncio.waitFor;

import dev.fermata.Async;
import dev.fermata.asyncio.Coroutine;
import dev.fermata.asyncio.TimeoutException;
import java.io.IOException;
import java.time.Duration;

/**
 * Sends requests, and tries again those that fail: after one second, then two, then four, and so
 * on.
 */
@Async
public class RetryingClient {

  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Transport transport;
  private final int attempts;

  /**
   * Creates a client.
   *
   * @param transport what carries the requests
   * @param attempts how often to try, at least once
   */
  public RetryingClient(Transport transport, int attempts) {
    this.transport = transport;
    this.attempts = attempts;
  }

  /**
   * Asks until there is an answer.
   *
   * @param request what to ask
   * @return the answer
   * @throws IOException the failure of the last attempt; those before are suppressed in it
   */
  public Coroutine<String> ask(String request) throws IOException {
    IOException failure = null;
    Duration pause = FIRST_PAUSE;
    for (int attempt = 1; attempt <= attempts; attempt++) {
      if (failure != null) {
        await(sleep(pause));
        pause = longer(pause);
      }
      try {
        return Coroutine.of(await(attempt(request)));
      } catch (IOException e) {
        if (failure != null) {
          e.addSuppressed(failure);
        }
        failure = e;
      }
    }
    throw failure == null ? new IOException("there was no attempt") : failure;
  }

  private Coroutine<String> attempt(String request) throws IOException {
    try {
      return waitFor(transport.send(request), PATIENCE);
    } catch (TimeoutException e) {
      throw new IOException("no answer within " + PATIENCE.toSeconds() + " seconds", e);
    }
  }

  private static Duration longer(Duration pause) {
    Duration twice = pause.multipliedBy(2);
    return twice.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : twice;
  }
}
