package dev.fermata.examples.linkcheck;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A server's answer, with its body if that is HTML.
 *
 * @param uri what was asked for
 * @param status the HTTP status code
 * @param location where a redirect leads, as the server wrote it; null when there is none
 * @param contentType the media type with its parameters; empty when the server names none
 * @param html the body, or empty when it is not HTML
 */
record Reply(URI uri, int status, @Nullable String location, String contentType, byte[] html) {
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

  static Reply of(URI uri, HttpResponse<byte[]> response) {
    return new Reply(
        uri,
        response.statusCode(),
        response.headers().firstValue("Location").orElse(null),
        response.headers().firstValue("Content-Type").orElse(""),
        response.body());
  }

  static boolean isHtml(String contentType) {
    String type = contentType.toLowerCase(Locale.ROOT);
    return type.startsWith("text/html") || type.startsWith("application/xhtml+xml");
  }

  boolean ok() {
    return status >= 200 && status < 300;
  }

  boolean redirects() {
    return location != null && status >= 300 && status < 400;
  }

  /** Where the server says that the resource is. */
  URI redirect() throws FetchException {
    String written = Objects.requireNonNull(location);
    URI next;
    try {
      next = Addresses.parse(uri.resolve(written.strip().replace(" ", "%20")).toString());
    } catch (IllegalArgumentException e) {
      next = null;
    }
    if (next == null) {
      throw FetchException.lasting("redirects to '" + written + "', which is no web address");
    }
    return Addresses.withoutFragment(next);
  }

  /** Whether the server itself says that it may do better a little later. */
  boolean mayPass() {
    return status == 429 || status == 502 || status == 503 || status == 504;
  }

  /** The status in words, for an answer that is no success. */
  String reason() {
    return REASONS.containsKey(status) ? status + " " + REASONS.get(status) : "status " + status;
  }

  boolean isPage() {
    return ok() && isHtml(contentType);
  }

  /** Reads the body as a page: work for a thread when the page is large. */
  Page page() {
    Matcher charset = CHARSET.matcher(contentType);
    return Page.parse(uri, html, charset.find() ? charset.group(1) : null);
  }
}
