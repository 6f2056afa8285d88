package dev.fermata.asyncio;

import static dev.fermata.asyncio.Asyncio.createTask;
import static dev.fermata.asyncio.Asyncio.sleep;
import static dev.fermata.asyncio.ReturnWhen.ALL_COMPLETED;
import static dev.fermata.asyncio.ReturnWhen.FIRST_COMPLETED;
import static dev.fermata.asyncio.ReturnWhen.FIRST_EXCEPTION;
import static dev.fermata.asyncio.Script.await;
import static dev.fermata.asyncio.Script.doing;
import static dev.fermata.asyncio.Script.fails;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** After the parts of CPython's test_tasks. */
class WaitTest extends LoopTest {

  private static Duration ms(int millis) {
    return Duration.ofMillis(millis);
  }

  private static Task<String> task(String value, int millis) {
    return createTask(sleep(ms(millis), value));
  }

  private static Task<@Nullable Void> failing(int millis) {
    return createTask(
        doing(
            () -> {
              await(sleep(ms(millis)));
              throw new IOException("failed");
            }));
  }

  @Test
  void forAll() {
    run(
        () -> {
          Task<String> a = task("a", 100);
          Task<String> b = task("b", 150);
          WaitResult<Task<String>> result = await(Asyncio.wait(List.of(b, a)));
          assertThat(result.done()).containsExactly(b, a);
          assertThat(result.pending()).isEmpty();
          assertThat(loop.time()).isEqualTo(ms(150).toNanos());
          await(Asyncio.wait(List.of(b, a)));
          assertThat(loop.time()).isEqualTo(ms(150).toNanos());
        });
  }

  @Test
  void givenTwiceCountsOnce() {
    run(
        () -> {
          Task<String> a = task("a", 100);
          assertThat(await(Asyncio.wait(List.of(a, a))).done()).containsExactly(a);
        });
  }

  @Test
  void ofNothingIsRefused() {
    assertThatThrownBy(() -> Asyncio.wait(List.<Future<?>>of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("empty");
  }

  @Test
  void ofAnotherLoopIsRefused() {
    EventLoop other = VirtualClockLoop.create();
    Future<String> foreign = other.createFuture();
    assertThatThrownBy(() -> loop.runUntilComplete(Asyncio.wait(List.of(foreign))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("different loop");
    assertThat(foreign).hasToString("<Future pending>");
    other.close();
  }

  @Test
  void forTheFirst() {
    run(
        () -> {
          Task<String> a = task("a", 10_000);
          Task<String> b = task("b", 100);
          WaitResult<Task<String>> result = await(Asyncio.wait(List.of(b, a), FIRST_COMPLETED));
          assertThat(result.done()).containsExactly(b);
          assertThat(result.pending()).containsExactly(a);
          assertThat(a.done()).isFalse();
          assertThat(loop.time()).isEqualTo(ms(100).toNanos());
          await(a);
        });
  }

  @Test
  void allThatAreDoneAreTold() {
    run(
        () -> {
          Task<String> a = createTask(Coroutine.of("a"));
          Task<String> b =
              createTask(
                  Script.of(
                      () -> {
                        await(sleep(Duration.ZERO));
                        await(sleep(Duration.ZERO));
                        return "b";
                      }));
          WaitResult<Task<String>> result = await(Asyncio.wait(List.of(b, a), FIRST_COMPLETED));
          assertThat(result.done()).containsExactly(a);
          await(b);
          assertThat(await(Asyncio.wait(List.of(b, a), FIRST_COMPLETED)).done())
              .containsExactly(b, a);
        });
  }

  @Test
  void forTheFirstFailure() {
    run(
        () -> {
          Task<?> a = task("a", 10_000);
          Task<?> b = failing(0);
          WaitResult<Task<?>> result = await(Asyncio.wait(List.of(b, a), FIRST_EXCEPTION));
          assertThat(result.done()).isEqualTo(java.util.Set.of(b));
          assertThat(result.pending()).isEqualTo(java.util.Set.of(a));
          assertThat(loop.time()).isZero();
          await(a);
          assertThat(b.exception()).hasMessage("failed");
        });
  }

  @Test
  void forTheFirstFailureThatComesLater() {
    run(
        () -> {
          Task<?> a = task("a", 10_000);
          Task<?> b = failing(10);
          Task<?> c = task("c", 5);
          Task<?> d = task("d", 10_000);
          d.cancel();
          WaitResult<Task<?>> result = await(Asyncio.wait(List.of(a, b, c, d), FIRST_EXCEPTION));
          assertThat(result.done()).isEqualTo(java.util.Set.of(b, c, d));
          assertThat(loop.time()).as("a cancellation is no failure").isEqualTo(ms(10).toNanos());
          await(a);
        });
  }

  @Test
  void failuresDoNotPass() {
    run(
        () -> {
          Task<?> a = task("a", 100);
          Task<?> b = failing(150);
          for (ReturnWhen when : List.of(ALL_COMPLETED, FIRST_EXCEPTION)) {
            WaitResult<Task<?>> result = await(Asyncio.wait(List.of(b, a), when));
            assertThat(result.done()).hasSize(2);
            assertThat(result.pending()).isEmpty();
          }
          assertThat(b.exception()).hasMessage("failed");
        });
  }

  @Test
  void withATimeout() {
    run(
        () -> {
          Task<String> a = task("a", 100);
          Task<String> b = task("b", 150);
          WaitResult<Task<String>> result = await(Asyncio.wait(List.of(b, a), ms(110)));
          assertThat(result.done()).containsExactly(a);
          assertThat(result.pending()).containsExactly(b);
          assertThat(loop.time()).isEqualTo(ms(110).toNanos());
          await(b);
        });
  }

  @Test
  void doneWhenTheTimeIsUp() {
    run(
        () -> {
          Task<String> a = task("a", 100);
          Task<String> b = task("b", 150);
          await(sleep(Duration.ZERO));
          WaitResult<Task<String>> result =
              await(Asyncio.wait(List.of(b, a), ms(100), ALL_COMPLETED));
          assertThat(result.done()).containsExactly(a);
          assertThat(result.pending()).containsExactly(b);
          assertThat(loop.time()).isEqualTo(ms(100).toNanos());
          await(b);
        });
  }

  @Test
  void leavesNoTimerBehind() {
    run(
        () -> {
          Task<String> a = task("a", 100);
          await(Asyncio.wait(List.of(a), Duration.ofDays(1), FIRST_COMPLETED));
        });
    loop.runUntilComplete(sleep(Duration.ofDays(2)));
    assertThat(loop.time()).isEqualTo(Duration.ofDays(2).plus(ms(100)).toNanos());
  }

  @Test
  void cancelledItLeavesTheFuturesAlone() {
    Future<String> future = loop.createFuture();
    run(
        () -> {
          Task<?> waiting = createTask(Asyncio.wait(List.of(future), ms(1000)));
          await(sleep(ms(1)));
          waiting.cancel();
          fails(CancelledError.class, () -> await(waiting));
          assertThat(future).hasToString("<Future pending>");
        });
  }

  /** CPython's test_wait_really_done: done, though the callback that says so has yet to run. */
  @Test
  void whatIsDoneMeanwhileCountsAsDone() {
    run(
        () -> {
          Task<?> a = createTask(doing(() -> await(sleep(Duration.ZERO))));
          Task<?> b =
              createTask(
                  doing(
                      () -> {
                        await(sleep(Duration.ZERO));
                        await(sleep(Duration.ZERO));
                      }));
          WaitResult<Task<?>> result =
              await(Asyncio.wait(List.of(b, a), ReturnWhen.FIRST_COMPLETED));
          assertThat(result.done()).containsExactlyInAnyOrder(a, b);
          assertThat(result.pending()).isEmpty();
        });
  }
}
