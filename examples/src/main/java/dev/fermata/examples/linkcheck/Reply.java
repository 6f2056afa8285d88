package dev.fermata.examples.linkcheck;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A server's answer.
 *
 * @param uri what was asked for
 * @param response what came back, with the body if that is HTML
 */
record Reply(URI uri, HttpResponse<byte[]> response) {
  private static final Pattern CHARSET = Pattern.compile("(?i)charset\\s*=\\s*[\"']?([^\\s\"';]+)");

  /** The frequent ones; the JDK's client does not tell how the server words them. */
  private static final Map<Integer, String> REASONS =
      Map.ofEntries(
          Map.entry(400, "Bad Request"),
          Map.entry(401, "Unauthorized"),
          Map.entry(403, "Forbidden"),
          Map.entry(404, "Not Found"),
          Map.entry(405, "Method Not Allowed"),
          Map.entry(410, "Gone"),
          Map.entry(429, "Too Many Requests"),
          Map.entry(500, "Internal Server Error"),
          Map.entry(502, "Bad Gateway"),
          Map.entry(503, "Service Unavailable"),
          Map.entry(504, "Gateway Timeout"));

  static boolean isHtml(String contentType) {
    String type = contentType.toLowerCase(Locale.ROOT);
    return type.startsWith("text/html") || type.startsWith("application/xhtml+xml");
  }

  private int status() {
    return response.statusCode();
  }

  private Optional<String> location() {
    return response.headers().firstValue("Location");
  }

  private String contentType() {
    return response.headers().firstValue("Content-Type").orElse("");
  }

  boolean ok() {
    return status() >= 200 && status() < 300;
  }

  boolean redirects() {
    return location().isPresent() && status() >= 300 && status() < 400;
  }

  /** Where the server says that the resource is. */
  URI redirect() throws FetchException {
    String written = location().orElseThrow();
    URI next = Addresses.resolve(uri, written);
    if (next == null) {
      throw FetchException.lasting("redirects to '" + written + "', which is no web address");
    }
    return Addresses.withoutFragment(next);
  }

  /** Whether the server itself says that it may do better a little later. */
  boolean mayPass() {
    return status() == 429 || status() == 502 || status() == 503 || status() == 504;
  }

  /** The status in words, for an answer that is no success. */
  String reason() {
    return REASONS.containsKey(status())
        ? status() + " " + REASONS.get(status())
        : "status " + status();
  }

  boolean isPage() {
    return ok() && isHtml(contentType());
  }

  /** Reads the body as a page: work for a thread when the page is large. */
  Page page() {
    Matcher charset = CHARSET.matcher(contentType());
    return Page.parse(uri, response.body(), charset.find() ? charset.group(1) : null);
  }
}
