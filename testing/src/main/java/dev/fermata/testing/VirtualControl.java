package dev.fermata.testing;

import dev.fermata.asyncio.EventLoop;
import dev.fermata.asyncio.LoopControl;
import java.time.Duration;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Moves the clock of a loop when that has nothing to do, and says when there is no point in it. */
final class VirtualControl implements LoopControl {

  private final Options options;
  private final OptionalLong seed;
  private @Nullable EventLoop loop;

  /** In nanoseconds; set by the loop's thread alone. */
  private final AtomicLong now = new AtomicLong();

  /** Beyond which time the clock must not go. */
  private long limit = Long.MAX_VALUE;

  /** Who has the clock stand still; counted by the loop's thread, or while it does not run. */
  private int holds;

  /** Whether the loop only tidies up, so that it stops where it would be stuck. */
  private boolean tidying;

  VirtualControl(Options options, OptionalLong seed) {
    this.options = options;
    this.seed = seed;
  }

  void governs(EventLoop loop) {
    this.loop = loop;
  }

  private EventLoop loop() {
    return Objects.requireNonNull(loop, "governs() comes first");
  }

  @Override
  public long now() {
    return now.get();
  }

  @Override
  public long beforeSleep(long nanos, int work, int stages) {
    if (tidying) {
      return sleepWhileTidying(nanos);
    }
    boolean stagesHold = stages > 0 && (options.holdingForStages() || nanos < 0);
    if (work > 0 || holds > 0 || stagesHold) {
      return -1;
    }
    if (nanos < 0) {
      throw new StuckError(TaskReports.stuck(loop(), now()));
    }
    if (nanos > limit - now()) {
      now.set(limit);
      throw new TimeLimitError(
          TaskReports.late(
              loop(),
              "It took longer than "
                  + TaskReports.text(Objects.requireNonNull(options.timeout()))
                  + " of virtual time."));
    }
    now.addAndGet(nanos);
    return 0;
  }

  private long sleepWhileTidying(long nanos) {
    if (nanos < 0) {
      loop().stop();
    } else {
      now.addAndGet(nanos);
    }
    return 0;
  }

  @Override
  public @Nullable Random order() {
    if (seed.isEmpty()) {
      return null;
    }
    // What a Random draws first is nearly the same for seeds that are near to each other.
    return new Random(new SplittableRandom(seed.getAsLong()).nextLong());
  }

  @Override
  public boolean everyAwaitSuspends() {
    return options.suspending();
  }

  /** Allows so much time from now on; null for any. */
  void limit(@Nullable Duration timeout) {
    long nanos = timeout == null ? Long.MAX_VALUE : nanos(timeout);
    limit = nanos > Long.MAX_VALUE - now() ? Long.MAX_VALUE : now() + nanos;
  }

  private static long nanos(Duration duration) {
    try {
      return Math.max(0, duration.toNanos());
    } catch (ArithmeticException e) {
      return Long.MAX_VALUE;
    }
  }

  /** Has the loop stop from now on where it would be stuck or wait for other threads. */
  void tidy() {
    tidying = true;
  }

  VirtualTime.Hold hold() {
    AtomicBoolean closed = new AtomicBoolean();
    loop().callSoonThreadsafe(() -> holds++);
    return () -> {
      // By the loop, so that what the thread has handed over before is there when it goes on.
      if (closed.compareAndSet(false, true) && !loop().isClosed()) {
        loop().callSoonThreadsafe(() -> holds--);
      }
    };
  }
}
