package dev.fermata.processor.allocate;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Names that are taken. Every name of the user's is claimed before any is made up. */
public final class NameClaims {

  private final Set<String> taken;

  /** The first number behind a name that may be free. */
  private final Map<String, Integer> next = new HashMap<>();

  /** Starts from names that must not be given out. */
  public NameClaims(Set<String> taken) {
    this.taken = new HashSet<>(taken);
  }

  /**
   * A name like {@code wish} that nothing else bears: itself, or with the first free number behind.
   */
  public String fresh(String wish) {
    String name = wish;
    int n = next.getOrDefault(wish, 2);
    while (!taken.add(name)) {
      name = wish + n++;
    }
    next.put(wish, n);
    return name;
  }
}
