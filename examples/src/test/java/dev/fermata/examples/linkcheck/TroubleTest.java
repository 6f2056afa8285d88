package dev.fermata.examples.linkcheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers that misbehave: each costs one line, and neither a stack trace nor a hang. */
@Timeout(60)
class TroubleTest {
  private static final String HEAD = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n";
  private static final String BROKEN = "connection broken before the answer was complete";

  private static void start(RawServer.Behaviour behaviour, String message) throws IOException {
    try (RawServer server = new RawServer(behaviour)) {
      Run.of(server.url(), "--timeout=0.5", "--retries=0")
          .failsWith("cannot check " + server.url() + ": " + message);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "HTTP/1.1 200 OK\r\n",
        HEAD + "\r\n",
        HEAD + "Content-Length: 100\r\n\r\nhalf",
        HEAD + "Transfer-Encoding: chunked\r\n\r\n5\r\nab"
      })
  void aServerThatHangs(String beginning) throws IOException {
    start(RawServer.sayAndHang(beginning), "no answer within 0.5 s");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "HTTP/1.1 200 O",
        HEAD,
        HEAD + "Content-Length: 100\r\n\r\nhalf",
        HEAD + "Transfer-Encoding: chunked\r\n\r\n5\r\nab"
      })
  void aServerThatDropsTheConnection(String beginning) throws IOException {
    start(RawServer.say(beginning), BROKEN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "garbage\r\n\r\n",
        "\u0000\u0001\u00ff\u00fe\r\n\r\n\r\n",
        "SSH-2.0-OpenSSH_9.6\r\n\r\n",
        "HTTP/1.1 abc OK\r\n\r\n",
        HEAD + "Content-Length: many\r\n\r\n"
      })
  void aServerThatAnswersGarbage(String garbage) throws IOException {
    start(RawServer.say(garbage), "the answer is not HTTP");
  }

  @Test
  void aServerThatStartsWellAndThenAnswersGarbage() throws IOException {
    String answer = HEAD + "Transfer-Encoding: chunked\r\n\r\nxyz\r\n";
    try (RawServer server = new RawServer(RawServer.say(answer))) {
      Run run = Run.of(server.url(), "--retries=0");
      assertThat(run.err())
          .startsWith("linkcheck: cannot check " + server.url() + ": no readable answer: ")
          .hasLineCount(1);
      assertThat(run.status()).isEqualTo(2);
    }
  }

  @Test
  void aServerThatIsNotThere() throws IOException {
    int port;
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = taken.getLocalPort();
    }
    String url = "http://127.0.0.1:" + port + "/";
    Run.of(url, "--retries=0").failsWith("cannot check " + url + ": cannot connect");
  }

  @Test
  void aHostThatDoesNotExist() {
    Run.of("http://nowhere.invalid/")
        .failsWith("cannot check http://nowhere.invalid/: unknown host");
  }

  @Test
  void aStartThatIsNoPage() throws IOException {
    try (WebSite site = new WebSite().on("/x.pdf", WebSite.body("application/pdf", new byte[9]))) {
      Run.of(site.url("/x.pdf"))
          .failsWith("cannot check " + site.url("/x.pdf") + ": not an HTML page");
      Run.of(site.url("/gone")).failsWith("cannot check " + site.url("/gone") + ": 404 Not Found");
    }
  }

  @Test
  void anEndlessPage() throws IOException {
    String line = "<p>and so on</p>".repeat(4096);
    RawServer.Behaviour endless =
        connection -> {
          try {
            RawServer.sayAndHang(HEAD + "\r\n").serve(connection);
            while (true) {
              RawServer.sayAndHang(line).serve(connection);
            }
          } catch (IOException e) {
            // The other side had enough.
          }
        };
    try (RawServer server = new RawServer(endless)) {
      Run.of(server.url(), "--retries=0")
          .failsWith("cannot check " + server.url() + ": page larger than 32 MB");
    }
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "2, 3"})
  void aDroppedConnectionIsTriedAgain(int retries, int attempts) throws IOException {
    // Before the first byte the JDK's client would repeat the request itself.
    try (RawServer server = new RawServer(RawServer.say("HTTP/1.1 200 O"))) {
      Run run = Run.of(server.url(), "--retries=" + retries);
      assertThat(run.status()).isEqualTo(2);
      assertThat(server.connections()).isEqualTo(attempts);
    }
  }

  @Test
  void troubleOfOneLinkLeavesTheOthersAlone() throws IOException {
    try (WebSite site = new WebSite();
        RawServer hanging = new RawServer(RawServer.sayAndHang(""));
        RawServer dropping = new RawServer(RawServer.say(""));
        RawServer babbling = new RawServer(RawServer.say("garbage\r\n\r\n"))) {
      site.page(
          "/",
          "<a href='%s'></a><a href='%s'></a><a href='%s'></a><a href=/></a>"
              .formatted(hanging.url(), dropping.url(), babbling.url()));

      Run run = Run.of(site.url("/"), "--external", "--timeout=0.5", "--retries=0");

      assertThat(run.table())
          .containsExactly(
              "(start) | " + hanging.url() + " | no answer within 0.5 s",
              dropping.url() + " | " + BROKEN,
              babbling.url() + " | the answer is not HTTP");
      assertThat(run.summary()).isEqualTo("1 page, 4 links: 1 work, 3 broken");
      assertThat(run.err()).isEmpty();
      assertThat(run.status()).isEqualTo(1);
    }
  }
}
