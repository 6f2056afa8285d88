package dev.fermata.asyncio;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.fermata.asyncio.internal.queue.CrossThreadQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.L_Result;
import org.openjdk.jcstress.infra.results.ZI_Result;

/** The queue through which other threads hand work to the loop. */
public final class CrossThreadQueueStress {

  private CrossThreadQueueStress() {}

  /** Work that arrives while the loop falls asleep is seen by the loop, or wakes it. */
  @JCStressTest
  @Outcome(id = "true, 1", expect = ACCEPTABLE, desc = "asleep, and woken")
  @Outcome(id = "false, [01]", expect = ACCEPTABLE, desc = "stayed awake for what has come")
  @Outcome(id = "true, 0", expect = FORBIDDEN, desc = "work is slept over")
  @Outcome(expect = FORBIDDEN, desc = "woken more than once")
  @State
  public static class WakeUp {
    private final AtomicInteger woken = new AtomicInteger();
    private final CrossThreadQueue<String> queue =
        new CrossThreadQueue<>(woken::incrementAndGet);

    /** The loop. */
    @Actor
    public void loop(ZI_Result result) {
      result.r1 = queue.fallAsleep();
    }

    /** Another thread. */
    @Actor
    public void producer() {
      queue.add("work");
    }

    /** After both. */
    @Arbiter
    public void arbiter(ZI_Result result) {
      result.r2 = woken.get();
    }
  }

  /** Two producers wake a sleeper once. */
  @JCStressTest
  @Outcome(id = "1, 2", expect = ACCEPTABLE, desc = "woken once, both arrived")
  @Outcome(expect = FORBIDDEN)
  @State
  public static class OneWakeUp {
    private final AtomicInteger woken = new AtomicInteger();
    private final CrossThreadQueue<String> queue =
        new CrossThreadQueue<>(woken::incrementAndGet);

    /** The loop sleeps. */
    public OneWakeUp() {
      queue.fallAsleep();
    }

    /** A thread. */
    @Actor
    public void first() {
      queue.add("a");
    }

    /** Another thread. */
    @Actor
    public void second() {
      queue.add("b");
    }

    /** The loop, awake. */
    @Arbiter
    public void arbiter(II_Result result) {
      result.r1 = woken.get();
      int[] count = new int[1];
      queue.drainTo(element -> count[0]++);
      result.r2 = count[0];
    }
  }

  /** Elements of two threads come out once each, those of one thread in its order. */
  @JCStressTest
  @Outcome(
      id = {"abcd", "acbd", "acdb", "cabd", "cadb", "cdab"},
      expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN, desc = "lost, doubled or out of order")
  @State
  public static class TwoProducers {
    private final CrossThreadQueue<String> queue = new CrossThreadQueue<>(() -> {});

    /** A thread. */
    @Actor
    public void first() {
      queue.add("a");
      queue.add("b");
    }

    /** Another thread. */
    @Actor
    public void second() {
      queue.add("c");
      queue.add("d");
    }

    /** The loop. */
    @Arbiter
    public void arbiter(L_Result result) {
      StringBuilder drained = new StringBuilder();
      queue.drainTo(drained::append);
      result.r1 = drained.toString();
    }
  }

  /** Elements come out once each and in order, though the loop drains meanwhile. */
  @JCStressTest
  @Outcome(id = "abc", expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN, desc = "lost, doubled or out of order")
  @State
  public static class AddAndDrain {
    private final CrossThreadQueue<String> queue = new CrossThreadQueue<>(() -> {});
    private final StringBuilder drained = new StringBuilder();

    /** A thread. */
    @Actor
    public void producer() {
      queue.add("a");
      queue.add("b");
      queue.add("c");
    }

    /** The loop. */
    @Actor
    public void loop() {
      queue.drainTo(drained::append);
      queue.drainTo(drained::append);
    }

    /** The loop, after. */
    @Arbiter
    public void arbiter(L_Result result) {
      queue.drainTo(drained::append);
      result.r1 = drained.toString();
    }
  }

  /** Once the queue is closed it takes nothing, and what it took before is gone. */
  @JCStressTest
  @Outcome(id = {"true, 0", "false, 0"}, expect = ACCEPTABLE, desc = "taken before, or refused")
  @Outcome(expect = FORBIDDEN)
  @State
  public static class Close {
    private final CrossThreadQueue<String> queue = new CrossThreadQueue<>(() -> {});

    /** A thread. */
    @Actor
    public void producer(ZI_Result result) {
      result.r1 = queue.add("a");
    }

    /** The loop. */
    @Actor
    public void loop() {
      queue.close();
    }

    /** The loop, after. */
    @Arbiter
    public void arbiter(ZI_Result result) {
      queue.drainTo(element -> result.r2++);
    }
  }
}
