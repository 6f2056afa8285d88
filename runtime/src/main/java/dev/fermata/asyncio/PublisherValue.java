package dev.fermata.asyncio;

import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/**
 * The coroutine of {@code firstValue} and {@code lastValue}: subscribes when it is awaited, and
 * unsubscribes when it has what it wants or is cancelled.
 */
final class PublisherValue<T> extends CoroutineFrame<T> {

  private final Flow.Publisher<? extends T> publisher;
  private final boolean first;
  private @Nullable Listener<T> listener;

  PublisherValue(Flow.Publisher<? extends T> publisher, boolean first) {
    this.publisher = Objects.requireNonNull(publisher, "publisher");
    this.first = first;
  }

  @Override
  protected @Nullable Object step(Driver driver, @Nullable Object sent, @Nullable Throwable thrown)
      throws Throwable {
    if (state == 0 && thrown == null) {
      state = 1;
      listener = new Listener<>(driver.loop, first);
      publisher.subscribe(listener);
      return await(driver, listener.result);
    }
    if (listener != null) {
      listener.unsubscribe();
    }
    if (thrown != null) {
      throw thrown;
    }
    return sent;
  }

  @Override
  protected void clear() {
    listener = null;
  }

  @Override
  protected StackTraceElement location() {
    return new StackTraceElement(
        Asyncio.class.getName(), first ? "firstValue" : "lastValue", null, -1);
  }

  /**
   * The subscriber. Publishers signal one thing after the other, but from any thread: the fields
   * are theirs, except the result, which is the loop's.
   */
  private static final class Listener<T> implements Flow.Subscriber<T> {
    final Future<T> result;
    private final boolean first;
    private volatile Flow.@Nullable Subscription subscription;
    private volatile boolean unsubscribed;
    private @Nullable T last;

    Listener(EventLoop loop, boolean first) {
      this.result = loop.createFuture();
      this.first = first;
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      if (this.subscription != null) {
        subscription.cancel();
        return;
      }
      this.subscription = subscription;
      if (unsubscribed) {
        subscription.cancel();
      } else {
        subscription.request(first ? 1 : Long.MAX_VALUE);
      }
    }

    @Override
    public void onNext(T value) {
      if (value == null) {
        unsubscribe();
        throw violated("a publisher must not send null");
      }
      last = value;
      if (first) {
        unsubscribe();
        succeed(value);
      }
    }

    @Override
    public void onError(Throwable failure) {
      if (failure == null) {
        throw violated("a publisher must not fail with null");
      }
      fail(failure);
    }

    /** Fails because the publisher does what it must not, and returns what to tell it. */
    private NullPointerException violated(String message) {
      NullPointerException failure = new NullPointerException(message);
      fail(failure);
      return failure;
    }

    private void fail(Throwable failure) {
      Interop.callSoonUnlessClosed(
          result.loop,
          () -> {
            if (!result.done()) {
              result.fail(failure);
            }
          });
    }

    @Override
    public void onComplete() {
      T value = last;
      if (value != null) {
        succeed(value);
      } else {
        fail(new NoSuchElementException("the publisher ended without a value"));
      }
    }

    private void succeed(T value) {
      Interop.callSoonUnlessClosed(
          result.loop,
          () -> {
            if (!result.done()) {
              result.finish(value);
            }
          });
    }

    void unsubscribe() {
      unsubscribed = true;
      Flow.Subscription subscription = this.subscription;
      if (subscription != null) {
        subscription.cancel();
      }
    }
  }
}
