package dev.fermata.benchmarks.coroutine;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * Measures once what takes a process of its own, and prints the figure. Arguments: which measure,
 * which competitor, how large.
 */
public final class WholeProcess {

  /** The measures; their figures are per task, round trip or value of {@code size}. */
  public enum Measure {
    /** Bytes of heap for each suspended task. */
    MEMORY(1_000_000),
    /** The same, ten functions deep. */
    MEMORY10(1_000_000),
    /** Seconds of processor time for all. */
    TIMERS(1_000_000),
    /** How deep a recursion may be. */
    MAXDEPTH(1_000_000),
    /** Nanoseconds of processor time for a question from another thread and its answer. */
    XTHREAD(100_000);

    private final int size;

    Measure(int size) {
      this.size = size;
    }

    /** {@return the name in the table} */
    public String rowName() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** {@return how many tasks, round trips or frames make the figure of the table} */
    public int size() {
      return size;
    }
  }

  private static final int LONGEST_SLEEP = 2_000;

  private WholeProcess() {}

  /** Prints one number. */
  public static void main(String[] arguments) {
    Measure measure = Measure.valueOf(arguments[0].toUpperCase(Locale.ROOT));
    Competitor competitor = Competitors.named(arguments[1]);
    System.out.println(measure(measure, competitor, Integer.parseInt(arguments[2])));
    // Some competitors leave a thread behind.
    System.exit(0);
  }

  /** Measures. */
  static double measure(Measure measure, Competitor competitor, int size) {
    return switch (measure) {
      case MEMORY -> bytesOfTask(competitor, size, 1);
      case MEMORY10 -> bytesOfTask(competitor, size, 10);
      case TIMERS -> seconds(() -> competitor.sleeps(size, LONGEST_SLEEP), size);
      case MAXDEPTH -> deepest(competitor, size);
      case XTHREAD -> {
        long sum = size * (size - 1L) / 2;
        seconds(() -> competitor.roundTrips(size), sum);
        yield seconds(() -> competitor.roundTrips(size), sum) * 1e9 / size;
      }
    };
  }

  private static double bytesOfTask(Competitor competitor, int tasks, int depth) {
    // Once with few, so that classes and whatever is made only once do not count.
    check(competitor.suspended(10, depth, WholeProcess::usedHeap), 10);
    long before = usedHeap();
    long[] suspended = new long[1];
    check(competitor.suspended(tasks, depth, () -> suspended[0] = usedHeap()), tasks);
    return (double) (suspended[0] - before) / tasks;
  }

  private static long usedHeap() {
    MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
    memory.gc();
    memory.gc();
    return memory.getHeapMemoryUsage().getUsed();
  }

  private static double seconds(LongSupplier body, long expected) {
    OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    long before = system.getProcessCpuTime();
    check(body.getAsLong(), expected);
    return (system.getProcessCpuTime() - before) / 1e9;
  }

  private static void check(long result, long expected) {
    if (result != expected) {
      throw new IllegalStateException(result + " instead of " + expected);
    }
  }

  // ---- the depth of recursion ----

  private static double deepest(Competitor competitor, int atMost) {
    // Compiled code takes less of the stack.
    for (int i = 0; i < 2_000; i++) {
      succeeds(competitor, Math.min(atMost, 1_000));
    }
    int works = 0;
    int fails = atMost + 1;
    while (fails - works > Math.max(1, works / 1_000)) {
      int middle = fails > atMost ? atMost : (works + fails) / 2;
      if (succeeds(competitor, middle)) {
        works = middle;
      } else {
        fails = middle;
      }
    }
    return works;
  }

  private static boolean succeeds(Competitor competitor, int depth) {
    try {
      check(competitor.recurse(depth), depth);
      return true;
    } catch (StackOverflowError tooDeep) {
      return false;
    } catch (RuntimeException e) {
      if (e.getCause() instanceof StackOverflowError) {
        return false;
      }
      throw e;
    }
  }
}
