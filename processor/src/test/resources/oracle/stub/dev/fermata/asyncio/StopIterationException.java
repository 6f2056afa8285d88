package dev.fermata.asyncio;

import java.util.NoSuchElementException;

/** As the real one. */
public final class StopIterationException extends NoSuchElementException {
  private static final long serialVersionUID = 1;
  private final transient Object value;

  StopIterationException(Object value) {
    super("the generator is done" + (value == null ? "" : " and has the result " + value));
    this.value = value;
  }

  public Object value() {
    return value;
  }
}
