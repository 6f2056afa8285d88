package dev.fermata.examples.linkcheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReportTest {
  private static final URI ROOT = URI.create("http://a.example/");
  private static final URI ONE = ROOT.resolve("one.html");
  private static final URI TWO = ROOT.resolve("two.html");

  private final Findings findings = new Findings(new Site(ROOT, List.of(ONE, TWO)), false);

  private String printed() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Report.of(findings).print(Run.print(out));
    return Run.text(out);
  }

  private void page(URI uri, Link... links) {
    findings.add(uri, new Outcome.Works(new Page(uri, List.of(links), Set.of("here"))));
  }

  @Test
  void brokenLinksStandPageByPage() {
    page(TWO, new Link("one.html#here", ONE, "here"), new Link("gone", ROOT.resolve("gone"), ""));
    page(
        ONE,
        new Link("two.html#there", TWO, "there"),
        new Link("gone", ROOT.resolve("gone"), ""),
        new Link("http://", null, ""),
        new Link("http://b.example/", URI.create("http://b.example/"), ""));
    findings.add(ROOT.resolve("gone"), new Outcome.Broken("404 Not Found"));

    assertThat(printed())
        .isEqualToNormalizingNewlines(
            """
            Page      Broken link     Why
            one.html  two.html#there  no anchor 'there' there
                      gone            404 Not Found
                      http://         no valid address
            two.html  gone            404 Not Found

            2 pages, 6 links: 1 work, 4 broken, 1 skipped
            """);
  }

  @Test
  void whatWasNotReachedIsCountedApart() {
    page(ONE, new Link("two.html", TWO, ""));
    assertThat(printed())
        .isEqualToNormalizingNewlines("1 page, 1 link: 0 work, 0 broken, 1 not checked\n");
  }

  @Test
  void aCellIsOneLineOfBoundedLength() {
    page(ONE, new Link("a\n\u001b[31mb" + "c".repeat(100), null, ""));
    assertThat(printed().lines().skip(1).findFirst())
        .contains("one.html  a [31mb" + "c".repeat(50) + "...  no valid address");
  }
}
