package dev.fermata.examples.linkcheck;

import dev.fermata.asyncio.Asyncio;
import dev.fermata.asyncio.CancelledError;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Checks every link and anchor of a folder of HTML or of a web site; {@code --help} tells how. */
public final class LinkCheck {
  private static final int ALL_WORK = 0;
  private static final int SOME_BROKEN = 1;
  private static final int NOTHING_CHECKED = 2;
  private static final int INTERRUPTED = 130;

  /** How long Ctrl-C waits for the report. */
  private static final Duration LONGEST_GOODBYE = Duration.ofSeconds(5);

  private final PrintStream out;
  private final PrintStream err;
  private final boolean terminal;
  private final Interruption interruption = new Interruption();

  LinkCheck(PrintStream out, PrintStream err, boolean terminal) {
    this.out = out;
    this.err = err;
    this.terminal = terminal;
  }

  /** Runs the check that the arguments ask for, and exits with its status. */
  public static void main(String[] args) {
    LinkCheck check = new LinkCheck(System.out, System.err, Terminal.isStandardError());
    CountDownLatch finished = new CountDownLatch(1);
    // Ctrl-C starts the hooks; the virtual machine stays until this one returns.
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  check.interrupt();
                  awaitQuietly(finished);
                }));
    int status;
    try {
      status = check.run(args);
    } finally {
      finished.countDown();
    }
    System.exit(status);
  }

  /** Runs the check that the arguments ask for; returns the exit status. */
  public static int run(String[] args, PrintStream out, PrintStream err) {
    return new LinkCheck(out, err, false).run(args);
  }

  /** Ends a run early, from any thread: what was found so far is printed. */
  void interrupt() {
    interruption.request();
  }

  int run(String... args) {
    try {
      Arguments arguments = Arguments.parse(args);
      if (arguments.help()) {
        out.print(Arguments.USAGE);
        return ALL_WORK;
      }
      return arguments.isAddress() ? checkAddress(arguments) : checkFolder(arguments);
    } catch (CannotCheck e) {
      err.println("linkcheck: " + e.getMessage());
      return NOTHING_CHECKED;
    } catch (CancelledError e) {
      err.println("linkcheck: interrupted");
      return INTERRUPTED;
    }
  }

  private int checkFolder(Arguments arguments) {
    try (FolderServer server = FolderServer.start(arguments.target())) {
      return check(server.site(), fetcher(arguments), arguments);
    }
  }

  private int checkAddress(Arguments arguments) {
    Fetcher fetcher = fetcher(arguments);
    URI address = arguments.address();
    return check(Site.around(locate(address, fetcher)), fetcher, arguments);
  }

  /** Where an address ends up, which may be on another server: the site is what lies there. */
  private URI locate(URI address, Fetcher fetcher) {
    String problem;
    try {
      Reply reply =
          Asyncio.run(
              console().attend(fetcher.fetch(address, any -> true), () -> "asking " + address));
      if (reply.isPage()) {
        return reply.uri();
      }
      problem = reply.ok() ? "not an HTML page" : reply.reason();
    } catch (FetchException e) {
      problem = e.reason();
    }
    throw new CannotCheck("cannot check " + address + ": " + problem);
  }

  private int check(Site site, Fetcher fetcher, Arguments arguments) {
    Findings findings = new Findings(site, arguments.external());
    Crawler crawler = crawler(fetcher, findings, arguments.concurrency());
    boolean complete = true;
    try {
      Asyncio.run(console().attend(crawler.crawl(), findings::progress));
    } catch (CancelledError e) {
      complete = false;
    }
    Report report = Report.of(findings);
    report.print(out);
    if (!complete) {
      err.println("linkcheck: interrupted; this is what was found until then");
      return INTERRUPTED;
    }
    return report.rows().isEmpty() ? ALL_WORK : SOME_BROKEN;
  }

  private static Fetcher fetcher(Arguments arguments) {
    // Redirects are followed by the fetcher, which looks at where they lead.
    HttpClient client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    return new FetcherAsync() {
      @Override
      public HttpClient client() {
        return client;
      }

      @Override
      public Arguments arguments() {
        return arguments;
      }
    };
  }

  private static Crawler crawler(Fetcher fetcher, Findings findings, int concurrency) {
    return new CrawlerAsync() {
      @Override
      public Fetcher fetcher() {
        return fetcher;
      }

      @Override
      public Findings findings() {
        return findings;
      }

      @Override
      public int concurrency() {
        return concurrency;
      }
    };
  }

  private Console console() {
    return new ConsoleAsync() {
      @Override
      public PrintStream err() {
        return err;
      }

      @Override
      public boolean isTerminal() {
        return terminal;
      }

      @Override
      public Interruption interruption() {
        return interruption;
      }
    };
  }

  private static void awaitQuietly(CountDownLatch finished) {
    try {
      finished.await(LONGEST_GOODBYE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
