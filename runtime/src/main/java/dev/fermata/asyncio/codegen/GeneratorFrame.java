package dev.fermata.asyncio.codegen;

import dev.fermata.asyncio.YieldFrame;
import org.jspecify.annotations.Nullable;

/**
 * The base of the machines that are generated from generator functions. Not for users.
 *
 * @param <Y> the type of the values that come out
 * @param <S> the type of the values that go in
 * @param <R> the type of the result
 */
public abstract class GeneratorFrame<
        Y extends @Nullable Object, S extends @Nullable Object, R extends @Nullable Object>
    extends YieldFrame<Y, S, R> {

  /** Creates a generator that has not begun. */
  protected GeneratorFrame() {}
}
