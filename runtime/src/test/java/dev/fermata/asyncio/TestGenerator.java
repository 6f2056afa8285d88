package dev.fermata.asyncio;

import java.util.Iterator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A generator written by hand as a machine: the body is called once for each state.
 *
 * <pre>{@code
 * SendGenerator<Integer, Object, Object> one = TestGenerator.of(g -> switch (g.at()) {
 *   case 0 -> g.give(1, 17);
 *   default -> g.end("result");
 * });
 * }</pre>
 */
final class TestGenerator<Y extends @Nullable Object>
    extends YieldFrame<Y, @Nullable Object, @Nullable Object> {

  /** Does what there is to do in one state: returns a value, or what {@link #end} returns. */
  interface Body {
    @Nullable Object run(TestGenerator<?> generator) throws Throwable;
  }

  private final Body body;
  private final boolean catching;
  private @Nullable Object sent;
  private @Nullable Throwable thrown;

  private TestGenerator(Body body, boolean catching) {
    this.body = body;
    this.catching = catching;
  }

  /** A generator that fails with whatever is thrown into it. */
  static <Y extends @Nullable Object> TestGenerator<Y> of(Body body) {
    return new TestGenerator<>(body, false);
  }

  /** A generator that looks at {@link #thrown} in each state but the first. */
  static <Y extends @Nullable Object> TestGenerator<Y> catching(Body body) {
    return new TestGenerator<>(body, true);
  }

  /** A generator of the values from 1 up. */
  static TestGenerator<Integer> count(int to) {
    return of(g -> g.at() < to ? g.give(g.at() + 1, g.at() + 1) : g.end("counted " + to));
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

  @Nullable Object end(@Nullable Object result) {
    return done(result);
  }

  /** Delegates; the state that follows finds the result in {@link #sent}. */
  @Nullable Object from(int next, Generator<?> source) throws Throwable {
    state = next;
    return after(yieldFrom(source));
  }

  @Nullable Object from(int next, Iterator<?> source) throws Throwable {
    state = next;
    return after(yieldFrom(source));
  }

  @Nullable Object from(int next, Iterable<?> source) throws Throwable {
    state = next;
    return after(yieldFrom(source));
  }

  private @Nullable Object after(@Nullable Object value) throws Throwable {
    return value == DONE ? step(takeResult(), null) : value;
  }

  @Override
  protected @Nullable Object step(@Nullable Object sent, @Nullable Throwable thrown)
      throws Throwable {
    if (thrown != null && !(catching && state != CREATED)) {
      throw thrown;
    }
    this.sent = sent;
    this.thrown = thrown;
    return body.run(this);
  }
}
