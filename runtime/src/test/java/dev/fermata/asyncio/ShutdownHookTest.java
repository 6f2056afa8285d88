package dev.fermata.asyncio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

class ShutdownHookTest {

  /** Waits for ever, and cleans up. */
  static final class Waiting {
    public static void main(String[] args) {
      Asyncio.run(
          TestFrame.catching(
              f ->
                  switch (f.at()) {
                    case 0 -> {
                      System.out.println("waiting");
                      yield f.await(1, Asyncio.sleep(Duration.ofDays(1)));
                    }
                    case 1 -> {
                      System.out.println("cancelled");
                      yield f.await(2, Asyncio.sleep(Duration.ofMillis(1)));
                    }
                    default -> {
                      System.out.println("cleaned up");
                      throw new CancelledError();
                    }
                  }));
    }
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "destroy() kills there, and hooks do not run")
  void terminatedProgramsCleanUp() throws IOException {
    Process process = Program.start(Waiting.class);
    try (BufferedReader output =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      assertThat(output.readLine()).isEqualTo("waiting");
      process.toHandle().destroy();
      assertThat(output.readLine()).isEqualTo("cancelled");
      assertThat(output.readLine()).isEqualTo("cleaned up");
    } finally {
      process.destroyForcibly();
    }
  }

  /** Exits from within. */
  static final class Exiting {
    public static void main(String[] args) {
      Asyncio.run(
          TestFrame.doing(
              () -> {
                System.out.println("exiting");
                System.exit(3);
              }),
          Runner.Options.defaults().shutdownGrace(Duration.ofDays(1)));
    }
  }

  @Test
  void exitFromACoroutineDoesNotWaitForItself() throws IOException, InterruptedException {
    assertThat(Program.run(Exiting.class))
        .isEqualTo(new Program.Result("exiting" + System.lineSeparator(), 3));
  }

  /** Refuses to be cancelled. */
  static final class Refusing {
    public static void main(String[] args) {
      new Thread(
              () ->
                  Asyncio.run(
                      TestFrame.catching(
                          f -> {
                            if (f.at() == 0) {
                              new Thread(() -> System.exit(4)).start();
                            }
                            return f.await(1, Asyncio.sleep(Duration.ofDays(1)));
                          }),
                      Runner.Options.defaults().shutdownGrace(Duration.ofMillis(1))))
          .start();
    }
  }

  @Test
  void graceIsLimited() throws IOException, InterruptedException {
    assertThat(Program.run(Refusing.class).exitCode()).isEqualTo(4);
  }

  /** Blocks the loop's thread. */
  static final class Blocking {
    public static void main(String[] args) {
      Asyncio.run(
          TestFrame.catching(
              f ->
                  switch (f.at()) {
                    case 0 -> {
                      System.out.println("blocked");
                      try {
                        Thread.sleep(Duration.ofDays(1).toMillis());
                      } catch (InterruptedException e) {
                        System.out.println("interrupted");
                      }
                      yield f.await(1, Asyncio.sleep(Duration.ofDays(1)));
                    }
                    default -> {
                      Throwable thrown = Objects.requireNonNull(f.thrown());
                      System.out.println(thrown.getClass().getSimpleName());
                      throw thrown;
                    }
                  }));
    }
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "destroy() kills there, and hooks do not run")
  void aLoopThatIsBlockedIsInterrupted() throws IOException {
    Process process = Program.start(Blocking.class);
    try (BufferedReader output =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      assertThat(output.readLine()).isEqualTo("blocked");
      process.toHandle().destroy();
      assertThat(output.readLine()).isEqualTo("interrupted");
      assertThat(output.readLine()).isEqualTo("CancelledError");
    } finally {
      process.destroyForcibly();
    }
  }

  /** Goes on after it was cancelled, and takes its time; or exits once more. */
  static final class GoingOn {
    public static void main(String[] args) throws InterruptedException {
      try {
        Asyncio.run(
            TestFrame.of(
                f -> {
                  System.out.println("waiting");
                  return f.await(1, Asyncio.sleep(Duration.ofDays(1)));
                }));
      } catch (CancelledError e) {
        Thread.sleep(200);
        System.out.println("went on");
        if (Boolean.getBoolean("exit")) {
          System.exit(5);
        }
      }
    }
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "destroy() kills there, and hooks do not run")
  void mainGoesOnAfterTheRun() throws IOException {
    assertGoesOn(Program.start(GoingOn.class));
  }

  /** The exit waits for the hook, which must not wait for it. */
  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "destroy() kills there, and hooks do not run")
  void mainMayExitAfterTheRun() throws IOException {
    assertGoesOn(Program.start(GoingOn.class, "-Dexit=true"));
  }

  private static void assertGoesOn(Process process) throws IOException {
    try (BufferedReader output =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      assertThat(output.readLine()).isEqualTo("waiting");
      process.toHandle().destroy();
      assertThat(output.readLine()).isEqualTo("went on");
      assertThat(output.readLine()).isNull();
    } finally {
      process.destroyForcibly();
    }
  }

  /** Runs in a thread that does not end. */
  static final class InAPool {
    public static void main(String[] args) {
      ExecutorService pool = Executors.newSingleThreadExecutor();
      pool.execute(
          () ->
              Asyncio.run(
                  TestFrame.of(
                      f -> {
                        System.out.println("waiting");
                        return f.await(1, Asyncio.sleep(Duration.ofDays(1)));
                      }),
                  Runner.Options.defaults().shutdownGrace(Duration.ofDays(1))));
    }
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "destroy() kills there, and hooks do not run")
  void threadsOfPoolsAreNotWaitedFor() throws IOException, InterruptedException {
    Process process = Program.start(InAPool.class);
    try (BufferedReader output =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      assertThat(output.readLine()).isEqualTo("waiting");
      process.toHandle().destroy();
      assertThat(process.waitFor()).isNotZero();
    } finally {
      process.destroyForcibly();
    }
  }
}
