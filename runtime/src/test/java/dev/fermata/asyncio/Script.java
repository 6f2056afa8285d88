package dev.fermata.asyncio;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.SynchronousQueue;
import org.jspecify.annotations.Nullable;

/**
 * A coroutine whose body is ordinary code: it reads as a coroutine function does, without the
 * processor.
 *
 * <pre>{@code
 * Coroutine<Integer> twice = Script.of(() -> 2 * await(future));
 * }</pre>
 *
 * <p>The body runs in a thread of its own, in turns with the loop's: exactly one of them runs while
 * the other waits. All that the runtime does happens in the loop's thread, in a real frame.
 */
final class Script<T extends @Nullable Object> extends CoroutineFrame<T> {

  /** A body with a result. */
  interface Body<T extends @Nullable Object> {
    T run() throws Throwable;
  }

  /** A body without. */
  interface Action {
    void run() throws Throwable;
  }

  /** A body that uses what a context manager has to offer. */
  interface User<T extends @Nullable Object> {
    void run(T value) throws Throwable;
  }

  private record Awaiting(Awaitable<?> awaitable) {}

  private record Result(@Nullable Object value, @Nullable Throwable thrown) {}

  private static final ExecutorService THREADS =
      Executors.newCachedThreadPool(
          task -> {
            Thread thread = new Thread(task, "script");
            thread.setDaemon(true);
            return thread;
          });

  private static final ThreadLocal<@Nullable Script<?>> CURRENT = new ThreadLocal<>();

  private final Body<T> body;
  private final SynchronousQueue<Object> toLoop = new SynchronousQueue<>();
  private final SynchronousQueue<Result> toBody = new SynchronousQueue<>();

  private Script(Body<T> body) {
    this.body = body;
  }

  static <T extends @Nullable Object> Script<T> of(Body<T> body) {
    return new Script<>(body);
  }

  @SuppressWarnings("NullAway") // a Void is always null
  static Script<@Nullable Void> doing(Action action) {
    return new Script<>(
        () -> {
          action.run();
          return null;
        });
  }

  /** In a body: suspends it. */
  @SuppressWarnings({"unchecked", "NullAway"})
  static <T extends @Nullable Object> T await(Awaitable<T> awaitable) throws Throwable {
    Script<?> script = CURRENT.get();
    if (script == null) {
      throw new IllegalStateException("await outside of a script");
    }
    script.toLoop.put(new Awaiting(awaitable));
    Result result = script.toBody.take();
    if (result.thrown() != null) {
      throw result.thrown();
    }
    return (T) result.value();
  }

  /** In a body: does some work in a context manager. */
  static <T extends @Nullable Object> void with(AsyncContextManager<T> manager, User<T> user)
      throws Throwable {
    await(manager.with(value -> doing(() -> user.run(value))));
  }

  /** In a body: runs what is expected to fail, and returns the failure. */
  static <E extends Throwable> E fails(Class<E> type, Action action) {
    try {
      action.run();
    } catch (Throwable thrown) {
      if (type.isInstance(thrown)) {
        return type.cast(thrown);
      }
      throw new AssertionError("expected " + type.getSimpleName() + ", got " + thrown, thrown);
    }
    throw new AssertionError("expected " + type.getSimpleName() + ", got none");
  }

  @Override
  protected @Nullable Object step(Driver driver, @Nullable Object sent, @Nullable Throwable thrown)
      throws Throwable {
    if (state == CREATED) {
      if (thrown != null) {
        throw thrown;
      }
      state = 1;
      THREADS.execute(() -> play(driver.loop));
    } else {
      toBody.put(new Result(sent, thrown));
    }
    while (true) {
      Object word = toLoop.take();
      if (word instanceof Result result) {
        if (result.thrown() != null) {
          throw result.thrown();
        }
        return result.value();
      }
      Result result;
      try {
        Object value = await(driver, ((Awaiting) word).awaitable());
        if (value == SUSPENDED) {
          return SUSPENDED;
        }
        result = new Result(value, null);
      } catch (Throwable failure) {
        result = new Result(null, failure);
      }
      toBody.put(result);
    }
  }

  private void play(EventLoop loop) {
    CURRENT.set(this);
    RunningLoop.setRunning(loop);
    Result result;
    try {
      result = new Result(body.run(), null);
    } catch (Throwable failure) {
      result = new Result(null, failure);
    }
    RunningLoop.setRunning(null);
    CURRENT.remove();
    try {
      toLoop.put(result);
    } catch (InterruptedException e) {
      throw new AssertionError("nobody interrupts a script", e);
    }
  }
}
