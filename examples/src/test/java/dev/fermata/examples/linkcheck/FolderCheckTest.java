package dev.fermata.examples.linkcheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class FolderCheckTest {
  @TempDir Path folder;

  private void write(String name, String html) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, html);
  }

  private Run run() {
    return Run.of(folder.toString(), "--retries=0");
  }

  @Test
  void allLinksWork() throws IOException {
    write("index.html", "<h1 id=top-of-it></h1><a href=sub/a.html#x></a><a href=sub></a>");
    write("sub/a.html", "<a name=x href=../index.html#top-of-it></a><a href='#x'></a>");
    write("sub/index.html", "<a href=a.html></a><img src=../empty.png>");
    write("empty.png", "");

    Run run = run();

    assertThat(run.out()).isEqualToNormalizingNewlines("3 pages, 6 links: 6 work, 0 broken\n");
    assertThat(run.err()).isEmpty();
    assertThat(run.status()).isZero();
  }

  @Test
  void brokenLinksAndAnchorsAreListed() throws IOException {
    write("index.html", "<a href=gone.html></a><a href=b.html#nope></a><a href=b.html></a>");
    write("b.html", "<a href='#nope'></a><a href='../../etc/passwd'></a><a href='http://'></a>");

    Run run = run();

    assertThat(run.table())
        .containsExactly(
            "b.html | #nope | no anchor 'nope' there",
            "../../etc/passwd | 404 Not Found",
            "http:// | no valid address",
            "index.html | gone.html | 404 Not Found",
            "b.html#nope | no anchor 'nope' there");
    assertThat(run.summary()).isEqualTo("2 pages, 6 links: 1 work, 5 broken");
    assertThat(run.status()).isEqualTo(1);
  }

  @Test
  void pagesThatNoLinkLeadsToAreChecked() throws IOException {
    write("index.html", "<a href=index.html></a>");
    write("lonely/orphan.HTM", "<a href=gone></a>");

    assertThat(run().table()).containsExactly("lonely/orphan.HTM | gone | 404 Not Found");
  }

  @Test
  void namesMayHoldAnyCharacter() throws IOException {
    write("a b/50% ä+c;d.html", "<a id='i j' href='?q#i%20j'></a>");
    write("index.html", "<a href='a b/50%25 ä+c;d.html#i j'></a><a href='a%20b/nö.html'></a>");

    Run run = run();

    assertThat(run.table()).containsExactly("index.html | a%20b/nö.html | 404 Not Found");
    assertThat(run.summary()).endsWith("4 links: 3 work, 1 broken");
  }

  @Test
  void otherHostsAreSkipped() throws IOException {
    write("index.html", "<a href='https://nowhere.invalid/'></a><a href='mailto:x@y.z'></a>");

    Run run = run();

    assertThat(run.summary()).isEqualTo("1 page, 1 link: 0 work, 0 broken, 1 skipped");
    assertThat(run.status()).isZero();
  }

  @Test
  void otherHostsAreCheckedOnDemand() throws IOException {
    try (WebSite other = new WebSite().page("/", "<a href=/gone id=here>not of our site</a>")) {
      write(
          "index.html",
          "<a href='%s#here'></a><a href='%s'></a>"
              .formatted(other.url("/"), other.url("/missing")));

      Run run = Run.of(folder.toString(), "--external");

      assertThat(run.table())
          .containsExactly("index.html | " + other.url("/missing") + " | 404 Not Found");
      assertThat(other.requests()).containsExactlyInAnyOrder("/", "/missing");
    }
  }

  @Test
  void manyPagesInACircle() throws IOException {
    int pages = 300;
    for (int i = 0; i < pages; i++) {
      write(i + ".html", "<a href=%d.html></a><a href=0.html></a>".formatted((i + 1) % pages));
    }
    assertThat(run().summary()).isEqualTo("300 pages, 599 links: 599 work, 0 broken");
  }

  @Test
  void anEmptyFolder() {
    run().failsWith("no HTML pages in " + folder);
  }

  @Test
  void noSuchFolder() {
    Run.of(folder + "/none").failsWith("no such folder: " + folder + "/none");
    Run.of("a\0b").failsWith("no such folder: a\0b");
  }

  @Test
  void aFileInsteadOfAFolder() throws IOException {
    write("index.html", "");
    String file = folder.resolve("index.html").toString();
    Run.of(file).failsWith("not a folder: " + file);
  }
}
