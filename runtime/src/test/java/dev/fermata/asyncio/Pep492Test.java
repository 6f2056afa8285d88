package dev.fermata.asyncio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Coroutine objects. */
@SuppressWarnings("NullAway") // a null where none belongs fails the test
class Pep492Test extends LoopTest {

  private final Future<String> future = loop.createFuture();

  @Test
  void areFoundFromTheTask() {
    Coroutine<String> coroutine = Coroutine.of("r");
    Task<String> task = loop.createTask(coroutine);
    assertThat(task.getCoro()).isSameAs(coroutine);
    turns(1);
    assertThat(task.getCoro()).isSameAs(coroutine);
  }

  @Test
  void dropTheirReferencesWhenDone() {
    TestFrame<?> inner = TestFrame.awaiting(future);
    TestFrame<?> outer = TestFrame.awaiting(inner);
    TestFrame<?> failing = TestFrame.of(f -> f.await(1, Coroutine.failed(new IOException())));
    Task<?> failed = loop.createTask(failing);
    loop.createTask(outer);
    turns(1);
    assertThat(inner.cleared).isFalse();
    future.setResult("r");
    turns(1);
    assertThat(inner.cleared).isTrue();
    assertThat(outer.cleared).isTrue();
    assertThat(failing.cleared).isTrue();
    assertThat(failed.exception()).isNotNull();
  }

  @Test
  void runOnce() {
    for (Coroutine<?> used :
        List.of(
            Coroutine.of(1), TestFrame.doing(() -> {}), Asyncio.sleep(Duration.ofSeconds(1), 1))) {
      loop.runUntilComplete(used);
      List<Runnable> again =
          List.of(
              () -> loop.createTask(used),
              () -> loop.runUntilComplete(used),
              () -> loop.runUntilComplete(TestFrame.awaiting(used)));
      for (Runnable attempt : again) {
        assertThatThrownBy(attempt::run)
            .isInstanceOf(IllegalStateException.class)
            .hasMessageContaining("cannot reuse already awaited coroutine")
            .hasMessageContaining("Call the coroutine function again")
            .hasMessageContaining("createTask");
      }
    }
  }

  @Test
  void cannotBeAwaitedWhileTheyRun() {
    TestFrame<?> shared = TestFrame.awaiting(future);
    loop.createTask(TestFrame.awaiting(shared));
    turns(1);
    assertThatThrownBy(() -> loop.runUntilComplete(TestFrame.awaiting(shared)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("cannot reuse");
    future.setResult("r");
    turns(1);
  }

  @Test
  void cannotBeAwaitedWhileScheduled() {
    Coroutine<String> scheduled = Coroutine.of("r");
    Task<String> task = loop.createTask(scheduled);
    assertThatThrownBy(() -> loop.createTask(scheduled))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("cannot reuse");
    assertThat(loop.runUntilComplete(task)).isEqualTo("r");
  }

  @Test
  void cannotAwaitThemselvesBeforeTheirFirstAwaitEither() {
    List<Coroutine<?>> self = new ArrayList<>();
    TestFrame<?> reflexive =
        TestFrame.doing(
            () ->
                assertThatThrownBy(() -> loop.createTask(self.get(0)))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("cannot reuse"));
    self.add(reflexive);
    loop.runUntilComplete(TestFrame.awaiting(reflexive));
  }

  @Test
  void canBeClosedBeforeTheyBegin() {
    TestFrame<?> coroutine = TestFrame.doing(say("ran")::run);
    coroutine.close();
    coroutine.close();
    assertThat(coroutine.cleared).isTrue();
    assertThatThrownBy(() -> loop.createTask(coroutine))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("cannot reuse");
    assertThat(trace).isEmpty();
  }

  @Test
  void canBeClosedWhenDoneButNotMeanwhile() {
    TestFrame<?> coroutine = TestFrame.awaiting(future);
    loop.createTask(coroutine);
    assertThatThrownBy(coroutine::close).hasMessageContaining("cancel the task");
    turns(1);
    assertThatThrownBy(coroutine::close)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("cancel the task");
    future.setResult("r");
    turns(1);
    coroutine.close();
  }

  @Test
  void describeThemselves() {
    TestFrame<?> coroutine = TestFrame.awaiting(future);
    assertThat(coroutine).hasToString("<coroutine TestFrame.body created at TestFrame.java:100>");
    loop.createTask(coroutine);
    turns(1);
    assertThat(coroutine).hasToString("<coroutine TestFrame.body running at TestFrame.java:101>");
    future.setResult("r");
    turns(1);
    assertThat(coroutine)
        .hasToString("<coroutine TestFrame.body done, defined at TestFrame.java:100>");
  }
}
