package dev.fermata.asyncio;

import java.util.Objects;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/**
 * Publishes what an asynchronous iterable has: each subscriber gets elements from an iterator of
 * its own, as many as it asks for, in a task on the loop.
 */
final class IteratorPublisher<T> implements Flow.Publisher<T> {

  private final AsyncIterable<T> source;
  private final EventLoop loop;

  IteratorPublisher(AsyncIterable<T> source, EventLoop loop) {
    this.source = source;
    this.loop = loop;
  }

  @Override
  public void subscribe(Flow.Subscriber<? super T> subscriber) {
    Objects.requireNonNull(subscriber, "subscriber");
    loop.callSoonThreadsafe(
        () -> {
          Subscription subscription = new Subscription(subscriber);
          subscriber.onSubscribe(subscription);
          AsyncIterator<T> iterator;
          try {
            iterator = source.aiter();
          } catch (Throwable failure) {
            subscriber.onError(failure);
            return;
          }
          subscription.task = loop.createTask(subscription.new Delivery(iterator));
        });
  }

  /** What one subscriber has asked for. Used on the loop, but for the methods it calls. */
  private final class Subscription implements Flow.Subscription {

    private final Flow.Subscriber<? super T> subscriber;
    private long demand;

    /** Whether the subscriber wants no more; then it is told nothing more either. */
    private boolean cancelled;

    /** Whether the subscriber was told the end. */
    private boolean over;

    private @Nullable Throwable misuse;
    private @Nullable Future<Void> more;
    @Nullable Task<?> task;

    Subscription(Flow.Subscriber<? super T> subscriber) {
      this.subscriber = subscriber;
    }

    @Override
    public void request(long count) {
      Interop.callSoonUnlessClosed(
          loop,
          () -> {
            if (count <= 0) {
              misuse = new IllegalArgumentException("request(" + count + "): ask for one at least");
            } else {
              demand = demand + count < 0 ? Long.MAX_VALUE : demand + count;
            }
            wake();
          });
    }

    @Override
    public void cancel() {
      Interop.callSoonUnlessClosed(
          loop,
          () -> {
            // A second cancellation would interrupt the iterator as it gives back what it holds.
            if (!cancelled && !over) {
              cancelled = true;
              wake();
              if (task != null) {
                task.cancel();
              }
            }
          });
    }

    @SuppressWarnings("NullAway") // a Void is always null
    private void wake() {
      if (more != null && !more.done()) {
        more.setResult(null);
      }
    }

    /** The task that gets elements and hands them on. */
    private final class Delivery extends CoroutineFrame<Void> {

      private static final int WANTED = 1;
      private static final int ELEMENT = 2;
      private static final int CLOSED = 3;

      private final AsyncIterator<T> iterator;

      /** What the subscriber was told; null if it was told nothing. */
      private @Nullable Throwable told;

      Delivery(AsyncIterator<T> iterator) {
        this.iterator = iterator;
      }

      @Override
      @SuppressWarnings("unchecked") // an iterator of T has elements of T
      protected @Nullable Object step(
          Driver driver, @Nullable Object sent, @Nullable Throwable thrown) throws Throwable {
        if (state == CLOSED) {
          return thrown == null ? null : notClosed(thrown);
        }
        try {
          if (thrown != null) {
            throw thrown;
          }
          Object value = sent;
          while (true) {
            if (state == ELEMENT) {
              demand--;
              subscriber.onNext((T) Objects.requireNonNull(value, "a publisher has no null"));
            }
            if (misuse != null) {
              throw misuse;
            }
            if (cancelled) {
              throw new CancelledError();
            }
            if (demand == 0) {
              more = loop.createFuture();
              state = WANTED;
              value = await(driver, more);
            } else {
              state = ELEMENT;
              value = await(driver, iterator.anext());
            }
            if (value == SUSPENDED) {
              return value;
            }
          }
        } catch (StopAsyncIterationException end) {
          over = true;
          subscriber.onComplete();
          return null;
        } catch (Throwable failure) {
          // Also a cancellation that is not the subscriber's, as by a loop that is closed: nobody
          // else would tell it that there is no more to come.
          if (!(failure instanceof CancelledError && cancelled)) {
            over = true;
            told = failure;
            subscriber.onError(failure);
          }
          return closing(driver);
        }
      }

      private @Nullable Object closing(Driver driver) throws Throwable {
        state = CLOSED;
        try {
          return await(driver, iterator.aclose()) == SUSPENDED ? SUSPENDED : null;
        } catch (Throwable failure) {
          return notClosed(failure);
        }
      }

      /** Leaves the failure to close to whom the subscriber's error is shown, else to the task. */
      private @Nullable Object notClosed(Throwable failure) throws Throwable {
        if (told == null) {
          throw failure;
        }
        if (told != failure) {
          told.addSuppressed(failure);
        }
        return null;
      }
    }
  }
}
