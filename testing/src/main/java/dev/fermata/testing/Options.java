package dev.fermata.testing;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * How a loop in virtual time is to be.
 *
 * <p>These system properties change the {@link #defaults}, and with them all tests at once: {@code
 * fermata.testing.seed} gives the seed, {@code fermata.testing.shuffle=true} draws one for each
 * loop, {@code fermata.testing.everyAwaitSuspends=true} has every {@code await} suspend.
 *
 * @param timeout how much virtual time one run may take; null for any
 * @param realTimeout how long one run may really take
 * @param shuffled whether what is ready in the same turn is put into a random order: steps of tasks
 *     anywhere, callbacks in the order in which they came, which {@code callSoon} promises
 * @param fixedSeed what that order is drawn from; null to draw a seed too
 * @param suspending whether every {@code await} suspends for at least one turn, also where what it
 *     awaits is done or need not wait
 * @param holdingForStages whether the clock stands still while one of Java's own futures is
 *     awaited, as other threads complete those. With false it does not; for programs in which
 *     something that waits in virtual time completes them.
 */
public record Options(
    @Nullable Duration timeout,
    Duration realTimeout,
    boolean shuffled,
    @Nullable Long fixedSeed,
    boolean suspending,
    boolean holdingForStages) {

  private static final String PREFIX = "fermata.testing.";

  /**
   * {@return any virtual time, a minute of real time, the order of arrival, and no {@code await}
   * that suspends needlessly, unless system properties say otherwise}
   */
  public static Options defaults() {
    Long seed = Long.getLong(PREFIX + "seed");
    return new Options(
        null,
        Duration.ofMinutes(1),
        seed != null || Boolean.getBoolean(PREFIX + "shuffle"),
        seed,
        Boolean.getBoolean(PREFIX + "everyAwaitSuspends"),
        true);
  }

  /**
   * {@return the same with another limit of virtual time}
   *
   * @param timeout how much virtual time one run may take
   */
  public Options timeout(Duration timeout) {
    return new Options(timeout, realTimeout, shuffled, fixedSeed, suspending, holdingForStages);
  }

  /**
   * {@return the same with another limit of real time}
   *
   * @param realTimeout how long one run may really take
   */
  public Options realTimeout(Duration realTimeout) {
    return new Options(timeout, realTimeout, shuffled, fixedSeed, suspending, holdingForStages);
  }

  /** {@return the same with a random order, drawn from the seed if there is one already} */
  public Options shuffle() {
    return new Options(timeout, realTimeout, true, fixedSeed, suspending, holdingForStages);
  }

  /**
   * {@return the same with the random order that comes from a seed}
   *
   * @param seed any number; as an {@link OrderSeed} told it
   */
  public Options seed(long seed) {
    return new Options(timeout, realTimeout, true, seed, suspending, holdingForStages);
  }

  /** {@return the same with every {@code await} suspending} */
  public Options everyAwaitSuspends() {
    return new Options(timeout, realTimeout, shuffled, fixedSeed, true, holdingForStages);
  }

  /**
   * {@return the same with another rule for Java's own futures}
   *
   * @param hold whether the clock stands still while one is awaited
   */
  public Options holdForStages(boolean hold) {
    return new Options(timeout, realTimeout, shuffled, fixedSeed, suspending, hold);
  }

  /** Returns the seed of one loop; a short one, if it has to be drawn, as people copy it. */
  OptionalLong drawSeed() {
    if (!shuffled) {
      return OptionalLong.empty();
    }
    return OptionalLong.of(
        fixedSeed != null ? fixedSeed : ThreadLocalRandom.current().nextLong(1, 1_000_000_000));
  }
}
