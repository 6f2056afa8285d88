package dev.fermata.asyncio;

import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * Thrown by a {@link Generator} that is asked for a value and has none left. The counterpart of
 * {@code StopIteration}.
 */
public final class StopIterationException extends NoSuchElementException {

  private final transient @Nullable Object value;

  StopIterationException(@Nullable Object value) {
    super("the generator is done" + (value == null ? "" : " and has the result " + value));
    this.value = value;
  }

  /** {@return the result of the generator; null if it has none, or was asked before} */
  public @Nullable Object value() {
    return value;
  }
}
