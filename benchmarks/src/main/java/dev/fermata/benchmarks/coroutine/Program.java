package dev.fermata.benchmarks.coroutine;

import java.util.Locale;

/** What is measured per operation: a program of a competitor, which does many. */
public enum Program {
  /** Two tasks yield in turn; per switch. */
  SWITCH(20_000, 20_000),

  /** Awaits what does not suspend, in a loop; per call. */
  CALL(100_000, 8_135_504),

  /** {@code fib(25)} by awaiting recursion; per call. */
  FIB(242_785, 75_025),

  /** A leaf resumes below one frame that awaits it; per resumption. */
  DEEP1(100_000, 100_001),

  /** A leaf resumes below 1,000 frames that await each other; per resumption. */
  DEEP1000(100_000, 101_000),

  /** Creates, runs and awaits one task after the other; per task. */
  SPAWN(10_000, 49_995_000),

  /** Through a queue with room for one; per message. */
  CHANNEL1(10_000, 49_995_000),

  /** Through a queue with room for 64; per message. */
  CHANNEL64(10_000, 49_995_000),

  /** The values of a generator; each. */
  GENERATOR(10_000, 49_995_000),

  /** 10,000 tasks at once; per task. */
  GATHER(10_000, 49_995_000);

  private final int operations;
  private final long expected;

  Program(int operations, long expected) {
    this.operations = operations;
    this.expected = expected;
  }

  /** {@return how many operations one run is} */
  public int operations() {
    return operations;
  }

  /** {@return what a run must return} */
  public long expected() {
    return expected;
  }

  /**
   * Runs it.
   *
   * @param competitor who does
   * @return what {@link #expected} says, if all goes well
   * @throws UnsupportedOperationException if that one has no means for it
   */
  public long run(Competitor competitor) {
    return switch (this) {
      case SWITCH -> competitor.switches(2, 10_000);
      case CALL -> competitor.calls(100_000);
      case FIB -> competitor.fib(25);
      case DEEP1 -> competitor.deep(1, 100_000);
      case DEEP1000 -> competitor.deep(1_000, 100_000);
      case SPAWN -> competitor.spawn(10_000);
      case CHANNEL1 -> competitor.channel(1, 10_000);
      case CHANNEL64 -> competitor.channel(64, 10_000);
      case GENERATOR -> competitor.generate(10_000);
      case GATHER -> competitor.gather(10_000);
    };
  }

  /** {@return the name in the table} */
  public String rowName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
