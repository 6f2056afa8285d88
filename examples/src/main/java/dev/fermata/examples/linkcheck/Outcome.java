package dev.fermata.examples.linkcheck;

import org.jspecify.annotations.Nullable;

/** What came of visiting an address. */
sealed interface Outcome {

  /**
   * The address works.
   *
   * @param page the page that it leads to, or null when it leads to something else
   */
  record Works(@Nullable Page page) implements Outcome {}

  /** The address does not work. */
  record Broken(String reason) implements Outcome {}

  /** The address was not visited, or it redirects to one that is not to be visited. */
  record Skipped() implements Outcome {}
}
