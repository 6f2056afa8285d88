package dev.fermata.asyncio;

import java.util.Objects;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * A coroutine written by hand as a machine: the body is called once for each state.
 *
 * <pre>{@code
 * Coroutine<Integer> twice = TestFrame.of(f -> switch (f.at()) {
 *   case 0 -> f.await(1, future);
 *   default -> 2 * (int) f.sent();
 * });
 * }</pre>
 */
final class TestFrame<T extends @Nullable Object> extends CoroutineFrame<T> {

  /** Does what there is to do in one state: returns the result, or what {@link #await} returns. */
  interface Body {
    @Nullable Object run(TestFrame<?> frame) throws Throwable;
  }

  private static final Object AWAIT = new Object();

  private final Body body;
  private final boolean catching;
  private @Nullable Object sent;
  private @Nullable Throwable thrown;
  private @Nullable Object awaited;
  boolean cleared;

  private TestFrame(Body body, boolean catching) {
    this.body = body;
    this.catching = catching;
  }

  /** A coroutine that fails with whatever it awaits. */
  static <T extends @Nullable Object> TestFrame<T> of(Body body) {
    return new TestFrame<>(body, false);
  }

  /** A coroutine that looks at {@link #thrown} in each state but the first. */
  static <T extends @Nullable Object> TestFrame<T> catching(Body body) {
    return new TestFrame<>(body, true);
  }

  /** A coroutine that awaits one thing. */
  static <T extends @Nullable Object> TestFrame<T> awaiting(Awaitable<?> awaitable) {
    return of(f -> f.at() == 0 ? f.await(1, awaitable) : f.sent());
  }

  /** A coroutine that does one thing. */
  static TestFrame<@Nullable Void> doing(Action action) {
    return of(
        f -> {
          action.run();
          return null;
        });
  }

  /** Code that may throw anything. */
  interface Action {
    void run() throws Throwable;
  }

  int at() {
    return state;
  }

  @Nullable Object sent() {
    return sent;
  }

  @Nullable Throwable thrown() {
    return thrown;
  }

  /** Awaits, and goes on in another state. */
  Object await(int next, Awaitable<?> awaitable) {
    state = next;
    awaited = awaitable;
    return AWAIT;
  }

  /** Awaits, and goes on in another state. */
  Object await(int next, CompletionStage<?> stage) {
    state = next;
    awaited = stage;
    return AWAIT;
  }

  @Override
  protected @Nullable Object step(Driver driver, @Nullable Object sent, @Nullable Throwable thrown)
      throws Throwable {
    while (true) {
      if (thrown != null && (!catching || state == 0)) {
        throw thrown;
      }
      this.sent = sent;
      this.thrown = thrown;
      Object value = body.run(this);
      if (value != AWAIT) {
        return value;
      }
      Object awaited = Objects.requireNonNull(this.awaited);
      this.awaited = null;
      thrown = null;
      try {
        sent =
            awaited instanceof Awaitable<?> awaitable
                ? await(driver, awaitable)
                : await(driver, (CompletionStage<?>) awaited);
      } catch (Throwable failure) {
        thrown = failure;
      }
      if (sent == SUSPENDED) {
        return SUSPENDED;
      }
    }
  }

  @Override
  protected void clear() {
    cleared = true;
  }

  @Override
  protected StackTraceElement location() {
    return location(TestFrame.class, "body", "TestFrame.java", 100, 101, 102, 103);
  }
}
