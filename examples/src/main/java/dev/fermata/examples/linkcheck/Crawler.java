package dev.fermata.examples.linkcheck;

import static dev.fermata.asyncio.Asyncio.await;
import static dev.fermata.asyncio.Asyncio.createTask;
import static dev.fermata.asyncio.Asyncio.toThread;

import dev.fermata.Async;
import dev.fermata.asyncio.Coroutine;
import dev.fermata.asyncio.Task;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** Visits every address of a site once, a bounded number of them at a time. */
@Async
interface Crawler {

  Fetcher fetcher();

  Findings findings();

  /** How many visits may be under way at once. */
  int concurrency();

  /** Visits the site's pages and whatever they lead to. */
  default Coroutine<Void> crawl() {
    List<Task<Void>> visits = new ArrayList<>();
    try {
      startVisits(visits);
      // A visit starts those that follow from it before it ends: behind the last one, all are done.
      for (int i = 0; i < visits.size(); i++) {
        await(visits.get(i));
      }
    } finally {
      visits.forEach(Task::cancel);
    }
    return Coroutine.completed();
  }

  private void startVisits(List<Task<Void>> visits) {
    while (findings().underway() < concurrency() && findings().hasNext()) {
      visits.add(createTask(visit(findings().next(), visits)));
    }
  }

  private Coroutine<Void> visit(URI address, List<Task<Void>> visits) {
    findings().add(address, await(look(address)));
    startVisits(visits);
    return Coroutine.completed();
  }

  private Coroutine<Outcome> look(URI address) {
    try {
      Reply reply = await(fetcher().fetch(address, findings()::covers));
      if (reply.isPage()) {
        // Reading a large page takes a while; meanwhile the loop has others to serve.
        return Coroutine.of(new Outcome.Works(await(toThread(reply::page))));
      } else if (reply.ok()) {
        return Coroutine.of(new Outcome.Works(null));
      } else if (reply.redirects()) {
        return Coroutine.of(new Outcome.Skipped());
      } else {
        return Coroutine.of(new Outcome.Broken(reply.reason()));
      }
    } catch (FetchException failure) {
      return Coroutine.of(new Outcome.Broken(failure.reason()));
    }
  }
}
