package dev.fermata.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.fermata.asyncio.EventLoop;
import dev.fermata.asyncio.Future;
import dev.fermata.asyncio.Lock;
import dev.fermata.asyncio.TimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class VirtualTimeTest {

  private static final Duration CENTURY = Duration.ofDays(36_525);

  private final Programs programs = new ProgramsAsync();

  // ---- the clock ----

  @Test
  void sleepingCostsNothing() {
    try (VirtualTime time = new VirtualTime()) {
      assertThat(time.runUntilComplete(programs.sleeps(CENTURY))).isEqualTo("slept " + CENTURY);
      assertThat(time.now()).isEqualTo(CENTURY);
      time.runUntilComplete(programs.sleeps(Duration.ofNanos(1)));
      assertThat(time.now()).isEqualTo(CENTURY.plusNanos(1));
    }
  }

  @Test
  void orderIsThatOfTime() {
    List<String> trace = new ArrayList<>();
    VirtualTime.run(programs.sleepers(trace, 3, 1, 2));
    assertThat(trace).containsExactly("1 after PT1S", "2 after PT2S", "3 after PT3S");
  }

  @Test
  void timeoutsAreExact() {
    try (VirtualTime time = new VirtualTime()) {
      assertThat(time.runUntilComplete(programs.expires())).isEqualTo("timeout");
      assertThat(time.now()).isEqualTo(Duration.ofMinutes(1));
    }
  }

  @Test
  void failuresComeOutAsTheyAre() {
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> VirtualTime.run(programs.fails("it")))
        .withMessage("it")
        .satisfies(e -> assertThat(e.getSuppressed()).isEmpty());
  }

  // ---- other threads ----

  @Test
  void workInAnotherThreadHoldsTheClock() {
    try (VirtualTime time = new VirtualTime()) {
      CountDownLatch go = new CountDownLatch(1);
      assertThat(time.runUntilComplete(programs.worksWithin(Duration.ofSeconds(1), go)))
          .isEqualTo("worked");
      assertThat(time.now()).isZero();
      time.runUntilComplete(programs.sleeps(Duration.ofSeconds(1)));
      assertThat(time.now()).isEqualTo(Duration.ofSeconds(1));
    }
  }

  @Test
  void futuresOfJavaHoldTheClock() {
    try (VirtualTime time = new VirtualTime()) {
      CompletableFuture<Integer> stage = new CompletableFuture<>();
      Thread other = new Thread(() -> stage.complete(1));
      time.loop().callSoon(other::start);
      assertThat(time.<Integer>runUntilComplete(programs.waits(stage, Duration.ofSeconds(1))))
          .isEqualTo(1);
      assertThat(time.now()).isZero();
    }
  }

  @Test
  void unlessTheyAreCompletedInVirtualTime() {
    try (VirtualTime time = new VirtualTime(Options.defaults().holdForStages(false))) {
      CompletableFuture<Integer> stage = new CompletableFuture<>();
      time.loop().callLater(Duration.ofSeconds(5), () -> stage.complete(1));
      assertThat(time.<Integer>runUntilComplete(programs.waits(stage, Duration.ofSeconds(9))))
          .isEqualTo(1);
      assertThat(time.now()).isEqualTo(Duration.ofSeconds(5));
      CompletableFuture<Integer> never = new CompletableFuture<>();
      assertThatThrownBy(() -> time.runUntilComplete(programs.waits(never, Duration.ofSeconds(9))))
          .isInstanceOf(TimeoutException.class);
      assertThat(time.now()).isEqualTo(Duration.ofSeconds(14));
    }
  }

  @Test
  void clockThatIsHeldStandsStill() {
    try (VirtualTime time = new VirtualTime()) {
      EventLoop loop = time.loop();
      Future<Integer> future = loop.createFuture();
      VirtualTime.Hold hold = time.hold();
      Thread other =
          new Thread(
              () -> {
                loop.callSoonThreadsafe(() -> future.setResult(1));
                hold.close();
                hold.close();
              });
      loop.callSoon(other::start);
      assertThat(time.<Integer>runUntilComplete(programs.waits(future, Duration.ofSeconds(1))))
          .isEqualTo(1);
      assertThat(time.now()).isZero();
      Future<Integer> never = loop.createFuture();
      assertThatThrownBy(() -> time.runUntilComplete(programs.waits(never, Duration.ofSeconds(1))))
          .isInstanceOf(TimeoutException.class);
    }
  }

  // ---- stuck and late ----

  @Test
  void stuckLoopSaysWhoWaitsWhere() {
    Throwable stuck =
        catchThrowable(() -> VirtualTime.run(programs.deadlock(new Lock(), new Lock())));
    assertThat(stuck)
        .isInstanceOf(StuckError.class)
        .hasMessageStartingWith("The event loop is stuck at 1s: ")
        .hasMessageContaining("name='other'")
        .hasMessageContaining("Programs.both(Programs.java:" + line("where it hangs"))
        .hasMessageContaining("Programs.deadlock(Programs.java:");
    assertThat(stuck.getSuppressed()).isEmpty();
  }

  @Test
  void futureThatNobodyCompletesIsStuck() {
    try (VirtualTime time = new VirtualTime()) {
      Future<Integer> never = time.loop().createFuture();
      assertThatThrownBy(() -> time.runUntilComplete(never))
          .isInstanceOf(StuckError.class)
          .hasMessageEndingWith("There are no tasks.");
      // The loop is none the worse for it.
      time.runUntilComplete(programs.sleeps(Duration.ofSeconds(1)));
    }
  }

  @Test
  void limitOfVirtualTime() {
    try (VirtualTime time = new VirtualTime(Options.defaults().timeout(Duration.ofMinutes(90)))) {
      assertThatThrownBy(() -> time.runUntilComplete(programs.beats()))
          .isInstanceOf(TimeLimitError.class)
          .hasMessageStartingWith("It took longer than 1h30m of virtual time.")
          .hasMessageContaining("Programs.beats(Programs.java:" + line("where it beats"));
      assertThat(time.now()).isEqualTo(Duration.ofMinutes(90));
      // Each run may take so much.
      time.runUntilComplete(programs.sleeps(Duration.ofMinutes(90)));
    }
  }

  @Test
  void limitOfRealTimeEndsTheLoop() {
    Options options = Options.defaults().realTimeout(Duration.ofMillis(1));
    assertThatThrownBy(() -> VirtualTime.run(options, programs.spins()))
        .isInstanceOf(TimeLimitError.class)
        .hasMessageStartingWith("It took longer than 0.001s of real time.")
        .hasMessageContaining("Programs.spins(Programs.java:");
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }

  @Test
  void limitOfRealTimeEndsWhatBlocks() {
    try (VirtualTime time = new VirtualTime(Options.defaults().realTimeout(Duration.ofMillis(1)))) {
      time.loop()
          .callSoon(
              () -> {
                Throwable unused = catchThrowable(() -> new CountDownLatch(1).await());
              });
      assertThatThrownBy(() -> time.runUntilComplete(programs.beats()))
          .isInstanceOf(TimeLimitError.class)
          .hasMessageStartingWith("It took longer than 0.001s of real time.")
          .hasMessageContaining("dev.fermata.testing.VirtualTime.runUntilComplete(");
    }
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }

  // ---- what is left ----

  @Test
  void tasksMustNotBeLeft() {
    assertThatThrownBy(() -> VirtualTime.run(programs.leavesTask()))
        .isInstanceOf(LeftoversError.class)
        .hasMessageStartingWith("2 tasks were left pending: await or cancel it before the end.")
        .hasMessageContaining("name='forgotten'")
        .hasMessageContaining("name='heartbeat'")
        .hasMessageContaining("Programs.beats(Programs.java:" + line("where it beats"));
  }

  @Test
  void taskThatWasCancelledMayComeToItsEnd() {
    VirtualTime.run(programs.cancelsTask());
  }

  @Test
  void exceptionsMustNotBeLeft() {
    assertThatThrownBy(() -> VirtualTime.run(programs.leavesException()))
        .isInstanceOf(LeftoversError.class)
        .hasMessageContaining("Task failing (Programs.fails) exception was never retrieved")
        .hasSuppressedException(new IllegalArgumentException("nobody asks"));
  }

  @Test
  void callbacksMustNotFail() {
    VirtualTime time = new VirtualTime();
    time.loop()
        .callLater(
            Duration.ofSeconds(1),
            () -> {
              throw new IllegalArgumentException("in a callback");
            });
    time.runUntilComplete(programs.sleeps(Duration.ofSeconds(2)));
    assertThatThrownBy(time::close)
        .isInstanceOf(LeftoversError.class)
        .hasMessageStartingWith("Exception in callback")
        .hasSuppressedException(new IllegalArgumentException("in a callback"));
    time.close();
  }

  /** With debug mode, which this module turns on in tests. */
  @Test
  void coroutinesMustBeAwaited() {
    assertThatThrownBy(() -> VirtualTime.run(programs.forgetsToAwait()))
        .isInstanceOf(LeftoversError.class)
        .hasMessageStartingWith("coroutine Programs.sleeps was never awaited")
        .hasMessageContaining("Programs.forgetsToAwait(Programs.java:");
  }

  // ---- order ----

  @Test
  void orderOfSeedIsAlwaysTheSame() {
    Set<String> orders = new HashSet<>();
    for (long seed = 1; seed <= 20; seed++) {
      String once = turns(Options.defaults().seed(seed));
      assertThat(turns(Options.defaults().seed(seed))).isEqualTo(once);
      orders.add(once);
    }
    assertThat(orders).hasSizeGreaterThan(1);
    assertThat(turns(Options.defaults())).isEqualTo("[0, 1, 2, 3]");
  }

  private String turns(Options options) {
    List<String> trace = new ArrayList<>();
    VirtualTime.run(options, programs.turns(trace, 4));
    return trace.toString();
  }

  @Test
  void callbacksKeepTheirOrder() {
    List<Integer> trace = new ArrayList<>();
    try (VirtualTime time = new VirtualTime(Options.defaults().seed(1))) {
      for (int i = 0; i < 20; i++) {
        int number = i;
        time.loop().callSoon(() -> trace.add(number));
      }
      time.runUntilComplete(programs.turns(new ArrayList<>(), 20));
    }
    assertThat(trace).isSorted().hasSize(20);
  }

  @Test
  void whatFailsInAnOrderTellsItsSeed() {
    long seed = failing();
    Throwable failure =
        catchThrowable(() -> VirtualTime.run(Options.defaults().seed(seed), programs.racy()));
    assertThat(failure).hasMessage("the order was ba");
    assertThat(failure.getSuppressed())
        .singleElement()
        .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.type(OrderSeed.class))
        .satisfies(
            told -> {
              assertThat(told.seed()).isEqualTo(seed);
              assertThat(told).hasMessageContaining("-Dfermata.testing.seed=" + seed);
            });
  }

  /** A seed with which the program fails. */
  private long failing() {
    for (long seed = 1; seed <= 100; seed++) {
      Options options = Options.defaults().seed(seed);
      if (catchThrowable(() -> VirtualTime.run(options, programs.racy())) != null) {
        return seed;
      }
    }
    throw new AssertionError("no order makes it fail");
  }

  @Test
  void everyAwaitSuspendsIfAskedTo() {
    List<String> trace = new ArrayList<>();
    VirtualTime.run(programs.doneAtOnce(trace));
    assertThat(trace).containsExactly("first", "call", "future 1", "other");
    trace.clear();
    VirtualTime.run(Options.defaults().everyAwaitSuspends(), programs.doneAtOnce(trace));
    assertThat(trace).containsExactly("first", "other", "call", "future 1");
  }

  private static int line(String comment) {
    return SourceLines.of("Programs.java", "// " + comment);
  }
}
