package dev.fermata.processor.allocate;

import java.util.HashSet;
import java.util.Set;

/** Names that are taken. Every name of the user's is claimed before any is made up. */
public final class NameClaims {

  private final Set<String> taken;

  /** Starts from names that must not be given out. */
  public NameClaims(Set<String> taken) {
    this.taken = new HashSet<>(taken);
  }

  /**
   * A name like {@code wish} that nothing else bears: itself, or with the first free number behind.
   */
  public String fresh(String wish) {
    String name = wish;
    for (int n = 2; !taken.add(name); n++) {
      name = wish + n;
    }
    return name;
  }
}
