package dev.fermata.examples.linkcheck;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What is known so far: of which addresses, with what outcome, and of the links between them. */
final class Findings {
  private final Site site;
  private final boolean external;
  private final Set<URI> known = new HashSet<>();
  private final Map<URI, Outcome> outcomes = new HashMap<>();
  private final Map<URI, Page> pages = new TreeMap<>();
  private int broken;

  Findings(Site site, boolean external) {
    this.site = site;
    this.external = external;
  }

  /** Whether this check is to make requests for an address. */
  boolean covers(URI address) {
    return external || site.isLocal(address);
  }

  /** Those of some addresses that nobody asked for before. */
  List<URI> fresh(Iterable<URI> addresses) {
    List<URI> fresh = new ArrayList<>();
    for (URI address : addresses) {
      if (covers(address) && known.add(address)) {
        fresh.add(address);
      }
    }
    return fresh;
  }

  /** Records the outcome of a visit; returns the addresses that are to be visited next. */
  List<URI> add(URI address, Outcome outcome) {
    outcomes.put(address, outcome);
    if (outcome instanceof Outcome.Broken) {
      broken++;
    }
    if (!(outcome instanceof Outcome.Works works) || works.page() == null) {
      return List.of();
    }
    Page page = works.page();
    // Several addresses may redirect to one page, whose links count once.
    if (!site.holds(page.uri()) || pages.putIfAbsent(page.uri(), page) != null) {
      return List.of();
    }
    Set<URI> targets = new LinkedHashSet<>();
    for (Link link : page.links()) {
      if (link.target() != null) {
        targets.add(link.target());
      }
    }
    return fresh(targets);
  }

  Site site() {
    return site;
  }

  /** The pages read so far, in the order of their addresses. */
  Iterable<Page> pages() {
    return pages.values();
  }

  /** What came of an address, or null when it is not known yet. */
  @Nullable Outcome outcome(URI address) {
    return covers(address) ? outcomes.get(address) : new Outcome.Skipped();
  }

  /** How far the check is, in one line. */
  String progress() {
    return "checked %d of %d addresses, %d broken".formatted(outcomes.size(), known.size(), broken);
  }
}
