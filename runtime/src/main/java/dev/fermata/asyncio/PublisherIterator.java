package dev.fermata.asyncio;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/**
 * The values of one of Java's publishers as an asynchronous iterator; made by {@link
 * Asyncio#aiter(Flow.Publisher)}. To close it unsubscribes:
 *
 * <pre>{@code
 * try (PublisherIterator<Line> lines = aiter(publisher)) {
 *   while (true) {
 *     print(await(lines.anext()));
 *   }
 * } catch (StopAsyncIterationException end) {
 *   // There are no more.
 * }
 * }</pre>
 *
 * <p>It subscribes when the first value is asked for, and never asks the publisher for more than it
 * has room for. The publisher may signal from any thread; this is to be used on the thread of the
 * loop that runs then.
 *
 * @param <T> the type of the values
 */
public final class PublisherIterator<T> implements AsyncIterator<T>, AutoCloseable {

  private final Flow.Publisher<? extends T> publisher;

  /** How many values there is room for. */
  private final int capacity;

  /** Values that have come and were not taken. */
  private final Deque<T> buffer = new ArrayDeque<>();

  /** How many were taken since the publisher was last asked for more. */
  private int taken;

  private @Nullable Listener listener;

  /** Done when there is something to see; null if nobody waits. */
  private @Nullable Future<Void> waiter;

  private boolean ended;
  private @Nullable Throwable failure;

  PublisherIterator(Flow.Publisher<? extends T> publisher, int capacity) {
    if (capacity < 1) {
      throw new IllegalArgumentException("capacity must be at least 1, was " + capacity);
    }
    this.publisher = Objects.requireNonNull(publisher, "publisher");
    this.capacity = capacity;
  }

  /**
   * Moves on to the next value.
   *
   * @return a coroutine that has the next value; it fails with the publisher's error, once, and
   *     with {@link StopAsyncIterationException} when there are no more values or this was closed.
   *     If it is cancelled, no value is lost
   */
  @Override
  public Coroutine<T> anext() {
    return new Next<>(this);
  }

  /**
   * Does what {@link #close} does.
   *
   * @return nothing to wait for
   */
  @Override
  public Awaitable<Void> aclose() {
    close();
    return Coroutine.completed();
  }

  /**
   * Unsubscribes, unless the publisher has ended, and drops what has come. To close a closed one
   * has no effect.
   */
  @Override
  public void close() {
    ended = true;
    failure = null;
    buffer.clear();
    if (listener != null) {
      listener.unsubscribe();
    }
    wake();
  }

  private boolean isEmpty() {
    return buffer.isEmpty() && !ended;
  }

  private T take() throws Throwable {
    T value = buffer.poll();
    if (value != null) {
      // Half of the room at a time: that many values need one request.
      if (++taken >= (capacity + 1) / 2 && listener != null && !ended) {
        listener.request(taken);
        taken = 0;
      }
      return value;
    }
    Throwable failure = this.failure;
    this.failure = null;
    throw failure != null ? failure : StopAsyncIterationException.INSTANCE;
  }

  private Future<Void> subscribeAndWait(EventLoop loop) {
    if (waiter != null) {
      throw new IllegalStateException(
          "anext() is being awaited already: a PublisherIterator is for one coroutine at a time");
    }
    Future<Void> waiter = loop.createFuture();
    this.waiter = waiter;
    if (listener == null) {
      listener = new Listener(loop);
      try {
        publisher.subscribe(listener);
      } catch (Throwable failure) {
        this.waiter = null;
        throw failure;
      }
    }
    return waiter;
  }

  private void wake() {
    Future<Void> waiter = this.waiter;
    if (waiter != null && !waiter.done()) {
      waiter.finish(null);
    }
  }

  private void end(@Nullable Throwable failure) {
    if (!ended) {
      ended = true;
      this.failure = failure;
      wake();
    }
  }

  /** The coroutine of {@link #anext}. */
  private static final class Next<T> extends CoroutineFrame<T> {
    private final PublisherIterator<T> iterator;

    Next(PublisherIterator<T> iterator) {
      this.iterator = iterator;
    }

    @Override
    protected @Nullable Object step(
        Driver driver, @Nullable Object sent, @Nullable Throwable thrown) throws Throwable {
      if (state == 1) {
        iterator.waiter = null;
      }
      if (thrown != null) {
        throw thrown;
      }
      if (iterator.isEmpty()) {
        Future<Void> waiter = iterator.subscribeAndWait(driver.loop);
        state = 1;
        return await(driver, waiter);
      }
      return iterator.take();
    }

    @Override
    protected StackTraceElement location() {
      return new StackTraceElement(PublisherIterator.class.getName(), "anext", null, -1);
    }
  }

  /** The subscriber; its methods are called from any thread, one after the other. */
  private final class Listener implements Flow.Subscriber<T> {
    private final EventLoop loop;

    /** Null before there is one, and once it is over. */
    private Flow.@Nullable Subscription subscription;

    /** Whether it is over: the publisher has ended it, or this was closed. */
    private boolean over;

    Listener(EventLoop loop) {
      this.loop = loop;
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      boolean accepted;
      synchronized (this) {
        accepted = this.subscription == null && !over;
        if (accepted) {
          this.subscription = subscription;
        }
      }
      if (accepted) {
        subscription.request(capacity);
      } else {
        subscription.cancel();
      }
    }

    @Override
    public void onNext(T value) {
      if (value == null) {
        throw violated("a publisher must not send null", finish());
      }
      Interop.callSoonUnlessClosed(
          loop,
          () -> {
            if (!ended) {
              buffer.add(value);
              wake();
            }
          });
    }

    @Override
    public void onError(Throwable failure) {
      finish();
      if (failure == null) {
        throw violated("a publisher must not fail with null", null);
      }
      Interop.callSoonUnlessClosed(loop, () -> end(failure));
    }

    @Override
    public void onComplete() {
      finish();
      Interop.callSoonUnlessClosed(loop, () -> end(null));
    }

    /** Ends both sides of a subscription whose publisher does what it must not. */
    private NullPointerException violated(
        String message, Flow.@Nullable Subscription subscription) {
      NullPointerException failure = new NullPointerException(message);
      Interop.callSoonUnlessClosed(loop, () -> end(failure));
      if (subscription != null) {
        subscription.cancel();
      }
      return failure;
    }

    void request(int count) {
      Flow.Subscription subscription;
      synchronized (this) {
        subscription = this.subscription;
      }
      if (subscription != null) {
        subscription.request(count);
      }
    }

    void unsubscribe() {
      Flow.Subscription subscription = finish();
      if (subscription != null) {
        subscription.cancel();
      }
    }

    /** Marks it as over, and returns the subscription if that was still on. */
    private synchronized Flow.@Nullable Subscription finish() {
      Flow.Subscription last = subscription;
      subscription = null;
      over = true;
      return last;
    }
  }
}
