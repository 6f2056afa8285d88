package dev.fermata.asyncio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

@SuppressWarnings("NullAway") // a null where none belongs fails the test
class RunnersTest {

  private final List<String> trace = new ArrayList<>();
  private final List<ExceptionContext> reports = new ArrayList<>();
  private final List<EventLoop> made = new ArrayList<>();

  private final Runner.Options options =
      Runner.Options.defaults()
          .loopFactory(
              () -> {
                EventLoop loop = VirtualClockLoop.create();
                loop.setExceptionHandler((l, context) -> reports.add(context));
                made.add(loop);
                return loop;
              });

  @Test
  void runReturnsTheResultAndClosesTheLoop() {
    Coroutine<String> main =
        TestFrame.of(
            f -> {
              if (f.at() == 0) {
                made.add(Asyncio.getRunningLoop());
                return f.await(1, Asyncio.sleep(Duration.ZERO));
              }
              return "r";
            });
    assertThat(Asyncio.run(main)).isEqualTo("r");
    assertThat(made.get(0).isClosed()).isTrue();
    assertThatThrownBy(Asyncio::getEventLoop).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void runThrowsTheVeryException() {
    IOException failure = new IOException();
    assertThat(catchThrowable(() -> Asyncio.run(Coroutine.failed(failure), options)))
        .isSameAs(failure);
    assertThat(made.get(0).isClosed()).isTrue();
    assertThat(reports).isEmpty();
  }

  @Test
  void runSetsDebugMode() {
    Coroutine<Boolean> main = TestFrame.of(f -> Asyncio.getRunningLoop().getDebug());
    assertThat(Asyncio.run(main, options.debug(true))).isTrue();
    Coroutine<Boolean> other = TestFrame.of(f -> Asyncio.getRunningLoop().getDebug());
    assertThat(Asyncio.run(other, options)).isFalse();
  }

  @Test
  void runInsideOfALoopIsRefused() {
    Coroutine<?> inner = Coroutine.completed();
    Coroutine<Object> main = TestFrame.of(f -> catchThrowable(() -> Asyncio.run(inner)));
    assertThat((Throwable) Asyncio.run(main, options))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("Asyncio.run cannot be called from a running event loop")
        .hasMessageContaining("await the other coroutine");
    assertThat(made).hasSize(1);
  }

  @Test
  void runNeedsACoroutine() {
    assertThatThrownBy(() -> Asyncio.run((Coroutine<?>) null))
        .isInstanceOf(NullPointerException.class)
        .hasMessageContaining("a coroutine was expected");
  }

  /** CPython 3.14 accepts whatever can be awaited. */
  @Test
  void otherAwaitablesAreAwaited() {
    assertThat(Asyncio.run(TestAsyncGenerator.of(g -> g.give(1, "first")).anext()))
        .isEqualTo("first");
    try (Runner runner = new Runner(options)) {
      Future<String> future = runner.getLoop().createFuture();
      runner.getLoop().callSoon(() -> future.setResult("result"));
      assertThat(runner.run(future)).isEqualTo("result");
      assertThat(runner.run((Awaitable<String>) Coroutine.of("coroutine"))).isEqualTo("coroutine");
    }
    assertThatThrownBy(() -> Asyncio.run((Awaitable<?>) null))
        .isInstanceOf(NullPointerException.class);
  }

  @Test
  void tasksThatAreLeftAreCancelledAndAwaited() {
    Coroutine<?> left =
        TestFrame.catching(
            f ->
                switch (f.at()) {
                  case 0 -> f.await(1, Asyncio.sleep(Duration.ofDays(1)));
                  case 1 -> {
                    trace.add(f.thrown().getClass().getSimpleName());
                    yield f.await(2, Asyncio.sleep(Duration.ofSeconds(1)));
                  }
                  default -> trace.add("cleaned up");
                });
    Coroutine<?> main =
        TestFrame.of(
            f -> {
              if (f.at() == 0) {
                Asyncio.createTask(left);
                return f.await(1, Asyncio.sleep(Duration.ZERO));
              }
              return trace.add("main");
            });
    Asyncio.run(main, options);
    assertThat(trace).containsExactly("main", "CancelledError", "cleaned up");
    assertThat(reports).isEmpty();
  }

  @Test
  void failuresOfTasksThatAreLeftAreReported() {
    IOException failure = new IOException();
    Coroutine<?> left =
        TestFrame.catching(
            f -> {
              if (f.at() == 0) {
                return f.await(1, Asyncio.sleep(Duration.ofDays(1)));
              }
              throw failure;
            });
    Coroutine<?> main =
        TestFrame.of(
            f -> {
              if (f.at() == 0) {
                Asyncio.createTask(left, "left");
                return f.await(1, Asyncio.sleep(Duration.ZERO));
              }
              return null;
            });
    Asyncio.run(main, options);
    assertThat(reports)
        .singleElement()
        .satisfies(
            report -> {
              assertThat(report.message()).contains("during shutdown");
              assertThat(report.exception()).isSameAs(failure);
              assertThat(((Task<?>) report.future()).getName()).isEqualTo("left");
            });
  }

  @Test
  void theDefaultExecutorIsWaitedFor() {
    Coroutine<?> main =
        TestFrame.doing(
            () ->
                Asyncio.getRunningLoop()
                    .runInExecutor(
                        null,
                        () -> {
                          synchronized (trace) {
                            return trace.add("done");
                          }
                        }));
    Asyncio.run(main);
    synchronized (trace) {
      assertThat(trace).containsExactly("done");
    }
  }

  @Test
  void runsSeveralOnOneLoop() {
    try (Runner runner = new Runner(options)) {
      Coroutine<EventLoop> first = TestFrame.of(f -> Asyncio.getRunningLoop());
      Coroutine<EventLoop> second = TestFrame.of(f -> Asyncio.getRunningLoop());
      assertThat(runner.run(first)).isSameAs(runner.run(second)).isSameAs(runner.getLoop());
    }
    assertThat(made).hasSize(1);
    assertThat(made.get(0).isClosed()).isTrue();
  }

  @Test
  void closedRefuses() {
    Runner runner = new Runner(options);
    runner.run(Coroutine.completed());
    runner.close();
    runner.close();
    assertThatThrownBy(() -> runner.run(Coroutine.completed()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("Runner is closed");
    assertThatThrownBy(runner::getLoop).hasMessageContaining("Runner is closed");
  }

  @Test
  void closedUnusedMakesNoLoop() {
    new Runner(options).close();
    assertThat(made).isEmpty();
  }

  @Test
  void theLoopIsTheThreadsOneUnlessItComesFromAFactory() {
    try (Runner runner = new Runner()) {
      EventLoop loop = runner.getLoop();
      assertThat(Asyncio.getEventLoop()).isSameAs(loop);
    }
    try (Runner runner = new Runner(options)) {
      runner.getLoop();
      assertThatThrownBy(Asyncio::getEventLoop).isInstanceOf(IllegalStateException.class);
    }
  }

  @Test
  void interruptCancelsTheCoroutineAndIsKept() {
    Coroutine<?> main =
        TestFrame.catching(
            f ->
                switch (f.at()) {
                  case 0 -> {
                    Thread.currentThread().interrupt();
                    yield f.await(1, Asyncio.sleep(Duration.ofDays(1)));
                  }
                  case 1 -> {
                    trace.add(f.thrown().getClass().getSimpleName());
                    yield f.await(2, Asyncio.sleep(Duration.ofSeconds(1)));
                  }
                  default -> throw new CancelledError("cleaned up");
                });
    assertThatThrownBy(() -> Asyncio.run(main, options))
        .isInstanceOf(CancelledError.class)
        .hasMessage("cleaned up");
    assertThat(Thread.interrupted()).isTrue();
    assertThat(trace).containsExactly("CancelledError");
  }

  @Test
  void aSecondInterruptStopsTheLoop() {
    Coroutine<?> main =
        TestFrame.catching(
            f -> {
              if (f.at() < 2) {
                Thread.currentThread().interrupt();
              }
              return f.await(f.at() + 1, Asyncio.sleep(Duration.ofSeconds(1)));
            });
    Runner runner = new Runner(options);
    assertThatThrownBy(() -> runner.run(main))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("Event loop stopped before Future completed");
    assertThat(Asyncio.allTasks(runner.getLoop())).hasSize(1);
    Asyncio.allTasks(runner.getLoop()).forEach(task -> assertThat(task.getName()).isNotEmpty());
  }

  private final ContextVar<Integer> var = new ContextVar<>("var", -1);

  /** Returns the value from before, and sets another one after a turn. */
  private Coroutine<Integer> swap(int value) {
    int[] old = new int[1];
    return TestFrame.of(
        f -> {
          if (f.at() == 0) {
            old[0] = var.get();
            return f.await(1, Asyncio.sleep(Duration.ZERO));
          }
          var.set(value);
          return old[0];
        });
  }

  @Test
  void runsShareOneContext() {
    try (Runner runner = new Runner(options)) {
      assertThat(runner.run(swap(1))).isEqualTo(-1);
      assertThat(runner.run(swap(2))).isEqualTo(1);
      Coroutine<Context> copy = TestFrame.of(f -> Asyncio.copyContext());
      assertThat(runner.run(copy).get(var)).isEqualTo(2);
      assertThat(var.get()).isEqualTo(-1);
    }
  }

  @Test
  void runsMayHaveAContextOfTheirOwn() {
    Context context = new Context();
    try (Runner runner = new Runner(options)) {
      assertThat(runner.run(swap(1), context)).isEqualTo(-1);
      assertThat(context.get(var)).isEqualTo(1);
      assertThat(runner.run(swap(2))).as("of the shared one").isEqualTo(-1);
    }
  }

  @Test
  void runnersCannotBeUsedFromTheirOwnCoroutines() {
    try (Runner runner = new Runner(options)) {
      Coroutine<Object> recursive =
          TestFrame.of(f -> catchThrowable(() -> runner.run(Coroutine.of(1))));
      assertThat((Throwable) runner.run(recursive))
          .hasMessageContaining("Runner.run cannot be called from a running event loop");
    }
  }

  @Test
  void interruptOfALoopThatNeverSleeps() {
    Coroutine<?> spinning =
        TestFrame.of(
            f -> {
              if (f.at() == 0) {
                Asyncio.getRunningLoop().callSoon(Thread.currentThread()::interrupt);
              }
              return f.await(1, Asyncio.sleep(Duration.ZERO));
            });
    assertThatThrownBy(() -> Asyncio.run(spinning, options)).isInstanceOf(CancelledError.class);
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void interruptCancelsWhatTheCoroutineWaitsFor() {
    Runner runner = new Runner(options);
    Future<String> future = runner.getLoop().createFuture();
    runner.getLoop().callLater(Duration.ofSeconds(1), Thread.currentThread()::interrupt);
    assertThatThrownBy(() -> runner.run(TestFrame.awaiting(future)))
        .isInstanceOf(CancelledError.class);
    assertThat(future.cancelled()).isTrue();
    assertThat(runner.run(Coroutine.of("next"))).as("one interrupt, one run").isEqualTo("next");
    runner.close();
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void interruptsOfEachRunAreCountedAnew() {
    Runner runner = new Runner(options);
    for (int i = 0; i < 3; i++) {
      runner.getLoop().callLater(Duration.ofSeconds(1), Thread.currentThread()::interrupt);
      assertThatThrownBy(() -> runner.run(Asyncio.sleep(Duration.ofDays(1), "slept")))
          .isInstanceOf(CancelledError.class);
    }
    runner.close();
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void descriptionsOfResultsAreNotAskedFor() {
    Object result =
        new Object() {
          @Override
          public String toString() {
            throw new AssertionError("nobody needs this");
          }
        };
    Coroutine<Object> main = TestFrame.of(f -> result);
    assertThat(Asyncio.run(main, options) == result).isTrue();
  }

  @Test
  void closeBeforeUseLeavesTheRunnerUsable() {
    Runner runner = new Runner(options);
    runner.close();
    assertThat(runner.run(Coroutine.of("r"))).isEqualTo("r");
    runner.close();
  }

  /** CPython's test_asyncio_run_closes_gens_after_hanging_tasks_errors. */
  @Test
  void generatorsOfTasksThatFailWhileTheyAreCancelledAreClosed() {
    AsyncGenerator<Integer> generator =
        TestAsyncGenerator.catching(
            g -> {
              if (g.hasThrown()) {
                trace.add(g.thrown().getClass().getSimpleName());
                throw g.thrown();
              }
              return g.give(1, 1);
            });
    Coroutine<?> left =
        Script.doing(
            () -> {
              Script.await(generator.anext());
              try {
                Script.await(Asyncio.sleep(Duration.ofDays(1)));
              } catch (CancelledError e) {
                throw new IOException("cleaning up", e);
              }
            });
    Coroutine<?> main =
        Script.doing(
            () -> {
              Asyncio.createTask(left, "left");
              Script.await(Asyncio.sleep(Duration.ZERO));
              throw new IllegalArgumentException("main");
            });
    assertThatThrownBy(() -> Asyncio.run(main, options)).hasMessage("main");
    assertThat(trace).containsExactly("GeneratorExit");
    assertThat(reports)
        .singleElement()
        .satisfies(report -> assertThat(report.exception()).hasMessage("cleaning up"));
  }
}
