package dev.fermata.asyncio;

import static dev.fermata.asyncio.Asyncio.createTask;
import static dev.fermata.asyncio.Asyncio.sleep;
import static dev.fermata.asyncio.Script.await;
import static dev.fermata.asyncio.Script.doing;
import static dev.fermata.asyncio.Script.fails;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** After the parts of CPython's test_tasks. */
@SuppressWarnings("NullAway") // a null where none belongs fails the test
class ShieldTest extends LoopTest {

  private static final Duration SECOND = Duration.ofSeconds(1);

  private final Future<String> future = loop.createFuture();

  @Test
  void passesTheResult() {
    Future<String> outer = Asyncio.shield(future);
    future.setResult("r");
    assertThat(loop.runUntilComplete(outer)).isEqualTo("r");
  }

  @Test
  void passesTheFailure() {
    IOException failure = new IOException();
    Future<String> outer = Asyncio.shield(future);
    future.setException(failure);
    assertThat(catchThrowable(() -> loop.runUntilComplete(outer))).isSameAs(failure);
  }

  @Test
  void ofWhatIsDoneIsThatItself() {
    future.setResult("r");
    assertThat(Asyncio.shield(future)).isSameAs(future);
  }

  @Test
  void cancelStopsAtIt() {
    Future<String> outer = Asyncio.shield(future);
    Task<?> task = loop.createTask(TestFrame.awaiting(outer));
    turns(1);
    task.cancel();
    turns(2);
    assertThat(task.cancelled()).isTrue();
    assertThat(outer.cancelled()).isTrue();
    assertThat(future.done()).isFalse();
    assertThat(future).as("it lets go").hasToString("<Future pending cb=[report of a shield]>");
    future.setResult("r");
    turns(1);
  }

  @Test
  void cancelFromBehindPasses() {
    Future<String> outer = Asyncio.shield(future);
    future.cancel();
    turns(1);
    assertThat(outer.cancelled()).isTrue();
  }

  @Test
  void makesATaskOfACoroutine() {
    Coroutine<String> coroutine =
        TestFrame.of(
            f -> f.at() == 0 ? f.await(1, Asyncio.shield(Asyncio.sleep(SECOND, "r"))) : f.sent());
    assertThat(loop.runUntilComplete(coroutine)).isEqualTo("r");
  }

  @Test
  void aFailureBehindACancelledShieldIsReported() {
    IOException failure = new IOException();
    Future<String> outer = Asyncio.shield(future);
    Future<String> another = Asyncio.shield(future);
    turns(1);
    outer.cancel();
    another.cancel();
    turns(1);
    future.setException(failure);
    turns(1);
    assertThat(takeReports())
        .as("once")
        .singleElement()
        .satisfies(
            report -> {
              assertThat(report.exception()).isSameAs(failure);
              assertThat(report.future()).isSameAs(future);
              assertThat(report.message()).isEqualTo("IOException in a shielded future");
            });
  }

  @Test
  void aCancellationBehindACancelledShieldIsNot() {
    Future<String> outer = Asyncio.shield(future);
    turns(1);
    outer.cancel();
    turns(1);
    future.cancel();
    turns(1);
  }

  @Test
  void doneAndCancelledInTheSameTurn() {
    Future<String> outer = Asyncio.shield(future);
    future.setResult("r");
    outer.cancel();
    turns(1);
    assertThat(outer.cancelled()).isTrue();
    assertThat(future.result()).isEqualTo("r");
  }

  @Test
  void itsEffect() {
    run(
        () -> {
          Task<?> task =
              createTask(
                  doing(
                      () -> {
                        await(
                            Asyncio.shield(
                                doing(
                                    () -> {
                                      await(future);
                                      trace.add("inner");
                                    })));
                        trace.add("outer");
                      }));
          await(sleep(Duration.ZERO));
          task.cancel();
          fails(CancelledError.class, () -> await(task));
          future.setResult("r");
          await(sleep(Duration.ZERO));
          await(sleep(Duration.ZERO));
          assertThat(trace).containsExactly("inner");
        });
  }

  @Test
  void aroundAGather() {
    Future<String> a = loop.createFuture();
    Future<List<String>> all = Asyncio.gather(a, future);
    Future<List<String>> outer = Asyncio.shield(all);
    turns(1);
    outer.cancel();
    turns(1);
    assertThat(outer.cancelled()).isTrue();
    a.setResult("a");
    future.setResult("f");
    turns(1);
    assertThat(all.result()).containsExactly("a", "f");
  }

  @Test
  void insideAGather() {
    Future<String> inner = Asyncio.shield(future);
    Future<List<String>> all = Asyncio.gather(inner);
    turns(1);
    all.cancel();
    turns(1);
    assertThat(all.exception()).isInstanceOf(CancelledError.class);
    assertThat(inner.cancelled()).isTrue();
    assertThat(future.done()).isFalse();
    future.setResult("r");
    turns(1);
  }

  @Test
  void aCoroutineNeedsALoop() {
    assertThatThrownBy(() -> Asyncio.shield(Coroutine.of(42)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("no current event loop");
    Asyncio.setEventLoop(loop);
    try {
      Future<Integer> outer = Asyncio.shield(Coroutine.of(42));
      assertThat(outer.getLoop()).isSameAs(loop);
      assertThat(loop.runUntilComplete(outer)).isEqualTo(42);
    } finally {
      Asyncio.setEventLoop(null);
    }
  }
}
