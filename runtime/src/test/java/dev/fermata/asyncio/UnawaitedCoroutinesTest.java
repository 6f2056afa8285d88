package dev.fermata.asyncio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

class UnawaitedCoroutinesTest {

  /** Drops one coroutine of four. */
  static final class Dropping {
    private static final List<String> REPORTS = new CopyOnWriteArrayList<>();

    public static void main(String[] args) {
      Asyncio.run(
          TestFrame.of(
              f ->
                  switch (f.at()) {
                    case 0 -> {
                      EventLoop running = Asyncio.getRunningLoop();
                      running.setSlowCallbackDuration(Duration.ofDays(1));
                      running.setExceptionHandler(
                          (loop, context) -> REPORTS.add(context.message()));
                      Asyncio.createTask(Coroutine.of("scheduled"));
                      new Semaphore().acquire().close();
                      Asyncio.toThread(() -> "dropped");
                      yield f.await(1, Coroutine.of("awaited"));
                    }
                    default -> {
                      System.gc();
                      yield REPORTS.isEmpty()
                          ? f.await(1, Asyncio.sleep(Duration.ofMillis(1)))
                          : "reported";
                    }
                  }));
      REPORTS.forEach(System.out::println);
    }
  }

  @Test
  void areReportedIfAskedFor() throws IOException, InterruptedException {
    Program.Result result = Program.run(Dropping.class, "-Dfermata.debug=true");
    assertThat(result.output().lines())
        .singleElement()
        .asString()
        .startsWith("coroutine Asyncio.toThread was never awaited")
        .contains("createTask");
    assertThat(result.exitCode()).isZero();
  }

  /** Awaits one generator as a coroutine and a value of another, and drops one of each. */
  static final class DroppingGenerators {
    private static final List<String> REPORTS = new CopyOnWriteArrayList<>();

    private static Coroutine<?> coroutine() {
      return Asyncio.coroutine(
          TestGenerator.<Awaitable<?>>of(
              g -> g.at() == 0 ? g.give(1, Coroutine.completed()) : g.end(null)));
    }

    private static Awaitable<?> value() {
      return TestAsyncGenerator.of(g -> g.give(1, "v")).anext();
    }

    public static void main(String[] args) {
      Asyncio.run(
          TestFrame.of(
              f ->
                  switch (f.at()) {
                    case 0 -> {
                      EventLoop running = Asyncio.getRunningLoop();
                      running.setSlowCallbackDuration(Duration.ofDays(1));
                      running.setExceptionHandler(
                          (loop, context) -> REPORTS.add(context.message()));
                      coroutine();
                      value();
                      yield f.await(1, coroutine());
                    }
                    case 1 -> f.await(2, value());
                    default -> {
                      System.gc();
                      yield REPORTS.size() < 2
                          ? f.await(2, Asyncio.sleep(Duration.ofMillis(1)))
                          : "reported";
                    }
                  }));
      REPORTS.forEach(System.out::println);
    }
  }

  @Test
  void goByTheNameOfTheGenerator() throws IOException, InterruptedException {
    Program.Result result = Program.run(DroppingGenerators.class, "-Dfermata.debug=true");
    assertThat(result.output().lines().sorted())
        .satisfiesExactly(
            line -> assertThat(line).startsWith("coroutine TestAsyncGenerator was never awaited"),
            line -> assertThat(line).startsWith("coroutine TestGenerator was never awaited"));
    assertThat(result.exitCode()).isZero();
  }

  /** Drops one loop of two. */
  static final class Forgetting {
    public static void main(String[] args) throws InterruptedException {
      EventLoop.create().close();
      EventLoop.create();
      CountDownLatch logged = new CountDownLatch(1);
      Logger logger = Logger.getLogger("dev.fermata.asyncio");
      logger.setUseParentHandlers(false);
      logger.addHandler(
          new Handler() {
            @Override
            public void publish(LogRecord record) {
              System.out.println(record.getMessage());
              logged.countDown();
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
          });
      do {
        System.gc();
      } while (!logged.await(1, TimeUnit.MILLISECONDS));
    }
  }

  @Test
  void soAreLoopsThatAreNeverClosed() throws IOException, InterruptedException {
    Program.Result result = Program.run(Forgetting.class, "-Dfermata.debug=true");
    assertThat(result.output().lines())
        .singleElement()
        .asString()
        .contains("unclosed event loop")
        .contains("close()");
  }
}
