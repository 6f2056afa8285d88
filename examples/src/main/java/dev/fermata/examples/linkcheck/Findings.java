package dev.fermata.examples.linkcheck;

import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What is known so far: of which addresses, with what outcome, and of the links between them. */
final class Findings {
  private final Site site;
  private final boolean external;
  private final Set<URI> known = new HashSet<>();
  private final Deque<URI> waiting = new ArrayDeque<>();
  private final Map<URI, Outcome> outcomes = new HashMap<>();
  private final Map<URI, Page> pages = new TreeMap<>();
  private int broken;

  Findings(Site site, boolean external) {
    this.site = site;
    this.external = external;
    site.start().forEach(this::expect);
  }

  /** Whether this check is to make requests for an address. */
  boolean covers(URI address) {
    return external || site.isLocal(address);
  }

  /** Whether there is an address that nobody has visited yet or is visiting. */
  boolean hasNext() {
    return !waiting.isEmpty();
  }

  /** The next address to visit; its outcome is expected from now on. */
  URI next() {
    return waiting.remove();
  }

  /** How many addresses are being visited. */
  int underway() {
    return known.size() - waiting.size() - outcomes.size();
  }

  /** Records the outcome of a visit, and where to go from there. */
  void add(URI address, Outcome outcome) {
    outcomes.put(address, outcome);
    if (outcome instanceof Outcome.Broken) {
      broken++;
    } else if (outcome instanceof Outcome.Works works && works.page() != null) {
      add(works.page());
    }
  }

  private void add(Page page) {
    // Several addresses may redirect to one page, whose links count once.
    if (site.holds(page.uri()) && pages.putIfAbsent(page.uri(), page) == null) {
      for (Link link : page.links()) {
        if (link.target() != null) {
          expect(link.target());
        }
      }
    }
  }

  private void expect(URI address) {
    if (covers(address) && known.add(address)) {
      waiting.add(address);
    }
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
