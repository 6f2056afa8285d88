package dev.fermata.asyncio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What CPython's test_asyncgen pins. */
class AsyncGeneratorsTest extends LoopTest {

  private static Object raise(Throwable throwable) throws Throwable {
    throw throwable;
  }

  /** Yields 1 and 2, with a sleep before each. */
  private static AsyncGenerator<Integer> twoSlowly() {
    return TestAsyncGenerator.of(
        g ->
            switch (g.at()) {
              case 0 -> g.await(1, Asyncio.sleep(Duration.ofSeconds(1)));
              case 1 -> g.give(2, 1);
              case 2 -> g.await(3, Asyncio.sleep(Duration.ofSeconds(1)));
              case 3 -> g.give(4, 2);
              default -> g.end();
            });
  }

  private <T extends @Nullable Object> T run(Awaitable<T> awaitable) {
    return loop.runUntilComplete(awaitable);
  }

  private void assertEnds(AsyncGenerator<?> generator) {
    assertThatThrownBy(() -> run(generator.anext()))
        .isInstanceOf(StopAsyncIterationException.class);
  }

  @Test
  void givesItsValuesThenEnds() {
    AsyncGenerator<Integer> generator = twoSlowly();
    assertThat(generator.toString()).contains("created");
    assertThat(run(generator.anext())).isEqualTo(1);
    assertThat(generator.toString()).contains("suspended");
    assertThat(run(generator.anext())).isEqualTo(2);
    assertEnds(generator);
    assertEnds(generator);
    assertThat(generator.toString()).contains("done");
  }

  @Test
  void completedHasNoValues() {
    assertEnds(AsyncGenerator.completed());
  }

  @Test
  void theYieldGetsWhatIsSent() {
    AsyncGenerator<Object> echo =
        TestAsyncGenerator.of(g -> g.give(1, g.at() == 0 ? "first" : g.sent()));
    assertThatThrownBy(() -> run(echo.asend("a")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("has not begun");
    assertThat(run(echo.asend(null))).isEqualTo("first");
    assertThat(run(echo.asend("a"))).isEqualTo("a");
    assertThat(run(echo.anext())).isNull();
  }

  @Test
  void theYieldThrows() {
    AsyncGenerator<Object> generator =
        TestAsyncGenerator.catching(
            g -> g.hasThrown() ? g.give(1, g.thrown().getMessage()) : g.give(1, "v"));
    run(generator.anext());
    assertThat(run(generator.athrow(new IOException("x")))).isEqualTo("x");
    assertThat(run(generator.anext())).isEqualTo("v");
  }

  @Test
  void throwingIntoOneThatHasNotBegunEndsIt() {
    AsyncGenerator<Integer> generator = twoSlowly();
    IOException failure = new IOException();
    assertThatThrownBy(() -> run(generator.athrow(failure))).isSameAs(failure);
    assertEnds(generator);
    assertThat(run(generator.athrow(failure))).isNull();
  }

  @Test
  void aFailureIsTheVeryObjectAndEndsIt() {
    IOException failure = new IOException();
    AsyncGenerator<Integer> generator = TestAsyncGenerator.of(g -> raise(failure));
    assertThatThrownBy(() -> run(generator.anext())).isSameAs(failure);
    assertEnds(generator);
  }

  @Test
  void whatLooksLikeTheEndIsAFailure() {
    AsyncGenerator<Integer> generator =
        TestAsyncGenerator.of(g -> g.await(1, AsyncGenerator.completed().anext()));
    assertThatThrownBy(() -> run(generator.anext()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("raised StopAsyncIteration")
        .hasCauseInstanceOf(StopAsyncIterationException.class);
  }

  @Test
  void closingThrowsGeneratorExitIntoTheBody() {
    AsyncGenerator<Object> generator =
        TestAsyncGenerator.catching(
            g ->
                switch (g.at()) {
                  case 0 -> g.give(1, "v");
                  case 1 -> {
                    trace.add(g.thrown().getClass().getSimpleName());
                    yield g.await(2, Asyncio.sleep(Duration.ofSeconds(1)));
                  }
                  default -> raise(new GeneratorExit());
                });
    run(generator.anext());
    run(generator.aclose());
    run(generator.aclose());
    assertThat(trace).containsExactly("GeneratorExit");
    assertEnds(generator);
  }

  @Test
  void closingOneThatHasNotBegunDoesNotRunIt() {
    AsyncGenerator<Object> generator =
        TestAsyncGenerator.of(
            g -> {
              trace.add("runs");
              return g.end();
            });
    run(generator.aclose());
    assertEnds(generator);
    assertThat(trace).isEmpty();
  }

  @Test
  void yieldingWhenClosedIsAnError() {
    AsyncGenerator<Object> generator = TestAsyncGenerator.catching(g -> g.give(1, "v"));
    run(generator.anext());
    assertThatThrownBy(() -> run(generator.aclose()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("ignored GeneratorExit");
  }

  @Test
  void onlyOneCanWaitForAValue() {
    AsyncGenerator<Integer> generator = twoSlowly();
    Task<Integer> first = loop.createTask((Coroutine<Integer>) generator.anext());
    turns(1);
    assertThat(generator.toString()).contains("running");
    assertThatThrownBy(() -> run(generator.anext()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("anext()")
        .hasMessageContaining("running already");
    assertThatThrownBy(() -> run(generator.aclose())).hasMessageContaining("aclose()");
    assertThat(run(first)).isEqualTo(1);
  }

  @Test
  void whatAsksForAValueCanBeAwaitedOnce() {
    AsyncGenerator<Integer> generator = twoSlowly();
    Awaitable<Integer> next = generator.anext();
    run(next);
    assertThatThrownBy(() -> run(next))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("cannot reuse");
  }

  @Test
  void cancellationReachesTheInnermostAwait() {
    AsyncGenerator<Object> generator =
        TestAsyncGenerator.catching(
            g ->
                g.at() == 0
                    ? g.await(1, Asyncio.sleep(Duration.ofSeconds(1)))
                    : g.give(2, g.hasThrown() ? g.thrown().getClass().getSimpleName() : "no"));
    Task<Object> task = loop.createTask((Coroutine<Object>) generator.anext());
    turns(1);
    task.cancel();
    assertThat(run(task)).isEqualTo("CancelledError");
    assertThat(run(generator.anext())).isEqualTo("no");
  }

  @Test
  void oneCancelledBeforeItRunsLeavesTheGeneratorAlone() {
    AsyncGenerator<Integer> generator = twoSlowly();
    Task<Integer> task = loop.createTask((Coroutine<Integer>) generator.anext());
    task.cancel();
    assertThatThrownBy(() -> run(task)).isInstanceOf(CancelledError.class);
    assertThat(run(generator.anext())).isEqualTo(1);
  }

  @Test
  void shutdownClosesThoseThatHaveBegun() {
    List<AsyncGenerator<?>> kept = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      int number = i;
      AsyncGenerator<Object> generator =
          TestAsyncGenerator.catching(
              g -> {
                if (g.at() == 0) {
                  return g.give(1, "v");
                }
                trace.add("closes " + number);
                return raise(number == 0 ? new IOException() : g.thrown());
              });
      run(generator.anext());
      kept.add(generator);
    }
    run(loop.shutdownAsyncgens());
    assertThat(trace).containsExactly("closes 0", "closes 1");
    assertThat(takeReports())
        .singleElement()
        .satisfies(
            report -> {
              assertThat(report.message()).contains("asynchronous generator");
              assertThat(report.exception()).isInstanceOf(IOException.class);
            });
    kept.forEach(this::assertEnds);
  }

  /** As one does that cancels a task in its finally block and awaits it. */
  @Test
  void oneThatIsCancelledAsItIsClosedDoesNotKeepOthersFromIt() {
    List<AsyncGenerator<?>> kept = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      int number = i;
      AsyncGenerator<Object> generator =
          TestAsyncGenerator.catching(
              g ->
                  switch (g.at()) {
                    case 0 -> g.give(1, "v");
                    case 1 -> {
                      if (number == 0) {
                        throw new CancelledError();
                      }
                      yield g.await(2, Asyncio.sleep(Duration.ofSeconds(1)));
                    }
                    default -> {
                      trace.add("closed");
                      yield g.end();
                    }
                  });
      run(generator.anext());
      kept.add(generator);
    }
    run(loop.shutdownAsyncgens());
    assertThat(trace).containsExactly("closed");
    kept.forEach(this::assertEnds);
  }

  @Test
  void beginningOneAfterShutdownIsReported() {
    run(loop.shutdownAsyncgens());
    run(twoSlowly().anext());
    assertThat(takeReports())
        .singleElement()
        .satisfies(report -> assertThat(report.message()).contains("after shutdownAsyncgens()"));
  }

  @Test
  void abandonedOnesAreClosed() throws InterruptedException {
    run(
        TestAsyncGenerator.catching(
                g -> {
                  if (g.at() == 0) {
                    return g.give(1, "v");
                  }
                  trace.add("closed");
                  return raise(g.thrown());
                })
            .anext());
    for (int i = 0; i < 1000 && trace.isEmpty(); i++) {
      System.gc();
      Thread.sleep(5);
      turns(2);
    }
    assertThat(trace).containsExactly("closed");
  }
}
