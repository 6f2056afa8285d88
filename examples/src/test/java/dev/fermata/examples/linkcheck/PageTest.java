package dev.fermata.examples.linkcheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PageTest {
  private static final URI HERE = URI.create("http://a.example/dir/page.html");

  private static Page page(String html) {
    return Page.parse(HERE, html.getBytes(StandardCharsets.UTF_8), "utf-8");
  }

  private static List<String> targets(String html) {
    return page(html).links().stream().map(link -> String.valueOf(link.target())).toList();
  }

  @Test
  void linksAreResolvedAgainstThePage() {
    assertThat(targets("<a href=x.html></a><a href='../y z.html'></a><a href=//b.example/z></a>"))
        .containsExactly(
            "http://a.example/dir/x.html", "http://a.example/y%20z.html", "http://b.example/z");
  }

  @Test
  void aBaseElementMovesRelativeLinks() {
    assertThat(targets("<base href='/other/'><a href=x.html></a><a href='#y'></a>"))
        .containsExactly("http://a.example/other/x.html", "http://a.example/other/");
  }

  @Test
  void fragmentsAndEmptyLinksStayOnThePage() {
    assertThat(page("<a href='#a%20b'></a><a href=''></a><a href='?q#c'></a>").links())
        .containsExactly(
            new Link("#a%20b", HERE, "a b"),
            new Link("", HERE, ""),
            new Link("?q#c", URI.create(HERE + "?q"), "c"));
  }

  @Test
  void allKindsOfLinksCount() {
    assertThat(
            targets(
                """
                <meta http-equiv="Refresh" content="0; URL='r.html'">
                <link rel=stylesheet href=s.css><link rel=preconnect href=/nowhere>
                <script src=j.js></script><img src=i.png><object data=o.svg></object>
                <video src=v.mp4 poster=p.png></video><iframe src=f.html></iframe>
                <map><area href=a.html></map>
                """))
        .map(target -> target.substring(target.lastIndexOf('/') + 1))
        .containsExactlyInAnyOrder(
            "r.html", "s.css", "j.js", "i.png", "o.svg", "v.mp4", "p.png", "f.html", "a.html");
  }

  @Test
  void linksThatAreNoRequestsAreLeftOut() {
    assertThat(
            targets(
                """
                <a href="mailto:a@b.example"></a><a href=" JavaScript:void(0)"></a>
                <img src="data:image/png;base64,AAAA"><a href="tel:1"></a><a name=x></a>
                """))
        .isEmpty();
  }

  @Test
  void aLinkCountsOnce() {
    assertThat(targets("<a href=x></a><a href=x></a>")).hasSize(1);
  }

  @Test
  void aLinkThatIsNoAddressHasNoTarget() {
    assertThat(page("<a href='http://'></a><a href='http://a b/'></a>").links())
        .containsExactly(new Link("http://", null, ""), new Link("http://a b/", null, ""));
  }

  @Test
  void anchorsAreIdsAndNames() {
    Page page = page("<h1 id=one></h1><a name='two three'></a><input name=four>");
    assertThat(page.anchors()).containsExactlyInAnyOrder("one", "two three");
    assertThat(page.hasAnchor("one")).isTrue();
    assertThat(page.hasAnchor("four")).isFalse();
    assertThat(page.hasAnchor("")).isTrue();
    assertThat(page.hasAnchor("Top")).isTrue();
    assertThat(page.hasAnchor(":~:text=found")).isTrue();
  }

  @Test
  void theCharsetMayStandInThePage() {
    byte[] html = "<meta charset=iso-8859-1><a id='ä'>".getBytes(StandardCharsets.ISO_8859_1);
    assertThat(Page.parse(HERE, html, null).hasAnchor("ä")).isTrue();
  }

  @Test
  void anUnknownCharsetIsNotTheEnd() {
    byte[] html = "<a id=x>".getBytes(StandardCharsets.UTF_8);
    assertThat(Page.parse(HERE, html, "no-such-charset").hasAnchor("x")).isTrue();
    assertThat(Page.parse(HERE, html, "?").hasAnchor("x")).isTrue();
  }

  @Test
  void bytesThatAreNoHtmlAreAPageWithoutLinks() {
    byte[] noise = new byte[4096];
    new Random(1).nextBytes(noise);
    assertThat(Page.parse(HERE, noise, null).links()).isEmpty();
  }
}
