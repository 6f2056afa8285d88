package dev.fermata.examples.linkcheck;

import static dev.fermata.asyncio.Asyncio.await;
import static dev.fermata.asyncio.Asyncio.sleep;
import static dev.fermata.asyncio.Asyncio.waitFor;

import dev.fermata.Async;
import dev.fermata.asyncio.Coroutine;
import dev.fermata.asyncio.TimeoutException;
import java.io.IOException;
import java.net.ProtocolException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.function.Predicate;

/**
 * Asks servers for resources: within a time limit, again when the trouble may pass, and on to where
 * they redirect.
 */
@Async
interface Fetcher {
  /** As many as browsers follow. */
  int MOST_REDIRECTS = 20;

  /** The pause before the first repeat; it doubles with every further one. */
  Duration FIRST_PAUSE = Duration.ofMillis(200);

  HttpClient client();

  Arguments arguments();

  /** Fetches a resource, following its redirects as long as they stay in {@code realm}. */
  default Coroutine<Reply> fetch(URI address, Predicate<URI> realm) throws FetchException {
    Reply reply = await(persist(address));
    for (int redirects = 1; reply.redirects(); redirects++) {
      if (redirects > MOST_REDIRECTS) {
        throw FetchException.lasting("redirects more than " + MOST_REDIRECTS + " times");
      }
      URI next = reply.redirect();
      if (!realm.test(next)) {
        break;
      }
      reply = await(persist(next));
    }
    return Coroutine.of(reply);
  }

  /** Repeats a request while that may help. */
  private Coroutine<Reply> persist(URI address) throws FetchException {
    Duration pause = FIRST_PAUSE;
    for (int repeats = arguments().retries(); ; repeats--) {
      try {
        Reply reply = await(request(address));
        if (repeats == 0 || !reply.mayPass()) {
          return Coroutine.of(reply);
        }
      } catch (FetchException failure) {
        if (repeats == 0 || !failure.mayPass()) {
          throw failure;
        }
      }
      await(sleep(pause));
      pause = pause.multipliedBy(2);
    }
  }

  /** Makes one request. The limit holds for the whole answer, not only for its first byte. */
  private Coroutine<Reply> request(URI address) throws FetchException {
    Duration limit = arguments().timeout();
    try {
      return Coroutine.of(await(waitFor(send(address), limit)));
    } catch (TimeoutException late) {
      throw FetchException.timeout(limit, late);
    } catch (IOException failure) {
      throw FetchException.of(failure);
    }
  }

  private Coroutine<Reply> send(URI address) throws IOException {
    HttpRequest request = HttpRequest.newBuilder(address).build();
    try {
      HttpResponse<byte[]> response = await(client().sendAsync(request, HtmlBody.handler()));
      return Coroutine.of(new Reply(address, response));
    } catch (IllegalArgumentException garbage) {
      // How the client takes a Content-Length that is no number.
      throw new ProtocolException(garbage.getMessage());
    }
  }
}
