package dev.fermata.examples.linkcheck;

import java.net.IDN;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What {@link URI} leaves to do for addresses as people write them. */
final class Addresses {
  /** An http or https address: scheme, server, and all that follows; the fragment apart. */
  private static final Pattern SHAPE =
      Pattern.compile("(?i)(https?)://([^/?#]+)([^#]*)(#.*)?", Pattern.DOTALL);

  /** What browsers escape for the author where {@link URI} refuses. */
  private static final Pattern UNSAFE =
      Pattern.compile("[^!$&'()*+,\\-./:;=?@_~%A-Za-z0-9]|%(?![0-9A-Fa-f]{2})");

  /** What climbs above the root, which browsers drop and {@link URI#normalize} keeps. */
  private static final Pattern ABOVE_ROOT =
      Pattern.compile("^(\\w+://[^/]+)(?:/\\.\\.)+(?:/|(?=\\?)|$)");

  private static final Pattern ESCAPE = Pattern.compile("%[0-9A-Fa-f]{2}");

  private Addresses() {}

  /** The http or https address that a text means, normalized, or null when it means none. */
  static @Nullable URI parse(String text) {
    Matcher address = SHAPE.matcher(text.strip());
    if (!address.matches()) {
      return null;
    }
    try {
      String server = IDN.toASCII(address.group(2));
      String path = address.group(3).startsWith("/") ? address.group(3) : "/" + address.group(3);
      String fragment = address.group(4) == null ? "" : "#" + escape(address.group(4).substring(1));
      URI uri = new URI(address.group(1) + "://" + server + escape(path)).normalize();
      if (uri.getHost() == null || uri.getPort() > 65_535) {
        return null;
      }
      return new URI(ABOVE_ROOT.matcher(uri.toString()).replaceFirst("$1/") + fragment);
    } catch (URISyntaxException | IllegalArgumentException e) {
      return null;
    }
  }

  /** The address that a text means on a page, or null when it means none. */
  static @Nullable URI resolve(URI page, String text) {
    String written = text.strip();
    try {
      // URL takes a bare query for one of the folder; browsers take it for one of the page.
      String link = written.startsWith("?") ? page.getRawPath() + written : written;
      return parse(new URL(page.toURL(), link).toString());
    } catch (MalformedURLException e) {
      return null;
    }
  }

  /** The address of a file on a server; {@code file} is relative to the server's root. */
  static URI below(URI server, Path file) {
    StringBuilder path = new StringBuilder();
    for (Path name : file) {
      path.append('/').append(escape(name.toString().replace("%", "%25")).replace("?", "%3F"));
    }
    return URI.create(server + path.toString());
  }

  /** Whether two addresses name the same server. */
  static boolean sameServer(URI a, URI b) {
    return a.getScheme().equalsIgnoreCase(b.getScheme())
        && a.getHost().equalsIgnoreCase(b.getHost())
        && port(a) == port(b);
  }

  static URI withoutFragment(URI uri) {
    String text = uri.toString();
    int hash = text.indexOf('#');
    return hash < 0 ? uri : URI.create(text.substring(0, hash));
  }

  /** Undoes percent-escapes; a text whose escapes make no sense stays as it is. */
  static String unescape(String text) {
    try {
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }

  private static int port(URI uri) {
    if (uri.getPort() >= 0) {
      return uri.getPort();
    }
    return uri.getScheme().equalsIgnoreCase("https") ? 443 : 80;
  }

  /** Escapes what must be and nothing else, so that two ways to write an address become one. */
  private static String escape(String text) {
    String plain =
        ESCAPE.matcher(text).replaceAll(escape -> Matcher.quoteReplacement(plain(escape.group())));
    return UNSAFE.matcher(plain).replaceAll(unsafe -> escapeAll(unsafe.group()));
  }

  private static String plain(String escape) {
    char meant = (char) Integer.parseInt(escape.substring(1), 16);
    boolean needless =
        meant < 128 && (Character.isLetterOrDigit(meant) || "-._~".indexOf(meant) >= 0);
    return needless ? String.valueOf(meant) : escape.toUpperCase(Locale.ROOT);
  }

  private static String escapeAll(String text) {
    StringBuilder escaped = new StringBuilder();
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      escaped.append("%%%02X".formatted(b & 0xFF));
    }
    return escaped.toString();
  }
}
