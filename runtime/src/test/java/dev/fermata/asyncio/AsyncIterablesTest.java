package dev.fermata.asyncio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Flow;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AsyncIterablesTest extends LoopTest {

  private <T extends @Nullable Object> T run(Awaitable<T> awaitable) {
    return loop.runUntilComplete(awaitable);
  }

  /** Publishes on the caller's thread what it is asked for, and tells of it. */
  private final class Counting implements Flow.Publisher<Integer> {
    private final int last;
    private final @Nullable Throwable failure;

    Counting(int last, @Nullable Throwable failure) {
      this.last = last;
      this.failure = failure;
    }

    @Override
    public void subscribe(Flow.Subscriber<? super Integer> subscriber) {
      subscriber.onSubscribe(
          new Flow.Subscription() {
            private int next = 1;

            @Override
            public void request(long count) {
              trace.add("request " + count);
              for (long i = 0; i < count && next <= last; i++) {
                subscriber.onNext(next++);
              }
              if (next > last) {
                if (failure != null) {
                  subscriber.onError(failure);
                } else {
                  subscriber.onComplete();
                }
              }
            }

            @Override
            public void cancel() {
              trace.add("cancel");
            }
          });
    }
  }

  @Test
  void ofACollectionAndOfAStream() {
    AsyncIterable<Integer> numbers = AsyncIterable.from(List.of(1, 2, 3));
    assertThat(run(numbers.toList())).containsExactly(1, 2, 3);
    assertThat(run(numbers.toList())).containsExactly(1, 2, 3);
    assertThat(run(AsyncIterable.<Integer>from(Stream.of(4, 5)).toList())).containsExactly(4, 5);
  }

  @Test
  void elementsAreTakenAsTheyAreAskedFor() {
    Stream<Integer> endless =
        Stream.iterate(1, n -> n + 1).peek(n -> trace.add("computes " + n)).onClose(say("closed"));
    AsyncIterator<Integer> numbers = AsyncIterable.<Integer>from(endless).aiter();
    assertThat(trace).isEmpty();
    assertThat(run(numbers.anext())).isEqualTo(1);
    assertThat(run(numbers.anext())).isEqualTo(2);
    run(numbers.aclose());
    assertThat(trace).containsExactly("computes 1", "computes 2", "closed");
    assertThatThrownBy(() -> run(numbers.anext())).isInstanceOf(StopAsyncIterationException.class);
  }

  @Test
  void closingClosesAGenerator() {
    Generator<Integer> generator = TestGenerator.count(3);
    AsyncIterator<Integer> numbers = AsyncIterable.<Integer>from(generator).aiter();
    assertThat(run(numbers.anext())).isEqualTo(1);
    run(numbers.aclose());
    assertThat(generator.hasNext()).isFalse();
    assertThatThrownBy(() -> run(numbers.anext())).isInstanceOf(StopAsyncIterationException.class);
  }

  @Test
  void closingACollectionsIteratorEndsIt() {
    AsyncIterator<Integer> numbers = AsyncIterable.<Integer>from(List.of(1, 2)).aiter();
    run(numbers.aclose());
    assertThatThrownBy(() -> run(numbers.anext())).isInstanceOf(StopAsyncIterationException.class);
  }

  @Test
  void aFailureOfAnIteratorIsTheVeryObject() {
    IllegalStateException failure = new IllegalStateException();
    AsyncIterator<Integer> numbers =
        AsyncIterable.<Integer>from(
                Stream.of(1)
                    .peek(
                        n -> {
                          throw failure;
                        }))
            .aiter();
    assertThatThrownBy(() -> run(numbers.anext())).isSameAs(failure);
  }

  @Test
  void ofAPublisher() {
    AsyncIterator<Integer> values = AsyncIterable.<Integer>from(new Counting(3, null)).aiter();
    assertThat(trace).isEmpty();
    assertThat(run(values.anext())).isEqualTo(1);
    assertThat(run(values.anext())).isEqualTo(2);
    assertThat(run(values.anext())).isEqualTo(3);
    assertThatThrownBy(() -> run(values.anext())).isInstanceOf(StopAsyncIterationException.class);
  }

  @Test
  void aFailureOfThePublisherIsTheVeryObject() {
    IOException failure = new IOException();
    AsyncIterator<Integer> values = AsyncIterable.<Integer>from(new Counting(1, failure)).aiter();
    assertThat(run(values.anext())).isEqualTo(1);
    assertThatThrownBy(() -> run(values.anext())).isSameAs(failure);
  }

  /** Gives up a list of what a publisher never sends. */
  private void giveUp(Function<Flow.Publisher<Integer>, Coroutine<List<Integer>>> list) {
    Flow.Publisher<Integer> silent =
        subscriber ->
            subscriber.onSubscribe(
                new Flow.Subscription() {
                  @Override
                  public void request(long count) {
                    trace.add("request");
                  }

                  @Override
                  public void cancel() {
                    trace.add("cancel");
                  }
                });
    Task<List<Integer>> task = loop.createTask(list.apply(silent));
    turns(2);
    task.cancel();
    turns(2);
    assertThat(task.cancelled()).isTrue();
  }

  @Test
  void aListThatIsGivenUpEndsItsSubscription() {
    giveUp(publisher -> AsyncIterable.<Integer>from(publisher).toList());
    assertThat(trace).containsExactly("request", "cancel");
  }

  @Test
  void aListThatIsGivenUpLeavesTheSubscriptionOfAnother() {
    giveUp(publisher -> Asyncio.aiter(publisher).toList());
    assertThat(trace).containsExactly("request");
  }

  @Test
  void closingEndsTheSubscription() {
    AsyncIterator<Integer> values = AsyncIterable.<Integer>from(new Counting(99, null)).aiter();
    run(values.anext());
    run(values.aclose());
    run(values.aclose());
    assertThat(trace).endsWith("cancel").containsOnlyOnce("cancel");
    assertThatThrownBy(() -> run(values.anext())).isInstanceOf(StopAsyncIterationException.class);
  }

  /** Asks for what it is told to. */
  private final class Listener implements Flow.Subscriber<Object> {
    Flow.@Nullable Subscription subscription;
    @Nullable Throwable failure;

    @Override
    public void onSubscribe(Flow.Subscription granted) {
      subscription = granted;
    }

    @Override
    public void onNext(Object value) {
      trace.add("next " + value);
    }

    @Override
    public void onError(Throwable failure) {
      this.failure = failure;
      trace.add("error " + failure.getClass().getSimpleName());
    }

    @Override
    public void onComplete() {
      trace.add("complete");
    }
  }

  private Listener subscribed(AsyncIterable<?> source) {
    Listener listener = new Listener();
    loop.callSoon(() -> source.toPublisher().subscribe(listener));
    turns(3);
    return listener;
  }

  @Test
  void publishesNoMoreThanIsAskedFor() {
    Listener listener = subscribed(AsyncIterable.from(List.of(1, 2, 3)));
    assertThat(trace).isEmpty();
    Objects.requireNonNull(listener.subscription).request(2);
    turns(3);
    assertThat(trace).containsExactly("next 1", "next 2");
    Objects.requireNonNull(listener.subscription).request(Long.MAX_VALUE);
    Objects.requireNonNull(listener.subscription).request(Long.MAX_VALUE);
    turns(3);
    assertThat(trace).containsExactly("next 1", "next 2", "next 3", "complete");
  }

  @Test
  void publishesFailures() {
    AsyncGenerator<Object> failing =
        TestAsyncGenerator.of(
            g -> {
              if (g.at() == 0) {
                return g.give(1, "v");
              }
              throw new IOException();
            });
    Listener listener = subscribed(failing);
    Objects.requireNonNull(listener.subscription).request(5);
    turns(4);
    assertThat(trace).containsExactly("next v", "error IOException");
  }

  /** Fails to go on, and then to close. */
  private record Broken(boolean atOnce) implements AsyncIterator<Object> {
    @Override
    public Awaitable<Object> anext() {
      return Coroutine.failed(new IOException());
    }

    @Override
    public Awaitable<Void> aclose() {
      IllegalStateException failure = new IllegalStateException();
      if (atOnce) {
        throw failure;
      }
      return Script.doing(
          () -> {
            Script.await(Asyncio.sleep(Duration.ZERO));
            throw failure;
          });
    }
  }

  @Test
  void aFailureToCloseIsShownWithTheOneThatIsPublished() {
    for (boolean atOnce : new boolean[] {true, false}) {
      Listener listener = subscribed(() -> new Broken(atOnce));
      Objects.requireNonNull(listener.subscription).request(5);
      turns(6);
      assertThat(listener.failure).isInstanceOf(IOException.class);
      assertThat(Objects.requireNonNull(listener.failure).getSuppressed())
          .hasSize(1)
          .hasOnlyElementsOfType(IllegalStateException.class);
    }
  }

  @Test
  void cancellingASubscriptionClosesTheGenerator() {
    AsyncGenerator<Object> endless =
        TestAsyncGenerator.catching(
            g -> {
              if (g.hasThrown()) {
                trace.add("closed");
                throw g.thrown();
              }
              return g.give(1, "v");
            });
    Listener listener = subscribed(endless);
    Objects.requireNonNull(listener.subscription).request(1);
    turns(3);
    Objects.requireNonNull(listener.subscription).cancel();
    turns(4);
    assertThat(trace).containsExactly("next v", "closed");
  }

  @Test
  void askingForNothingIsAnError() {
    Listener listener = subscribed(AsyncIterable.from(List.of(1)));
    Objects.requireNonNull(listener.subscription).request(0);
    turns(4);
    assertThat(trace).containsExactly("error IllegalArgumentException");
  }

  @Test
  void aSourceThatHasNoIteratorIsAnError() {
    subscribed(
        () -> {
          throw new IllegalStateException();
        });
    assertThat(trace).containsExactly("error IllegalStateException");
    trace.clear();
    AsyncIterable<Integer> once = AsyncIterable.from(Stream.of(1));
    run(once.toList());
    subscribed(once);
    assertThat(trace).containsExactly("error IllegalStateException");
  }

  @Test
  void aSourceThatIsCancelledIsAnError() {
    AsyncGenerator<Object> cancelled =
        TestAsyncGenerator.of(
            g -> {
              throw new CancelledError();
            });
    Listener listener = subscribed(cancelled);
    Objects.requireNonNull(listener.subscription).request(1);
    turns(4);
    assertThat(trace).containsExactly("error CancelledError");
  }

  @Test
  void aSubscriberIsToldThatTheLoopEnds() {
    Listener idle = subscribed(AsyncIterable.from(List.of(1)));
    Asyncio.allTasks(loop).forEach(Task::cancel);
    turns(4);
    assertThat(trace).containsExactly("error CancelledError");
    Objects.requireNonNull(idle.subscription).cancel();
    Objects.requireNonNull(idle.subscription).request(1);
    turns(4);
    assertThat(trace).containsExactly("error CancelledError");
  }

  @Test
  void cancellingASubscriptionAgainDoesNotInterruptTheGenerator() {
    AsyncGenerator<Object> cleansUp =
        TestAsyncGenerator.catching(
            g ->
                switch (g.at()) {
                  case 0 -> g.give(1, "v");
                  case 1 -> {
                    assertThat(g.hasThrown()).isTrue();
                    yield g.await(2, Asyncio.sleep(Duration.ofSeconds(1)));
                  }
                  default -> {
                    trace.add(g.hasThrown() ? "interrupted" : "cleaned up");
                    yield g.end();
                  }
                });
    Listener listener = subscribed(cleansUp);
    Objects.requireNonNull(listener.subscription).request(1);
    turns(3);
    Objects.requireNonNull(listener.subscription).cancel();
    turns(3);
    Objects.requireNonNull(listener.subscription).cancel();
    run(Asyncio.sleep(Duration.ofSeconds(2)));
    assertThat(trace).containsExactly("next v", "cleaned up");
  }
}
