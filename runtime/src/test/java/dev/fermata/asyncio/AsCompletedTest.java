package dev.fermata.asyncio;

import static dev.fermata.asyncio.Asyncio.asCompleted;
import static dev.fermata.asyncio.Asyncio.createTask;
import static dev.fermata.asyncio.Asyncio.sleep;
import static dev.fermata.asyncio.Script.await;
import static dev.fermata.asyncio.Script.doing;
import static dev.fermata.asyncio.Script.fails;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** After the parts of CPython's test_tasks. */
class AsCompletedTest extends LoopTest {

  private static Duration ms(int millis) {
    return Duration.ofMillis(millis);
  }

  /** Goes through the plain iterator. */
  private static List<String> results(AsCompleted<String> completed) throws Throwable {
    List<String> results = new ArrayList<>();
    for (Coroutine<String> next : completed) {
      results.add(await(next));
    }
    return results;
  }

  /** Goes through the asynchronous iterator. */
  private static <T> List<T> all(AsyncIterable<T> iterable) throws Throwable {
    AsyncIterator<T> iterator = iterable.aiter();
    List<T> all = new ArrayList<>();
    try {
      while (true) {
        all.add(await(iterator.anext()));
      }
    } catch (StopAsyncIterationException end) {
      return all;
    }
  }

  @Nested
  class Plain {

    @Test
    void hasResultsAsTheyCome() {
      run(
          () -> {
            Coroutine<String> a = sleep(ms(100), "a");
            Coroutine<String> b = sleep(ms(50), "b");
            Coroutine<String> c = sleep(ms(150), "c");
            assertThat(results(asCompleted(List.of(a, b, c)))).containsExactly("b", "a", "c");
            assertThat(loop.time()).isEqualTo(ms(150).toNanos());
          });
    }

    @Test
    void ofNothing() {
      run(
          () -> {
            AsCompleted<String> nothing = asCompleted(List.of(), ms(1));
            assertThat(results(nothing)).isEmpty();
            assertThatThrownBy(nothing.iterator()::next).isInstanceOf(NoSuchElementException.class);
          });
    }

    @Test
    void failuresStandWhereTheyCome() {
      run(
          () -> {
            Future<String> failing = loop.createFuture();
            loop.callLater(ms(1), () -> failing.setException(new IOException("failed")));
            Iterator<Coroutine<String>> next =
                asCompleted(List.of(sleep(ms(2), "a"), failing)).iterator();
            assertThat(fails(IOException.class, () -> await(next.next()))).hasMessage("failed");
            assertThat(await(next.next())).isEqualTo("a");
            assertThat(next.hasNext()).isFalse();
          });
    }

    @Test
    void withATimeout() {
      run(
          () -> {
            Task<String> a = createTask(sleep(ms(100), "a"));
            Task<String> b = createTask(sleep(ms(150), "b"));
            for (Coroutine<String> next : asCompleted(List.of(a, b), ms(120))) {
              try {
                trace.add(await(next));
              } catch (TimeoutException e) {
                trace.add("timeout");
              }
            }
            assertThat(trace).containsExactly("a", "timeout");
            assertThat(loop.time()).isEqualTo(ms(120).toNanos());
            assertThat(b).as("it lets go").asString().doesNotContain("cb=");
            assertThat(await(b)).isEqualTo("b");
          });
    }

    @Test
    void aTimeoutThatIsNotNeededLeavesNoTimer() {
      run(
          () -> {
            assertThat(results(asCompleted(List.of(sleep(ms(10), "a")), Duration.ofDays(1))))
                .containsExactly("a");
            await(sleep(Duration.ofDays(2)));
          });
      assertThat(loop.time()).isEqualTo(Duration.ofDays(2).plus(ms(10)).toNanos());
    }

    @Test
    void awaitedInAnotherOrder() {
      run(
          () -> {
            List<Coroutine<String>> nexts = new ArrayList<>();
            asCompleted(List.of(sleep(ms(50), "a"), sleep(ms(100), "b"))).forEach(nexts::add);
            assertThat(await(nexts.get(1))).isEqualTo("a");
            assertThat(loop.time()).isEqualTo(ms(50).toNanos());
            assertThat(await(nexts.get(0))).isEqualTo("b");
            assertThat(loop.time()).isEqualTo(ms(100).toNanos());
          });
    }

    @Test
    void awaitedAtTheSameTime() {
      run(
          () -> {
            List<Task<String>> tasks = new ArrayList<>();
            for (Coroutine<String> next :
                asCompleted(List.of(sleep(ms(50), "a"), sleep(ms(50), "b")))) {
              tasks.add(createTask(next));
            }
            assertThat(await(Asyncio.wait(tasks)).done())
                .extracting(Future::result)
                .containsExactly("a", "b");
          });
    }

    @Test
    void goneThroughInTwoPlaces() {
      run(
          () -> {
            AsCompleted<String> completed =
                asCompleted(
                    List.of(
                        Coroutine.of("0"),
                        Coroutine.of("1"),
                        Coroutine.of("2"),
                        Coroutine.of("3")));
            List<String> results = new ArrayList<>();
            for (Coroutine<String> next : completed) {
              results.add(await(next));
              if (results.size() == 2) {
                break;
              }
            }
            results.addAll(results(completed));
            assertThat(results).containsExactly("0", "1", "2", "3");
          });
    }

    @Test
    void givenTwiceCountsOnce() {
      run(
          () -> {
            Coroutine<String> twice = Coroutine.of("ham");
            assertThat(results(asCompleted(List.of(twice, twice, Coroutine.of("spam")))))
                .containsExactly("ham", "spam");
          });
    }

    @Test
    void cancelledItLosesNothing() {
      run(
          () -> {
            AsCompleted<String> completed =
                asCompleted(List.of(sleep(ms(50), "a"), sleep(ms(100), "b")));
            Iterator<Coroutine<String>> next = completed.iterator();
            Task<String> first = createTask(next.next());
            await(sleep(ms(1)));
            first.cancel();
            fails(CancelledError.class, () -> await(first));
            assertThat(await(next.next())).isEqualTo("a");
            await(sleep(ms(100)));
          });
    }
  }

  @Nested
  class Asynchronous {

    @Test
    void hasTheVeryTasks() {
      run(
          () -> {
            Future<String> future = loop.createFuture();
            loop.callLater(ms(5), () -> future.setResult("f"));
            Task<String> task = createTask(sleep(ms(10), "t"));
            Coroutine<String> coroutine = sleep(ms(20), "c");
            List<Future<String>> all = all(asCompleted(List.of(task, coroutine, future)));
            assertThat(all.get(0)).isSameAs(future);
            assertThat(all.get(1)).isSameAs(task);
            assertThat(all.get(2)).isInstanceOf(Task.class);
            assertThat(all).hasSize(3).extracting(Future::result).containsExactly("f", "t", "c");
          });
    }

    @Test
    void ofNothing() {
      run(() -> assertThat(all(AsCompletedTest.<String>nothing())).isEmpty());
    }

    @Test
    void aFutureThatFailedIsAnElement() {
      run(
          () -> {
            List<Future<String>> all =
                all(asCompleted(List.of(Coroutine.<String>failed(new IOException("failed")))));
            assertThat(all).singleElement().extracting(Future::exception).isNotNull();
          });
    }

    @Test
    void withATimeout() {
      run(
          () -> {
            Task<String> a = createTask(sleep(ms(100), "a"));
            Task<String> b = createTask(sleep(ms(150), "b"));
            AsyncIterator<Future<String>> completed = asCompleted(List.of(a, b), ms(120));
            assertThat(await(completed.anext())).isSameAs(a);
            fails(TimeoutException.class, () -> await(completed.anext()));
            fails(StopAsyncIterationException.class, () -> await(completed.anext()));
            assertThat(loop.time()).isEqualTo(ms(120).toNanos());
            await(b);
          });
    }
  }

  private static <T> AsCompleted<T> nothing() {
    return asCompleted(List.<Coroutine<T>>of());
  }

  @Test
  void needsALoop() {
    assertThatThrownBy(() -> asCompleted(List.of(Coroutine.of(42))))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("no current event loop");
  }

  @Test
  void coroutinesRunFromTheStart() {
    run(
        () -> {
          asCompleted(List.of(doing(() -> trace.add("run"))));
          await(sleep(Duration.ZERO));
        });
    assertThat(trace).containsExactly("run");
  }
}
