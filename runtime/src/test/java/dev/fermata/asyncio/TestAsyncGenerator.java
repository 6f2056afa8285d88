package dev.fermata.asyncio;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An asynchronous generator written by hand: the body is called once for each state. */
final class TestAsyncGenerator<Y extends @Nullable Object> extends AsyncYieldFrame<Y> {

  /** Does what there is to do in one state: yields, awaits, or ends. */
  interface Body {
    @Nullable Object run(TestAsyncGenerator<?> generator) throws Throwable;
  }

  private static final Object AWAITED = new Object();

  private final Body body;
  private @Nullable Driver driver;
  private @Nullable Object sent;
  private @Nullable Throwable thrown;
  private boolean catching;

  private TestAsyncGenerator(Body body, boolean catching) {
    this.body = body;
    this.catching = catching;
  }

  /** One that fails with whatever is thrown into it. */
  static <Y extends @Nullable Object> AsyncGenerator<Y> of(Body body) {
    return new AsyncGeneratorObject<>(new TestAsyncGenerator<Y>(body, false));
  }

  /** One that looks at {@link #thrown} in each state but the first. */
  static <Y extends @Nullable Object> AsyncGenerator<Y> catching(Body body) {
    return new AsyncGeneratorObject<>(new TestAsyncGenerator<Y>(body, true));
  }

  int at() {
    return state;
  }

  @Nullable Object sent() {
    return sent;
  }

  Throwable thrown() {
    return Objects.requireNonNull(thrown);
  }

  boolean hasThrown() {
    return thrown != null;
  }

  @Nullable Object give(int next, @Nullable Object value) {
    state = next;
    return value;
  }

  Object end() {
    return DONE;
  }

  @Nullable Object await(int next, Awaitable<?> awaitable) throws Throwable {
    state = next;
    Object value = await(Objects.requireNonNull(driver), awaitable);
    if (value == SUSPENDED) {
      return value;
    }
    sent = value;
    return AWAITED;
  }

  @Override
  protected @Nullable Object step(Driver driver, @Nullable Object sent, @Nullable Throwable thrown)
      throws Throwable {
    if (thrown != null && !(catching && state != CREATED)) {
      throw thrown;
    }
    this.driver = driver;
    this.sent = sent;
    this.thrown = thrown;
    Object value = body.run(this);
    while (value == AWAITED) {
      this.thrown = null;
      value = body.run(this);
    }
    return value;
  }
}
