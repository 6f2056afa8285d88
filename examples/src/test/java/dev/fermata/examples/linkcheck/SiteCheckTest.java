package dev.fermata.examples.linkcheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SiteCheckTest {
  private WebSite site;

  @BeforeEach
  void open() throws IOException {
    site = new WebSite();
  }

  @AfterEach
  void close() {
    site.close();
  }

  @Test
  void pagesBelowTheStartAreReadAndOthersOnlyAskedFor() {
    site.page("/docs/", "<a href=sub/a.html></a><a href=/outside.html></a>")
        .page("/docs/sub/a.html", "<a href=gone></a>")
        .page("/outside.html", "<a href=gone-too></a>");

    Run run = Run.of(site.url("/docs/"));

    assertThat(run.table()).containsExactly("sub/a.html | gone | 404 Not Found");
    assertThat(run.summary()).isEqualTo("2 pages, 3 links: 2 work, 1 broken");
    assertThat(site.requests()).doesNotContain("/gone-too");
  }

  @Test
  void anAddressIsAskedForOnce() {
    site.page("/", "<a href='/'></a><a href='a#x'></a><a href=a></a><a href='/./%61'></a>")
        .page("/a", "<a href='/'></a><b id=x>");

    Run run = Run.of(site.url(""));

    assertThat(run.summary()).isEqualTo("2 pages, 5 links: 5 work, 0 broken");
    // The start twice: first to learn whether and where it is.
    assertThat(site.requests()).containsExactly("/", "/", "/a");
  }

  @Test
  void redirectsLeadToAnchors() {
    site.page("/", "<a href=old#x></a><a href=old#y></a>")
        .on("/old", WebSite.redirect(301, "middle"))
        .on("/middle", WebSite.redirect(302, "/dir/new.html"))
        .page("/dir/new.html", "<b id=x></b><a href=gone></a>");

    assertThat(Run.of(site.url("/")).table())
        .containsExactly(
            "(start) | old#y | no anchor 'y' there", "dir/new.html | gone | 404 Not Found");
  }

  @Test
  void theStartMayRedirect() {
    site.on("/", WebSite.redirect(302, "/docs/start.html"))
        .page("/docs/start.html", "<a href=gone></a>");

    assertThat(Run.of(site.url("/")).table()).containsExactly("start.html | gone | 404 Not Found");
  }

  @Test
  void badRedirectsAreBroken() {
    site.page("/", "<a href=loop></a><a href=nowhere></a><a href=other></a><a href=bare></a>")
        .on("/loop", WebSite.redirect(302, "/loop"))
        .on("/nowhere", WebSite.redirect(302, "http://"))
        .on("/other", WebSite.redirect(302, "https://nowhere.invalid/"))
        .on("/bare", WebSite.status(302));

    Run run = Run.of(site.url("/"));

    assertThat(run.table())
        .containsExactly(
            "(start) | loop | redirects more than 20 times",
            "nowhere | redirects to 'http://', which is no web address",
            "bare | status 302");
    assertThat(run.summary()).endsWith("0 work, 3 broken, 1 skipped");
  }

  @Test
  void whatMayPassIsTriedAgain() {
    AtomicInteger asked = new AtomicInteger();
    site.page("/", "<a href=busy></a><a href=down></a>")
        .on("/down", WebSite.status(503))
        .on(
            "/busy",
            exchange ->
                (asked.getAndIncrement() == 0 ? WebSite.status(429) : WebSite.page(""))
                    .handle(exchange));

    Run run = Run.of(site.url("/"), "--retries=1");

    assertThat(run.table()).containsExactly("(start) | down | 503 Service Unavailable");
    assertThat(site.requests()).filteredOn("/down"::equals).hasSize(2);
    assertThat(asked).hasValue(2);
  }

  @Test
  void whatIsForGoodIsNotTriedAgain() {
    site.page("/", "<a href=gone></a><a href=teapot></a>").on("/teapot", WebSite.status(418));

    Run run = Run.of(site.url("/"), "--retries=5");

    assertThat(run.table())
        .containsExactly("(start) | gone | 404 Not Found", "teapot | status 418");
    assertThat(site.requests()).filteredOn("/gone"::equals).hasSize(1);
  }

  @Test
  void largeFilesAreNotReadToTheEnd() {
    site.page("/", "<a href=large></a><a href='large#page=2'></a>")
        .on("/large", WebSite.body("application/pdf", new byte[5_000_000]));

    assertThat(Run.of(site.url("/")).summary()).endsWith("2 links: 2 work, 0 broken");
  }

  @Test
  void noMoreRequestsAtOnceThanAllowed() {
    AtomicInteger now = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    StringBuilder links = new StringBuilder();
    for (int i = 0; i < 50; i++) {
      links.append("<a href=").append(i).append("></a>");
      site.on(
          "/" + i,
          exchange -> {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            now.decrementAndGet();
            WebSite.page("").handle(exchange);
          });
    }
    site.page("/", links.toString());

    Run run = Run.of(site.url("/"), "--concurrency=3");

    assertThat(run.summary()).endsWith("50 links: 50 work, 0 broken");
    assertThat(most.get()).isBetween(1, 3);
  }

  @Test
  void anInterruptionPrintsWhatWasFound() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    LinkCheck check = new LinkCheck(Run.print(out), Run.print(err), true);
    CountDownLatch over = new CountDownLatch(1);
    site.page("/", "<a href=gone></a><a href=slow></a><a href=never></a>")
        .on(
            "/slow",
            exchange -> {
              check.interrupt();
              awaitUninterruptibly(over);
            });

    int status = check.run(site.url("/"), "--concurrency=1");
    over.countDown();

    Run run = new Run(status, Run.text(out), Run.text(err));
    assertThat(run.table()).containsExactly("(start) | gone | 404 Not Found");
    assertThat(run.summary()).isEqualTo("1 page, 3 links: 0 work, 1 broken, 2 not checked");
    assertThat(run.err())
        .contains("checked ")
        .endsWith(
            Console.ERASE_LINE
                + "linkcheck: interrupted; this is what was found until then"
                + System.lineSeparator());
    assertThat(run.status()).isEqualTo(130);
    assertThat(site.requests()).doesNotContain("/never");
  }

  @Test
  void anInterruptionBeforeAnythingIsFound() {
    LinkCheck check =
        new LinkCheck(
            Run.print(new ByteArrayOutputStream()), Run.print(new ByteArrayOutputStream()), false);
    check.interrupt();
    assertThat(check.run(site.url("/"))).isEqualTo(130);
  }

  private static void awaitUninterruptibly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
