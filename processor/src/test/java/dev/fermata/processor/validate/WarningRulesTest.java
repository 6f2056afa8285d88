package dev.fermata.processor.validate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.processor.TestCompiler;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is legal but almost surely wrong. */
class WarningRulesTest {

  private static List<String> warnings(String annotation, String statements) {
    TestCompiler.Result result =
        TestCompiler.of(
                """
                package p;

                import static dev.fermata.asyncio.Asyncio.*;

                import dev.fermata.Async;
                import dev.fermata.asyncio.*;
                import java.time.Duration;
                import java.util.concurrent.*;

                %s@Async interface Foo {
                  default Coroutine<Void> foo() throws Exception {
                %s
                    return Coroutine.completed();
                  }
                }
                """
                    .formatted(annotation, statements))
            .compile();
    assertThat(result.errors()).isEmpty();
    return result.warnings();
  }

  private static List<String> warnings(String statements) {
    return warnings("", statements);
  }

  @Test
  void catchThatSwallowsCancellation() {
    assertThat(
            warnings(
                """
                    try {
                      await(foo());
                    } catch (RuntimeException | Error e) {
                      e.printStackTrace();
                    }
                """))
        .containsExactly(
            "Foo.java:14:33: [fermata.catch-throwable] Cancelling a task throws CancelledError at"
                + " its await. catch (Error) swallows it here. Catch Exception, or rethrow"
                + " CancelledError first.");
  }

  @Test
  void catchThatLetsCancellationThrough() {
    assertThat(
            warnings(
                """
                    try {
                      await(foo());
                    } catch (Throwable e) {
                      throw e;
                    }
                    try {
                      await(foo());
                    } catch (CancelledError e) {
                      foo().hashCode();
                    } catch (Throwable e) {
                      foo().hashCode();
                    }
                    try {
                      Runnable r = () -> {};
                    } catch (Throwable e) {
                      foo().hashCode();
                    }
                """))
        .isEmpty();
  }

  // catalogue 108
  @Test
  void blockingCalls() {
    assertThat(
            warnings(
                """
                    Thread.sleep(1);
                    CompletableFuture.completedFuture(1).join();
                    CompletableFuture.completedFuture(1).get();
                    wait();
                    Callable<Integer> elsewhere = () -> { Thread.sleep(1); return 1; };
                """))
        .containsExactly(
            "Foo.java:12:11: [fermata.blocking-call] A coroutine that blocks its thread stops every"
                + " other task of the loop. Thread.sleep() blocks. Write await(sleep(..)).",
            "Foo.java:13:41: [fermata.blocking-call] A coroutine that blocks its thread stops every"
                + " other task of the loop. CompletableFuture.join() blocks. Write await(..) around"
                + " it.",
            "Foo.java:14:41: [fermata.blocking-call] A coroutine that blocks its thread stops every"
                + " other task of the loop. CompletableFuture.get() blocks. Write await(..) around"
                + " the future.",
            "Foo.java:15:5: [fermata.blocking-call] A coroutine that blocks its thread stops every"
                + " other task of the loop. Object.wait() blocks. Write await(event.waitFor()) with"
                + " an asyncio Event.");
  }

  @Test
  void asyncioWaitDoesNotBlock() {
    assertThat(
            warnings(
                "    await(dev.fermata.asyncio.Asyncio.wait(java.util.List.of(createTask(foo()))));"))
        .isEmpty();
  }

  @Test
  void droppedCoroutines() {
    assertThat(
            warnings(
                """
                    foo();
                    sleep(Duration.ofSeconds(1));
                    createTask(foo());
                    await(foo());
                """))
        .containsExactly(
            "Foo.java:12:5: [fermata.not-awaited] A coroutine does nothing until it is awaited or"
                + " scheduled. The one that foo(..) returns is dropped. Write await(..) around it,"
                + " or createTask(..) to let it run beside.",
            "Foo.java:13:5: [fermata.not-awaited] A coroutine does nothing until it is awaited or"
                + " scheduled. The one that sleep(..) returns is dropped. Write await(..) around"
                + " it, or createTask(..) to let it run beside.");
  }

  @Test
  void suppressedByKey() {
    assertThat(
            warnings(
                "@SuppressWarnings({\"fermata.not-awaited\", \"fermata.blocking-call\"}) ",
                """
                    foo();
                    Thread.sleep(1);
                """))
        .isEmpty();
    assertThat(warnings("@SuppressWarnings(\"fermata.not-awaited\") ", "    Thread.sleep(1);"))
        .hasSize(1);
  }
}
