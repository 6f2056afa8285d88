package dev.fermata.examples.linkcheck;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The verdict on every link.
 *
 * @param rows the broken links, page by page
 * @param pages how many pages were read
 * @param working how many links work
 * @param skipped how many links were not to be checked
 * @param unknown how many links an interruption left unchecked
 */
record Report(List<Row> rows, int pages, int working, int skipped, int unknown) {

  /** A broken link. */
  record Row(String page, String link, String reason) {}

  /** Longer cells are cut in the table, so that one monster does not blow up its column. */
  private static final int WIDEST_CELL = 60;

  static Report of(Findings findings) {
    List<Row> rows = new ArrayList<>();
    int pages = 0;
    int working = 0;
    int skipped = 0;
    int unknown = 0;
    for (Page page : findings.pages()) {
      pages++;
      for (Link link : page.links()) {
        Outcome outcome = outcome(link, findings);
        if (outcome == null) {
          unknown++;
        } else if (outcome instanceof Outcome.Skipped) {
          skipped++;
        } else if (outcome instanceof Outcome.Broken broken) {
          rows.add(new Row(findings.site().name(page.uri()), link.written(), broken.reason()));
        } else {
          working++;
        }
      }
    }
    return new Report(List.copyOf(rows), pages, working, skipped, unknown);
  }

  /** What came of a link: of its address, and then of its fragment. */
  private static @Nullable Outcome outcome(Link link, Findings findings) {
    if (link.target() == null) {
      return new Outcome.Broken("no valid address");
    }
    Outcome outcome = findings.outcome(link.target());
    if (outcome instanceof Outcome.Works works
        && works.page() != null
        && !works.page().hasAnchor(link.fragment())) {
      return new Outcome.Broken("no anchor '" + link.fragment() + "' there");
    }
    return outcome;
  }

  void print(PrintStream out) {
    if (!rows.isEmpty()) {
      printTable(out);
      out.println();
    }
    out.printf(
        "%s, %s: %d work, %d broken",
        count(pages, "page"), count(links(), "link"), working, rows.size());
    out.printf("%s%s%n", also(skipped, "skipped"), also(unknown, "not checked"));
    out.flush();
  }

  private int links() {
    return working + rows.size() + skipped + unknown;
  }

  private void printTable(PrintStream out) {
    int pageWidth = "Page".length();
    int linkWidth = "Broken link".length();
    for (Row row : rows) {
      pageWidth = Math.max(pageWidth, cell(row.page()).length());
      linkWidth = Math.max(linkWidth, cell(row.link()).length());
    }
    String format = "%-" + pageWidth + "s  %-" + linkWidth + "s  %s%n";
    out.printf(format, "Page", "Broken link", "Why");
    String previous = "";
    for (Row row : rows) {
      String page = row.page().equals(previous) ? "" : cell(row.page());
      out.printf(format, page, cell(row.link()), cell(row.reason()));
      previous = row.page();
    }
  }

  /** A text in one line and without what a terminal would obey. */
  private static String cell(String text) {
    String line = text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    return line.length() <= WIDEST_CELL ? line : line.substring(0, WIDEST_CELL - 3) + "...";
  }

  private static String count(int number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }

  private static String also(int number, String what) {
    return number == 0 ? "" : ", " + number + " " + what;
  }
}
