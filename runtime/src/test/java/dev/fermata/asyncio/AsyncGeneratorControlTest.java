package dev.fermata.asyncio;

import static dev.fermata.asyncio.Asyncio.createTask;
import static dev.fermata.asyncio.Asyncio.sleep;
import static dev.fermata.asyncio.Script.await;
import static dev.fermata.asyncio.Script.doing;
import static dev.fermata.asyncio.Script.fails;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * What CPython's test_asyncgen pins of asend, athrow and aclose that are interrupted or in each
 * other's way.
 */
class AsyncGeneratorControlTest extends LoopTest {

  private static final Duration SECOND = Duration.ofSeconds(1);

  private static Object raise(Throwable throwable) throws Throwable {
    throw throwable;
  }

  private Throwable failure = new AssertionError("nothing was thrown");

  /**
   * Yields "v" again and again, with a sleep before each; whatever is thrown into it it takes note
   * of, sleeps, and throws again.
   */
  private final AsyncGenerator<Object> generator =
      TestAsyncGenerator.catching(
          g -> {
            if (g.hasThrown()) {
              failure = g.thrown();
              trace.add("thrown " + failure.getClass().getSimpleName());
              return g.await(9, sleep(SECOND));
            }
            return switch (g.at()) {
              case 0 -> g.await(1, sleep(SECOND));
              case 1 -> g.give(2, "v");
              case 2 -> {
                trace.add("sent " + g.sent());
                yield g.await(1, sleep(SECOND));
              }
              default -> {
                trace.add("cleaned up");
                yield raise(failure);
              }
            };
          });

  private void turn() throws Throwable {
    await(sleep(Duration.ZERO));
  }

  private void assertEnds() {
    fails(StopAsyncIterationException.class, () -> await(generator.anext()));
  }

  /** A task that awaits what is asked of the generator. */
  private static Task<@Nullable Object> task(Awaitable<?> asked) {
    return createTask(Script.<@Nullable Object>of(() -> await(asked)));
  }

  @Test
  void nothingElseCanBeAskedWhileOneIsWaitedFor() {
    run(
        () -> {
          List<Supplier<Awaitable<?>>> first =
              List.of(
                  generator::anext,
                  () -> generator.asend("x"),
                  () -> generator.athrow(new IOException()));
          for (Supplier<Awaitable<?>> ask : first) {
            Task<@Nullable Object> asked = task(ask.get());
            turn();
            assertBusy("anext()", generator.anext());
            assertBusy("asend(..)", generator.asend("y"));
            assertBusy("athrow(..)", generator.athrow(new Error()));
            assertBusy("aclose()", generator.aclose());
            await(Asyncio.wait(List.of(asked)));
            trace.add(asked.exception() == null ? "value" : "failure");
          }
          assertEnds();
        });
    assertThat(trace)
        .containsExactly("value", "sent x", "value", "thrown IOException", "cleaned up", "failure");
  }

  private static void assertBusy(String call, Awaitable<?> asked) {
    assertThat(fails(IllegalStateException.class, () -> await(asked)))
        .hasMessageStartingWith(call)
        .hasMessageContaining("running already");
  }

  @Test
  void whileItIsClosedNothingCanBeAsked() {
    run(
        () -> {
          await(generator.anext());
          Task<@Nullable Object> closing = task(generator.aclose());
          turn();
          assertBusy("anext()", generator.anext());
          assertBusy("aclose()", generator.aclose());
          assertThat(await(closing)).isNull();
          assertEnds();
        });
    assertThat(trace).containsExactly("thrown GeneratorExit", "cleaned up");
  }

  @Test
  void cancellationInASend() {
    run(
        () -> {
          await(generator.anext());
          Task<@Nullable Object> sending = task(generator.asend("x"));
          turn();
          sending.cancel();
          fails(CancelledError.class, () -> await(sending));
          assertEnds();
        });
    assertThat(trace).containsExactly("sent x", "thrown CancelledError", "cleaned up");
  }

  @Test
  void cancellationInAThrow() {
    run(
        () -> {
          await(generator.anext());
          Task<@Nullable Object> throwing = task(generator.athrow(new IOException()));
          turn();
          throwing.cancel();
          fails(CancelledError.class, () -> await(throwing));
          assertEnds();
        });
    assertThat(trace).containsExactly("thrown IOException", "thrown CancelledError", "cleaned up");
  }

  @Test
  void cancellationInAClose() {
    run(
        () -> {
          await(generator.anext());
          Task<@Nullable Object> closing = task(generator.aclose());
          turn();
          closing.cancel();
          fails(CancelledError.class, () -> await(closing));
          assertEnds();
        });
    assertThat(trace)
        .containsExactly("thrown GeneratorExit", "thrown CancelledError", "cleaned up");
  }

  @Test
  void cancellationBeforeAnyOfThemBeginsLeavesItAlone() {
    run(
        () -> {
          await(generator.anext());
          for (Awaitable<?> asked :
              List.of(
                  generator.asend("x"), generator.athrow(new IOException()), generator.aclose())) {
            Task<@Nullable Object> task = task(asked);
            task.cancel();
            fails(CancelledError.class, () -> await(task));
          }
          assertThat(trace).isEmpty();
          assertThat(await(generator.asend("y"))).isEqualTo("v");
          assertThat(trace).containsExactly("sent y");
        });
  }

  @Test
  void oneThatIsDone() {
    run(
        () -> {
          Awaitable<Void> again = generator.aclose();
          await(generator.aclose());
          assertThat(await(again)).isNull();
          assertThat(await(generator.athrow(new IOException()))).isNull();
          fails(StopAsyncIterationException.class, () -> await(generator.asend("x")));
        });
    assertThat(trace).isEmpty();
  }

  @Test
  void aGeneratorExitMayBeThrownLikeAnyOther() {
    run(
        () -> {
          await(generator.anext());
          GeneratorExit exit = new GeneratorExit();
          assertThat(fails(GeneratorExit.class, () -> await(generator.athrow(exit))))
              .isSameAs(exit);
        });
  }

  @Test
  void whatLooksLikeTheEndIsAFailureOfACloseToo() {
    AsyncGenerator<Object> liar =
        TestAsyncGenerator.catching(
            g -> g.at() == 0 ? g.give(1, "v") : raise(StopAsyncIterationException.INSTANCE));
    run(
        () -> {
          await(liar.anext());
          assertThat(fails(IllegalStateException.class, () -> await(liar.aclose())))
              .hasMessageContaining("raised StopAsyncIteration");
        });
  }

  @Test
  void eachCanBeAwaitedOnce() {
    run(
        () -> {
          for (Awaitable<?> asked :
              List.of(generator.asend(null), generator.asend("x"), generator.aclose())) {
            await(asked);
            assertThat(fails(IllegalStateException.class, () -> await(asked)))
                .hasMessageContaining("cannot reuse");
          }
        });
  }

  @Test
  void shutdownReportsOneThatIsInUse() {
    run(
        () -> {
          Task<@Nullable Object> asked = task(generator.anext());
          turn();
          await(loop.shutdownAsyncgens());
          assertThat(await(asked)).isEqualTo("v");
        });
    assertThat(takeReports())
        .singleElement()
        .satisfies(
            report -> assertThat(report.exception()).hasMessageContaining("running already"));
  }

  @Test
  void shutdownClosesAllAtOnce() {
    AsyncGenerator<?>[] all = new AsyncGenerator<?>[10];
    run(
        () -> {
          for (int i = 0; i < all.length; i++) {
            all[i] =
                TestAsyncGenerator.catching(
                    g ->
                        switch (g.at()) {
                          case 0 -> g.give(1, "v");
                          case 1 -> g.await(2, sleep(SECOND));
                          default -> g.end();
                        });
            await(all[i].anext());
          }
          long begin = loop.time();
          await(loop.shutdownAsyncgens());
          assertThat(Duration.ofNanos(loop.time() - begin)).isEqualTo(SECOND);
        });
  }

  @Test
  void oneInUseIsNotAbandoned() throws Throwable {
    run(
        () -> {
          Task<Void> using =
              createTask(
                  doing(
                      () ->
                          assertThat(
                                  await(
                                      TestAsyncGenerator.of(
                                              g ->
                                                  g.at() == 0
                                                      ? g.await(1, sleep(SECOND))
                                                      : g.give(2, "v"))
                                          .anext()))
                              .isEqualTo("v")));
          turn();
          System.gc();
          turn();
          await(using);
        });
  }
}
