package dev.fermata.testing;

import static dev.fermata.asyncio.Asyncio.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.fermata.Async;
import dev.fermata.asyncio.Coroutine;
import dev.fermata.asyncio.Event;
import dev.fermata.asyncio.EventLoop;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Test classes that other tests have JUnit run. */
final class Samples {

  /** What the tests of a class have done, in order. */
  static final List<String> TRACE = new ArrayList<>();

  private Samples() {}

  @Async
  @InVirtualTime
  static class Passing {
    private EventLoop before;
    private final String fromConstructor;

    Passing(TestInfo info) {
      fromConstructor = info.getTestClass().orElseThrow().getSimpleName();
    }

    @BeforeAll
    static void once() {
      TRACE.add("before all");
    }

    @BeforeEach
    void setUp(EventLoop loop, TestInfo info) {
      await(sleep(Duration.ofHours(1)));
      before = loop;
      TRACE.add("before " + info.getTestMethod().orElseThrow().getName());
    }

    @Test
    @SuppressWarnings("fermata.blocking-call")
    void awaits(VirtualTime time, EventLoop loop, @TempDir Path folder) throws Exception {
      assertSame(before, loop);
      assertSame(loop, getRunningLoop());
      assertSame(loop, time.loop());
      Files.writeString(folder.resolve("file"), await(word()));
      assertEquals(Duration.ofHours(3), time.now());
      assertEquals("Passing", fromConstructor);
      TRACE.add("awaits");
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void parameters(int hours, VirtualTime time) {
      await(sleep(Duration.ofHours(hours)));
      TRACE.add("parameter " + hours + " at " + time.now());
    }

    @RepeatedTest(2)
    void repeats(VirtualTime time) {
      TRACE.add("repeats at " + time.now());
    }

    @AfterEach
    void tearDown(VirtualTime time) {
      await(sleep(Duration.ofHours(1)));
      TRACE.add("after at " + time.now());
    }

    private Coroutine<String> word() {
      await(sleep(Duration.ofHours(2)));
      return Coroutine.of("word");
    }
  }

  @Async
  @InVirtualTime
  @TestInstance(TestInstance.Lifecycle.PER_CLASS)
  static class OncePerClass {
    private @Nullable EventLoop last;

    @Test
    void one(EventLoop loop) {
      await(sleep(Duration.ofHours(1)));
      assertNotSame(last, loop);
      last = loop;
    }

    @Test
    @Timeout(
        value = 1,
        unit = java.util.concurrent.TimeUnit.MINUTES,
        threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void inAnotherThread(EventLoop loop) {
      await(sleep(Duration.ofHours(1)));
      assertNotSame(last, loop);
      last = loop;
    }
  }

  /** Not compiled by Fermata: its tests run coroutines of others. */
  @InVirtualTime
  static class Ordinary {
    @Test
    void runs(VirtualTime time) {
      time.runUntilComplete(new ProgramsAsync().sleeps(Duration.ofHours(1)));
      assertEquals(Duration.ofHours(1), time.now());
    }

    @Nested
    class Inner {
      @Test
      void runs(VirtualTime time) {
        time.runUntilComplete(new ProgramsAsync().sleeps(Duration.ofHours(1)));
      }
    }
  }

  @Async
  abstract static class Base {
    @BeforeEach
    void setUpBase() {
      await(sleep(Duration.ofHours(1)));
      TRACE.add("base");
    }

    @Test
    void inherited(VirtualTime time) {
      await(sleep(Duration.ofHours(1)));
      TRACE.add("inherited at " + time.now());
    }
  }

  @Async
  @InVirtualTime
  static class Derived extends Base {
    @Test
    void own(VirtualTime time) {
      await(sleep(Duration.ofHours(1)));
      TRACE.add("own at " + time.now());
    }
  }

  @Async
  @InVirtualTime(timeout = "1h30m")
  static class Failing {

    @Test
    void fails() {
      await(sleep(Duration.ofSeconds(1)));
      assertEquals(1, 2); // where it fails
    }

    @Test
    void stuck() {
      await(new Event().waitFor()); // where it waits
    }

    @Test
    void tooLong() {
      await(sleep(Duration.ofHours(2))); // where it sleeps
    }

    @Test
    @InVirtualTime(realTimeout = "0.001s")
    @SuppressWarnings("fermata.blocking-call")
    void blocks() throws InterruptedException {
      new CountDownLatch(1).await();
    }

    @Test
    void leavesTask() {
      createTask(forEver(), "forgotten");
    }

    @Test
    void leavesException() {
      createTask(failing(), "failing");
      await(sleep(Duration.ofSeconds(1)));
    }

    @Test
    @SuppressWarnings("fermata.not-awaited")
    void forgetsToAwait() {
      failing(); // the forgotten one
    }

    @Test
    @InVirtualTime(timeout = "soon")
    void misspelt() {}

    private Coroutine<Void> forEver() {
      await(new Event().waitFor()); // where it waits for ever
      return Coroutine.completed();
    }

    private Coroutine<Void> failing() {
      await(sleep(Duration.ZERO));
      throw new IllegalArgumentException("nobody asks");
    }
  }

  /** What has to be tidied up is tidied up after the test has failed, without a word more. */
  @Async
  @InVirtualTime
  static class FailingAfterwards {
    @Test
    void fails() {
      createTask(new ProgramsAsync().beats());
      throw new IllegalArgumentException("the test itself");
    }

    @AfterEach
    void tearDown() {
      await(sleep(Duration.ofSeconds(1)));
      throw new IllegalArgumentException("tear down");
    }
  }

  @Async
  @InVirtualTime
  static class Orders {

    @Test
    void arrival(VirtualTime time) {
      assertEquals(true, time.seed().isEmpty());
    }

    @Test
    @InVirtualTime(seed = 42)
    void seed(VirtualTime time) {
      assertEquals(42, time.seed().orElseThrow());
      throw new IllegalArgumentException("with a seed");
    }

    @Test
    @InVirtualTime(shuffle = true)
    void drawn(VirtualTime time) {
      TRACE.add("" + time.seed().orElseThrow());
      throw new IllegalArgumentException("with a seed that was drawn");
    }

    @Test
    @InVirtualTime(everyAwaitSuspends = true)
    void suspends() {
      await(new ProgramsAsync().doneAtOnce(TRACE));
    }
  }
}
