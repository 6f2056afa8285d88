package dev.fermata.examples.retry;

import dev.fermata.asyncio.Coroutine;
import java.io.IOException;

/** What carries a request to a server that is not always there. */
public interface Transport {

  /**
   * Sends a request.
   *
   * @param request what to ask
   * @return the answer
   * @throws IOException if the server is not there
   */
  Coroutine<String> send(String request) throws IOException;
}
