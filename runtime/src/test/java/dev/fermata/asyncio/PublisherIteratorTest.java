package dev.fermata.asyncio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Flow;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.SubmissionPublisher;
import org.junit.jupiter.api.Test;

/** A publisher's values, one after the other. */
@SuppressWarnings("NullAway") // a null where none belongs fails the test
class PublisherIteratorTest extends LoopTest {

  private final List<String> asked = new ArrayList<>();
  private Flow.Subscriber<? super String> subscriber;

  private final Flow.Publisher<String> publisher =
      s -> {
        subscriber = s;
        s.onSubscribe(
            new Flow.Subscription() {
              @Override
              public void request(long n) {
                asked.add("request " + n);
              }

              @Override
              public void cancel() {
                asked.add("cancel");
              }
            });
      };

  private final PublisherIterator<String> values = Asyncio.aiter(publisher, 4);

  private String next() {
    return loop.runUntilComplete(values.anext());
  }

  /** Begins to wait for the first value. */
  private Task<String> begin() {
    Task<String> task = loop.createTask(values.anext());
    turns(1);
    return task;
  }

  @Test
  void subscribesWhenTheFirstIsAskedFor() {
    assertThat(subscriber).isNull();
    Task<String> first = begin();
    assertThat(asked).containsExactly("request 4");
    subscriber.onNext("a");
    assertThat(loop.runUntilComplete(first)).isEqualTo("a");
  }

  @Test
  void asksForNoMoreThanThereIsRoomFor() {
    Task<String> first = begin();
    List.of("a", "b", "c", "d").forEach(subscriber::onNext);
    assertThat(loop.runUntilComplete(first)).isEqualTo("a");
    assertThat(asked).containsExactly("request 4");
    assertThat(next()).isEqualTo("b");
    assertThat(asked).containsExactly("request 4", "request 2");
    assertThat(next()).isEqualTo("c");
    assertThat(next()).isEqualTo("d");
    assertThat(asked).containsExactly("request 4", "request 2", "request 2");
  }

  @Test
  void endsWhenThePublisherDoes() {
    Task<String> first = begin();
    subscriber.onNext("a");
    subscriber.onComplete();
    assertThat(loop.runUntilComplete(first)).isEqualTo("a");
    assertThatThrownBy(this::next).isInstanceOf(StopAsyncIterationException.class);
    assertThatThrownBy(this::next).isInstanceOf(StopAsyncIterationException.class);
  }

  @Test
  void failsOnceWithTheVeryErrorAfterWhatCameBefore() {
    IOException failure = new IOException();
    Task<String> first = begin();
    subscriber.onNext("a");
    subscriber.onError(failure);
    assertThat(loop.runUntilComplete(first)).isEqualTo("a");
    assertThat(catchThrowable(this::next)).isSameAs(failure);
    assertThatThrownBy(this::next).isInstanceOf(StopAsyncIterationException.class);
  }

  @Test
  void closedUnsubscribesAndEnds() {
    Task<String> first = begin();
    values.close();
    values.close();
    assertThat(asked).startsWith("request 4", "cancel");
    assertThatThrownBy(() -> loop.runUntilComplete(first))
        .isInstanceOf(StopAsyncIterationException.class);
    subscriber.onNext("too late");
    turns(1);
    assertThatThrownBy(this::next).isInstanceOf(StopAsyncIterationException.class);
  }

  @Test
  void closedBeforeUseNeverSubscribes() {
    values.close();
    assertThatThrownBy(this::next).isInstanceOf(StopAsyncIterationException.class);
    assertThat(subscriber).isNull();
  }

  @Test
  void cancelledLosesNothing() {
    Task<String> first = begin();
    first.cancel();
    subscriber.onNext("a");
    assertThatThrownBy(() -> loop.runUntilComplete(first)).isInstanceOf(CancelledError.class);
    assertThat(next()).isEqualTo("a");
  }

  @Test
  void isForOneAtATime() {
    Task<String> first = begin();
    assertThatThrownBy(this::next)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("one coroutine at a time");
    subscriber.onNext("a");
    assertThat(loop.runUntilComplete(first)).isEqualTo("a");
  }

  @Test
  void oneThatHasEndedIsNotCancelled() {
    Task<String> first = begin();
    subscriber.onComplete();
    assertThatThrownBy(() -> loop.runUntilComplete(first))
        .isInstanceOf(StopAsyncIterationException.class);
    values.close();
    assertThat(asked).containsExactly("request 4");
  }

  @Test
  void nullEndsTheSubscriptionForBoth() {
    Task<String> first = begin();
    assertThatThrownBy(() -> subscriber.onNext(null)).isInstanceOf(NullPointerException.class);
    assertThat(asked).containsExactly("request 4", "cancel");
    assertThatThrownBy(() -> loop.runUntilComplete(first))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("a publisher must not send null");
    values.close();
    assertThat(asked).containsExactly("request 4", "cancel");
  }

  @Test
  void nullIsNoError() {
    Task<String> first = begin();
    assertThatThrownBy(() -> subscriber.onError(null)).isInstanceOf(NullPointerException.class);
    assertThatThrownBy(() -> loop.runUntilComplete(first)).isInstanceOf(NullPointerException.class);
    assertThatThrownBy(this::next).isInstanceOf(StopAsyncIterationException.class);
  }

  @Test
  void aSecondSubscriptionIsRefused() {
    Task<String> first = begin();
    Flow.Subscriber<? super String> own = subscriber;
    publisher.subscribe(
        new Flow.Subscriber<>() {
          @Override
          public void onSubscribe(Flow.Subscription another) {
            own.onSubscribe(another);
          }

          @Override
          public void onNext(String value) {}

          @Override
          public void onError(Throwable failure) {}

          @Override
          public void onComplete() {}
        });
    assertThat(asked).containsExactly("request 4", "cancel");
    own.onNext("a");
    assertThat(loop.runUntilComplete(first)).isEqualTo("a");
  }

  @Test
  void anErrorWithoutASubscription() {
    IOException failure = new IOException();
    Flow.Publisher<String> failing = s -> s.onError(failure);
    PublisherIterator<String> iterator = Asyncio.aiter(failing);
    assertThat(catchThrowable(() -> loop.runUntilComplete(iterator.anext()))).isSameAs(failure);
    iterator.close();
  }

  @Test
  void whoCannotBeSubscribedToFails() {
    IllegalStateException failure = new IllegalStateException();
    PublisherIterator<String> iterator =
        Asyncio.aiter(
            s -> {
              throw failure;
            });
    assertThat(catchThrowable(() -> loop.runUntilComplete(iterator.anext()))).isSameAs(failure);
    iterator.close();
    assertThatThrownBy(() -> loop.runUntilComplete(iterator.anext()))
        .isInstanceOf(StopAsyncIterationException.class);
  }

  @Test
  void moreThanWasAskedForIsKept() {
    Task<String> first = begin();
    List.of("a", "b", "c", "d", "e", "f").forEach(subscriber::onNext);
    subscriber.onComplete();
    subscriber.onNext("too late");
    subscriber.onError(new IOException("too late"));
    assertThat(loop.runUntilComplete(first)).isEqualTo("a");
    for (String expected : List.of("b", "c", "d", "e", "f")) {
      assertThat(next()).isEqualTo(expected);
    }
    assertThatThrownBy(this::next).isInstanceOf(StopAsyncIterationException.class);
  }

  @Test
  void needsRoom() {
    assertThatThrownBy(() -> Asyncio.aiter(publisher, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("was 0");
  }

  @Test
  void getsAllOfAPublisherInOtherThreadsInOrder() {
    SubmissionPublisher<Integer> numbers = new SubmissionPublisher<>(ForkJoinPool.commonPool(), 8);
    PublisherIterator<Integer> iterator = Asyncio.aiter(numbers, 3);
    List<Object> seen = new ArrayList<>();
    Coroutine<?> reader =
        TestFrame.catching(
            f -> {
              if (f.thrown() instanceof StopAsyncIterationException) {
                return null;
              }
              if (f.thrown() != null) {
                throw f.thrown();
              }
              if (f.at() == 1) {
                seen.add(f.sent());
              }
              return f.await(1, iterator.anext());
            });
    Task<?> task = loop.createTask(reader);
    turns(1);
    Thread producer =
        new Thread(
            () -> {
              for (int i = 0; i < 1000; i++) {
                numbers.submit(i);
              }
              numbers.close();
            });
    producer.start();
    loop.runUntilComplete(task);
    assertThat(seen).hasSize(1000).startsWith(0, 1, 2).endsWith(999);
  }
}
