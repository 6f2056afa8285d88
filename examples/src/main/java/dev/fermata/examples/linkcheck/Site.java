package dev.fermata.examples.linkcheck;

import java.net.URI;
import java.util.List;

/**
 * What is to be checked.
 *
 * @param root the address of a folder; what lies below it is the site
 * @param start the pages to begin with
 */
record Site(URI root, List<URI> start) {

  /** The site around one page. */
  static Site around(URI page) {
    return new Site(page.resolve(page.getRawPath().isEmpty() ? "/" : "."), List.of(page));
  }

  /** Whether an address is on the site's server. */
  boolean isLocal(URI address) {
    return Addresses.sameServer(root, address);
  }

  /** Whether an address belongs to the site, so that the page there is to be checked. */
  boolean holds(URI address) {
    return isLocal(address) && address.getRawPath().startsWith(root.getRawPath());
  }

  /** How people call a page of the site: its path below the root. */
  String name(URI page) {
    String path = Addresses.unescape(page.getRawPath().substring(root.getRawPath().length()));
    String name = path.isEmpty() ? "(start)" : path;
    return page.getRawQuery() == null ? name : name + "?" + page.getRawQuery();
  }
}
