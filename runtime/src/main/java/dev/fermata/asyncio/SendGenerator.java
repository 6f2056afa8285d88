package dev.fermata.asyncio;

import org.jspecify.annotations.Nullable;

/**
 * A generator that also receives values and has a result.
 *
 * <pre>{@code
 * default SendGenerator<Double, Double, Integer> average() {
 *   double sum = 0;
 *   int count = 0;
 *   while (true) {
 *     Double value = Generator.yield(count == 0 ? 0 : sum / count);
 *     if (value == null) {
 *       return SendGenerator.returning(count);
 *     }
 *     sum += value;
 *     count++;
 *   }
 * }
 * }</pre>
 *
 * <p>The counterpart of Python's {@code Generator[Y, S, R]}.
 *
 * @param <Y> the type of the values that come out
 * @param <S> the type of the values that go in
 * @param <R> the type of the result
 */
public sealed interface SendGenerator<
        Y extends @Nullable Object, S extends @Nullable Object, R extends @Nullable Object>
    extends Generator<Y> permits YieldFrame {

  /**
   * {@return a generator without values and with a result: how a generator function says {@code
   * return value}} The processor knows it, and creates no object for a {@code return} of it.
   *
   * @param value the result
   * @param <Y> the type of the values that it would have
   * @param <S> the type of what could be sent
   * @param <R> the type of the result
   */
  static <Y extends @Nullable Object, S extends @Nullable Object, R extends @Nullable Object>
      SendGenerator<Y, S, R> returning(R value) {
    return new CompletedGenerator<>(value);
  }

  /**
   * Goes on with the body, whose {@code yield} gets a value. The counterpart of {@code send}.
   *
   * @param value what the {@code yield} evaluates to
   * @return the next value
   * @throws StopIterationException if there is none; it carries the result
   * @throws IllegalArgumentException if the body has not begun, so that no {@code yield} waits for
   *     the value, and that is not null
   * @throws IllegalStateException if {@link #hasNext} has run the body already to the next value
   */
  Y send(S value);
}
