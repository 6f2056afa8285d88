package dev.fermata.asyncio;

import java.util.ArrayDeque;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/**
 * The values of a publisher, one by one: it is asked for the next one when that is wanted. It may
 * call from any thread; what it says is passed to the loop, and all that is here but that happens
 * there.
 */
final class PublisherIterator<T> implements AsyncIterator<T> {

  private final Flow.Publisher<? extends T> publisher;
  private @Nullable EventLoop loop;
  private Flow.@Nullable Subscription subscription;

  /** Values that nobody has waited for to the end: those who did were cancelled. */
  private final Queue<T> left = new ArrayDeque<>();

  private @Nullable Future<T> waiter;

  /** Whether a value is due: asked for, or to be asked for once there is a subscription. */
  private boolean due;

  /** How the publisher has ended. */
  private @Nullable Throwable end;

  PublisherIterator(Flow.Publisher<? extends T> publisher) {
    this.publisher = Objects.requireNonNull(publisher, "publisher");
  }

  @Override
  public Awaitable<T> anext() {
    return new Next();
  }

  @Override
  public Awaitable<Void> aclose() {
    if (end == null) {
      end = StopAsyncIterationException.INSTANCE;
      if (subscription != null) {
        subscription.cancel();
      }
    }
    left.clear();
    return Coroutine.completed();
  }

  private Future<T> wanted(EventLoop on) {
    Future<T> future = on.createFuture();
    waiter = future;
    if (loop == null) {
      loop = on;
      due = true;
      publisher.subscribe(new Subscriber(on));
    } else if (!due) {
      due = true;
      Objects.requireNonNull(subscription).request(1);
    }
    return future;
  }

  private final class Next extends CoroutineFrame<T> {
    @Override
    protected @Nullable Object step(
        Driver driver, @Nullable Object sent, @Nullable Throwable thrown) throws Throwable {
      if (thrown != null) {
        throw thrown;
      }
      if (state != CREATED) {
        return sent;
      }
      state = 1;
      T value = left.poll();
      if (value != null) {
        return value;
      } else if (end != null) {
        throw end;
      } else if (waiter != null && !waiter.done()) {
        throw new IllegalStateException(
            "anext(): the next value is waited for already; await what was asked for before");
      }
      return await(driver, wanted(driver.loop));
    }
  }

  /** What the publisher talks to. */
  private final class Subscriber implements Flow.Subscriber<T> {
    private final EventLoop on;

    Subscriber(EventLoop on) {
      this.on = on;
    }

    @Override
    public void onSubscribe(Flow.Subscription granted) {
      Objects.requireNonNull(granted, "subscription");
      Interop.callSoonUnlessClosed(
          on,
          () -> {
            if (subscription != null || end != null) {
              granted.cancel();
            } else {
              subscription = granted;
              granted.request(1);
            }
          });
    }

    @Override
    public void onNext(T value) {
      Objects.requireNonNull(value, "value");
      Interop.callSoonUnlessClosed(
          on,
          () -> {
            due = false;
            if (waiter != null && !waiter.done()) {
              waiter.setResult(value);
            } else if (end == null) {
              left.add(value);
            }
          });
    }

    @Override
    public void onError(Throwable failure) {
      Objects.requireNonNull(failure, "failure");
      Interop.callSoonUnlessClosed(on, () -> ends(failure));
    }

    @Override
    public void onComplete() {
      Interop.callSoonUnlessClosed(on, () -> ends(StopAsyncIterationException.INSTANCE));
    }

    private void ends(Throwable how) {
      if (end == null) {
        // A failure is told once.
        boolean told = waiter != null && !waiter.done();
        end = told ? StopAsyncIterationException.INSTANCE : how;
        if (told) {
          waiter.setException(how);
        }
      }
    }
  }
}
