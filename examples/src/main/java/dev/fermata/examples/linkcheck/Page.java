package dev.fermata.examples.linkcheck;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.jspecify.annotations.Nullable;

/**
 * What a link checker sees of an HTML page.
 *
 * @param uri where the page came from, after redirects
 * @param links its links in the order of the page, each once
 * @param anchors the names that a fragment may point to
 */
record Page(URI uri, List<Link> links, Set<String> anchors) {

  private static final String LINKS =
      "a[href], area[href], link[href]:not([rel~=(?i)preconnect|dns-prefetch]), img[src],"
          + " script[src], iframe[src], frame[src], embed[src], audio[src], video[src],"
          + " video[poster], source[src], track[src], input[src], object[data]";
  private static final List<String> ADDRESSES = List.of("href", "src", "poster", "data");

  private static final Pattern REFRESH =
      Pattern.compile("(?i)\\s*[\\d.]+\\s*[;,\\s]\\s*(?:url\\s*=\\s*)?['\"]?(.+?)['\"]?\\s*");

  /** An address with another scheme than http: {@code mailto:}, {@code javascript:}, ... */
  private static final Pattern OTHER_SCHEME =
      Pattern.compile("(?is)\\s*(?!https?:)[a-z][a-z0-9+.-]*:.*");

  /** Reads a page; {@code charset} is what the server said, or null to find it in the page. */
  static Page parse(URI uri, byte[] html, @Nullable String charset) {
    Document document;
    try {
      document = Jsoup.parse(new ByteArrayInputStream(html), known(charset), uri.toString());
    } catch (IOException e) {
      throw new UncheckedIOException("reading from memory cannot fail", e);
    }
    Map<String, Link> links = new LinkedHashMap<>();
    for (Element element : document.select(LINKS)) {
      for (String attribute : ADDRESSES) {
        if (element.hasAttr(attribute)) {
          add(links, element.attr(attribute), element.absUrl(attribute));
        }
      }
    }
    for (Element refresh : document.select("meta[http-equiv=refresh]")) {
      Matcher content = REFRESH.matcher(refresh.attr("content"));
      if (content.matches()) {
        String written = content.group(1);
        add(links, written, refresh.attr("href", written).absUrl("href"));
      }
    }
    return new Page(uri, List.copyOf(links.values()), anchors(document));
  }

  private static @Nullable String known(@Nullable String charset) {
    try {
      return charset != null && Charset.isSupported(charset) ? charset : null;
    } catch (IllegalCharsetNameException e) {
      return null;
    }
  }

  private static void add(Map<String, Link> links, String written, String absolute) {
    if (links.containsKey(written) || OTHER_SCHEME.matcher(written).matches()) {
      return;
    }
    URI address = Addresses.parse(absolute);
    if (address == null) {
      links.put(written, new Link(written, null, ""));
    } else {
      String fragment = address.getRawFragment() == null ? "" : address.getRawFragment();
      URI target = Addresses.withoutFragment(address);
      links.put(written, new Link(written, target, Addresses.unescape(fragment)));
    }
  }

  private static Set<String> anchors(Document document) {
    Set<String> anchors = new HashSet<>();
    Elements named = document.select("[id], a[name]");
    for (Element element : named) {
      if (element.hasAttr("id")) {
        anchors.add(element.id());
      }
      if (element.normalName().equals("a") && element.hasAttr("name")) {
        anchors.add(element.attr("name"));
      }
    }
    return Set.copyOf(anchors);
  }

  /** Whether a fragment leads somewhere on this page. */
  boolean hasAnchor(String fragment) {
    return fragment.isEmpty()
        || fragment.equalsIgnoreCase("top")
        || fragment.startsWith(":~:")
        || anchors.contains(fragment);
  }
}
