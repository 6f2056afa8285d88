package dev.fermata.testing;

/**
 * Tells the seed of the order in which a test has failed: suppressed in what it failed with, so
 * that it is printed along with it.
 */
public final class OrderSeed extends Exception {

  /** What the order was drawn from. */
  private final long seed;

  OrderSeed(long seed) {
    super(
        "what was ready ran in the order of seed "
            + seed
            + ". To run it again: -Dfermata.testing.seed="
            + seed
            + ", @InVirtualTime(seed = "
            + seed
            + ") or Options.seed("
            + seed
            + ")",
        null,
        false,
        false);
    this.seed = seed;
  }

  /** {@return the seed, for {@link Options#seed}} */
  public long seed() {
    return seed;
  }
}
